using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Nscl.Architecture.Tests;

/// <summary>What the pages promise is there: the demo's accounts, the files they name and link to.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Password_and_secret_are_those_of_the_demo()
    {
        using var settings = JsonDocument.Parse(Repository.Read("src/Nscl.Api/appsettings.Development.json"));
        var demo = settings.RootElement.GetProperty("Nscl");

        Readme.ShouldContain($"\nMật khẩu (password): `{demo.GetProperty("DemoPassword").GetString()}`\n");
        Readme.ShouldContain($"client_secret={demo.GetProperty("DemoClientSecret").GetString()} ");
    }

    [Fact]
    public void Accounts_are_those_of_the_demo()
    {
        using var accounts = JsonDocument.Parse(Repository.Read("src/Nscl.Infrastructure/Identity/demo-accounts.json"));
        var known = accounts.RootElement.EnumerateArray().Select(static account => account.GetProperty("userName").GetString()!).Order(StringComparer.Ordinal);

        var named = AccountRow().Matches(Readme).SelectMany(static row => Quoted().Matches(row.Groups["accounts"].Value)).Select(static account => account.Groups["name"].Value);

        named.Order(StringComparer.Ordinal).ShouldBe(known);
    }

    [Fact]
    public void Links_and_paths_lead_to_files_that_exist()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            .ToList();

        pages.ShouldContain("README.md");
        pages.SelectMany(static page => DeadEnds(page, Repository.Read(page))).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_or_path_to_nothing_is_reported() =>
        DeadEnds("docs/some.md", "[here](adr/README.md), [there](nowhere.md#part), [outside](https://example.org), `src/Nscl.Domain/<Capability>`, `src/Nscl.Api/Program.cs`, `src/Nothing.cs`")
            .ShouldBe(["docs/some.md: nowhere.md", "docs/some.md: src/Nothing.cs"]);

    private static IEnumerable<string> DeadEnds(string page, string text)
    {
        var links = Link().Matches(text).Select(link => (Target: link.Groups["target"].Value, From: Path.GetDirectoryName(page)!));
        var paths = CodePath().Matches(text).Select(static path => (Target: path.Groups["path"].Value, From: string.Empty));
        return links.Concat(paths).Where(static end => !Path.Exists(Path.Combine(Repository.Root, end.From, end.Target))).Select(end => $"{page}: {end.Target}");
    }

    [GeneratedRegex("""^\| (?<accounts>`[a-z0-9.]+`(, `[a-z0-9.]+`)*) \|""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex AccountRow();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Quoted();

    /// <summary>A path from the root, in code marks; one with a placeholder in angle brackets names no file.</summary>
    [GeneratedRegex("""`(?<path>(src|tests|docs|packs|scripts|client|tools)/[^`<>\s]+)`""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex CodePath();

    [GeneratedRegex("""\]\((?!https?:)(?<target>[^)#\s]+)(#[^)]*)?\)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Link();
}
