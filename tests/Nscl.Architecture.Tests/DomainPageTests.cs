using System.Reflection;
using System.Text.RegularExpressions;
using Nscl.Domain.Common;
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

    private static List<string> NamesIn(string page) => [.. GlossaryRow().Matches(page).Select(static row => row.Groups["name"].Value)];

    private static List<string> Unknown(IEnumerable<string> names)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var known = typeof(AggregateRoot).Assembly.GetExportedTypes()
            .SelectMany(static type => type.GetMembers(all).Select(static member => member.Name).Append(type.Name))
            .ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => !known.Contains(name))];
    }

    [GeneratedRegex("""^\| [^|]+ \| `(?<name>\w+)` \|""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GlossaryRow();
}
