using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

public sealed class FactsTests
{
    private static readonly string Root = Repository.Root;
    private static readonly string Page = Path.Combine(Root, "docs", "facts.md");
    private static readonly IReadOnlyList<(string Number, string Phrase)> Facts = SourceFacts.Read(Repository.Read("docs/facts.csv"));

    [Fact]
    public void Facts_are_the_184_of_the_five_sources_in_order()
    {
        string[] expected =
        [
            .. Numbers(0, 1, 18), .. "abcdef".Select(static letter => $"S0.19{letter}"), .. Numbers(0, 20, 31),
            .. Numbers(1, 1, 24), .. Numbers(2, 1, 32), .. Numbers(3, 1, 67), .. Numbers(4, 1, 25),
        ];

        expected.Length.ShouldBe(184);
        Facts.Select(static fact => fact.Number).ShouldBe(expected);
        Facts.ShouldAllBe(static fact => fact.Phrase.Length > 0);
    }

    [Fact]
    public void Tests_name_only_facts_that_exist() => Unknown(Demonstrations()).ShouldBeEmpty();

    [Fact]
    public void Page_is_what_the_tests_say()
    {
        var page = SourceFacts.Render(Facts, Demonstrations());
        if (Environment.GetEnvironmentVariable("NSCL_UPDATE") == "1")
        {
            File.WriteAllText(Page, page);
        }

        File.ReadAllText(Page).ShouldBe(page, "docs/facts.md is out of date. Write it anew with: NSCL_UPDATE=1 ./test architecture");
    }

    [Fact]
    public void Demonstrations_are_found_in_both_languages()
    {
        var demonstrations = Demonstrations();

        demonstrations.ShouldContain(("S2.20", "AmountSpellerTests.Spell_when_asked_for_the_plan_of_2019_writes_its_very_words"));
        SourceFacts.Scan("a-journey.e2e.ts", "test('grants 90 million fact:S3.47', async () => { expect(1); }); // fact:S4.21\ntest('publishes', { tag: ['@fact:S4.22'] }, () => {});")
            .ShouldBe([("S3.47", "a-journey.e2e.ts: grants 90 million"), ("S4.21", "a-journey.e2e.ts: publishes"), ("S4.22", "a-journey.e2e.ts: publishes")]);
    }

    [Fact]
    public void A_fact_that_no_source_states_is_reported()
    {
        const string attribute = nameof(SourceFactAttribute);
        var source = $$"""
            public sealed class SomeTests
            {
                [Fact, {{attribute[..^"Attribute".Length]}}("S3.47", "S3.68")]
                [Trait("a", "b")]
                public void Does_something_when_asked() { }
            }
            """;

        SourceFacts.Scan("SomeTests.cs", source).ShouldBe([("S3.47", "SomeTests.Does_something_when_asked"), ("S3.68", "SomeTests.Does_something_when_asked")]);
        Unknown(SourceFacts.Scan("SomeTests.cs", source)).ShouldBe(["S3.68 in SomeTests.Does_something_when_asked"]);
    }

    [Fact]
    public void A_test_that_is_not_on_the_page_changes_the_page() =>
        SourceFacts.Render(Facts, [.. Demonstrations(), ("S3.47", "SomeTests.New")]).ShouldNotBe(SourceFacts.Render(Facts, Demonstrations()));

    private static List<string> Unknown(IEnumerable<(string Fact, string Test)> demonstrations)
    {
        var known = Facts.Select(static fact => fact.Number).ToHashSet(StringComparer.Ordinal);
        return [.. demonstrations.Where(pair => !known.Contains(pair.Fact)).Select(static pair => $"{pair.Fact} in {pair.Test}")];
    }

    private static List<(string Fact, string Test)> Demonstrations() =>
    [
        .. Sources(Path.Combine(Root, "tests"), "*.cs").Concat(Sources(Path.Combine(Root, "client", "src"), "*.ts*")).Concat(Sources(Path.Combine(Root, "client", "e2e"), "*.ts"))
            .SelectMany(static file => SourceFacts.Scan(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    private static IEnumerable<string> Sources(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories);

    private static IEnumerable<string> Numbers(int document, int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"S{document}.{number}");
}
