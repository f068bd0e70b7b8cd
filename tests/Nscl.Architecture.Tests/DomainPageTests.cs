using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nscl.Domain.Awards;
using Nscl.Domain.Commendations;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Training;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

/// <summary>Keeps <c>docs/domain.md</c> true.</summary>
public sealed partial class DomainPageTests
{
    private static readonly string Page = Repository.Read("docs/domain.md");

    [Fact]
    public void Glossary_names_only_what_the_domain_has()
    {
        var names = NamesIn(Page);

        names.Count.ShouldBeGreaterThan(40);
        Unknown(names).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_the_domain_does_not_have_is_reported() =>
        Unknown(NamesIn("| Hồ sơ | `ApplicationDossier` | – |\n| Doanh nghiệp | `Enterprise` | – |")).ShouldBe(["ApplicationDossier"]);

    [Fact]
    public void Diagrams_are_those_of_the_state_machines()
    {
        var page = new (string Aggregate, string Diagram)[]
        {
            ("enrollment", EnrollmentStateMachine.ToMermaid()),
            ("course", CourseStateMachine.ToMermaid()),
            ("awardSeason", AwardSeasonStateMachine.Instance.ToMermaid()),
            ("awardNomination", AwardNominationStateMachine.Instance.ToMermaid()),
            ("commendation", CommendationStateMachine.Instance.ToMermaid()),
        }.Aggregate(Page, static (text, machine) => WithDiagram(text, machine.Aggregate, machine.Diagram));
        if (Environment.GetEnvironmentVariable("NSCL_UPDATE") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "domain.md"), page);
        }

        Repository.Read("docs/domain.md").ShouldBe(page, "docs/domain.md is out of date. Write it anew with: NSCL_UPDATE=1 ./test architecture");
    }

    [Fact]
    public void Another_state_machine_would_change_the_page() =>
        WithDiagram(Page, "enrollment", EnrollmentStateMachine.ToMermaid() + "    approved --> draft: undo\n").ShouldNotBe(Page);

    [Fact]
    public void States_are_all_in_the_table_with_the_words_of_the_client()
    {
        using var texts = JsonDocument.Parse(Repository.Read("client/src/features/enrollments/locales/vi.json"));
        var words = texts.RootElement.GetProperty("statuses");

        StateRow().Matches(Page).Select(static row => (row.Groups["state"].Value, row.Groups["words"].Value))
            .ShouldBe(Enum.GetValues<EnrollmentStatus>().Select(DomainJson.NameOf).Select(state => (state, words.GetProperty(state).GetString()!)));
    }

    private static string WithDiagram(string page, string aggregate, string diagram)
    {
        var (begin, end) = ($"<!-- {aggregate}-states:begin -->\n", $"<!-- {aggregate}-states:end -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return $"{page[..from]}```mermaid\n{diagram.TrimEnd()}\n```\n{page[page.IndexOf(end, StringComparison.Ordinal)..]}";
    }

    private static List<string> NamesIn(string page) => [.. GlossaryRow().Matches(page).Select(static row => row.Groups["name"].Value)];

    private static List<string> Unknown(IEnumerable<string> names)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var known = typeof(AggregateRoot).Assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMembers(all).Select(static member => member.Name).Append(type.Name))
            .ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => !known.Contains(name))];
    }

    [GeneratedRegex("""^\| `(?<state>[a-z]\w+)` \| (?<words>[^|]+) \|$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex StateRow();

    [GeneratedRegex("""^\| [^|]+ \| `(?<name>\w+)` \|""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GlossaryRow();
}
