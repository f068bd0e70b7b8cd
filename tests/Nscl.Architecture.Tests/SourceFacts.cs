using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nscl.Architecture.Tests;

/// <summary>
/// The statements of the five source texts (<c>docs/facts.csv</c>) and the tests that demonstrate each, written as <c>docs/facts.md</c>.
/// A test in C# says so with <c>[SourceFact("S3.47")]</c>, a test of the client with <c>fact:S3.47</c> in its title, its tags, or a
/// comment right before it.
/// </summary>
internal static partial class SourceFacts
{
    private static readonly string[] Documents =
    [
        "Dự án năng suất chất lượng Kon Tum 2013–2016, định hướng 2020 (KT2013)",
        "Kế hoạch của một tỉnh thực hiện Chương trình quốc gia 2021–2030 (PR2021)",
        "Kế hoạch Tây Ninh năm 2019 (TN2019)",
        "Kế hoạch Kon Tum 2021–2025 (KT2021)",
        "Kết quả năm 2022, kế hoạch năm 2023 của Kon Tum (KT2023)",
    ];

    /// <summary>Number and phrase, in the order of the file.</summary>
    public static IReadOnlyList<(string Number, string Phrase)> Read(string csv) =>
        [.. Row().Matches(csv).Select(static row => (row.Groups["number"].Value, row.Groups["phrase"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)))];

    /// <summary>Every pair of a fact and a test that one source file states.</summary>
    /// <param name="fileName">Decides the language: <c>.cs</c>, otherwise TypeScript.</param>
    public static IEnumerable<(string Fact, string Test)> Scan(string fileName, string source) =>
        fileName.EndsWith(".cs", StringComparison.Ordinal) ? ScanCSharp(source) : ScanTypeScript(fileName, source);

    public static string Render(IReadOnlyList<(string Number, string Phrase)> facts, IEnumerable<(string Fact, string Test)> demonstrations)
    {
        var tests = demonstrations.Distinct().ToLookup(static pair => pair.Fact, static pair => pair.Test, StringComparer.Ordinal);
        var demonstrated = facts.Count(fact => tests.Contains(fact.Number));
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Source facts and the tests that show them

            {demonstrated} of {facts.Count} demonstrated.

            Nscl is built from five source texts. Each statement in them has a number. The phrases are quoted, typing errors included; "…"
            marks what is left out, some offices are abbreviated, and a few words in English describe a list or a place. The right-hand
            column names the tests that show the statement working, or says "not yet".

            This page is generated from `docs/facts.csv` and from the tests; do not edit it. To write it anew:
            `NSCL_UPDATE=1 ./test architecture`. How a test names a fact is told in [how to add a capability](how-to-add-a-capability.md#source-facts).

            """);
        foreach (var document in facts.GroupBy(static fact => fact.Number[1] - '0'))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## S{document.Key} – {Documents[document.Key]}\n\n| Fact | Phrase | Tests |\n|---|---|---|\n");
            foreach (var (number, phrase) in document)
            {
                var names = tests[number].Order(StringComparer.Ordinal).Select(static test => $"`{test}`").ToList();
                page.Append(CultureInfo.InvariantCulture, $"| {number} | {Cell(phrase)} | {(names.Count == 0 ? "not yet" : string.Join("<br>", names))} |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Fact, string Test)> ScanCSharp(string source)
    {
        var classes = ClassDeclaration().Matches(source);
        foreach (Match attribute in Attribute().Matches(source))
        {
            // What follows, other attributes and comments aside, declares the test or the class.
            var lines = source[(attribute.Index + attribute.Length)..].Split('\n');
            lines[0] = lines[0][(lines[0].IndexOf(']', StringComparison.Ordinal) + 1)..];
            var declaration = lines.Select(static line => line.Trim()).First(static line => line.Length > 0 && line[0] is not ('[' or '/'));
            var onClass = ClassDeclaration().Match(declaration);
            var test = onClass.Success
                ? onClass.Groups["name"].Value
                : $"{classes.Last(found => found.Index < attribute.Index).Groups["name"].Value}.{MethodName().Match(declaration).Groups["name"].Value}";
            foreach (Match text in Text().Matches(attribute.Groups["facts"].Value))
            {
                yield return (text.Groups["text"].Value, test);
            }
        }
    }

    private static IEnumerable<(string Fact, string Test)> ScanTypeScript(string fileName, string source)
    {
        var titles = TestTitle().Matches(source);
        foreach (Match mark in Mark().Matches(source))
        {
            // Inside the head of a test (title or tags), or a comment right before one.
            var before = titles.LastOrDefault(title => title.Index < mark.Index);
            var own = before is not null && !source[before.Index..mark.Index].Contains("=>", StringComparison.Ordinal)
                ? before
                : titles.FirstOrDefault(title => title.Index > mark.Index);
            yield return (mark.Groups["fact"].Value, own is null ? fileName : $"{fileName}: {TitleOf(own)}");
        }
    }

    private static string TitleOf(Match title) => Mark().Replace(title.Groups["title"].Value, string.Empty).Trim(' ', '[', ']', '(', ')', '@', ',');

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex("""^(?<number>S\d[^,]*),(?:"(?<phrase>(?:[^"]|"")*)"|(?<phrase>[^"\n]*))$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Row();

    [GeneratedRegex("""^[ \t]*\[[^\n]*?\bSourceFact\((?<facts>[^)]*)\)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Attribute();

    [GeneratedRegex("""\bclass (?<name>\w+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex ClassDeclaration();

    [GeneratedRegex("""(?<name>\w+)\s*\(""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MethodName();

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Text();

    [GeneratedRegex("""\b(?:test|it)(?:\.\w+)*\(\s*(?<quote>['"`])(?<title>.*?)\k<quote>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1_000)]
    private static partial Regex TestTitle();

    [GeneratedRegex("""fact:(?<fact>S[\w.]*\w)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Mark();
}
