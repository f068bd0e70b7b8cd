using System.Text.RegularExpressions;
using Nscl.Api.Common;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

/// <summary>Every "no" of the domain has a text in both languages (A27).</summary>
public sealed partial class ProblemCatalogueTests
{
    [Fact]
    public void Every_rule_of_the_domain_is_in_the_catalogue()
    {
        var codes = Repository.CSharpBelow("src/Nscl.Domain").SelectMany(RuleCodesIn).Distinct(StringComparer.Ordinal).ToList();

        codes.ShouldContain("enterprise.taxCodeCheckDigit");
        codes.ShouldContain("amount.outOfRange");
        codes.Where(static code => ProblemCatalogue.Find(code) is null).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_is_not_in_the_catalogue_would_be_found() =>
        RuleCodesIn("""public static RuleViolationException Odd() => new("enterprise.notInAnyCatalogue", "Odd.");""")
            .Where(static code => ProblemCatalogue.Find(code) is null).ShouldBe(["enterprise.notInAnyCatalogue"]);

    [Fact]
    public void Every_code_stands_once_with_all_its_texts()
    {
        ProblemCatalogue.All.Select(static entry => entry.Code).ShouldBeUnique();
        ProblemCatalogue.All.Where(static entry => new[] { entry.TitleVi, entry.TitleEn, entry.DetailVi, entry.DetailEn }.Any(string.IsNullOrWhiteSpace)).ShouldBeEmpty();
        ProblemCatalogue.All.Where(static entry => !entry.TitleVi.IsNormalized() || !entry.DetailVi.IsNormalized()).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_ask_for_the_same_arguments()
    {
        foreach (var entry in ProblemCatalogue.All)
        {
            Placeholders(entry.TitleVi + entry.DetailVi).ShouldBe(Placeholders(entry.TitleEn + entry.DetailEn), ignoreOrder: true, entry.Code);
        }
    }

    /// <summary>The codes that a source file of rules throws: texts of the form <c>capability.rule</c> beside the exception's name.</summary>
    private static IEnumerable<string> RuleCodesIn(string source) =>
        source.Contains("RuleViolationException", StringComparison.Ordinal)
            ? Code().Matches(source).Select(static match => match.Groups["code"].Value)
            : [];

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(static match => match.Value)];

    [GeneratedRegex("\"(?<code>[a-z][A-Za-z]*\\.[a-z][A-Za-z]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
