using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Nscl.LocalDatabase;

/// <summary>
/// The account that runs PostgreSQL: whoever runs this process, except under root, which PostgreSQL refuses.
/// Root hands the cluster to <c>postgres</c>, or to <c>nobody</c> where that account does not exist.
/// </summary>
internal sealed partial class ServerAccount
{
    private const string RelocationRoot = "/var/tmp";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string? _name;

    private ServerAccount(string? name) => _name = name;

    public static ServerAccount Current { get; } = new(IsRoot() ? UnprivilegedName() : null);

    public Task<ToolResult> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken cancellationToken = default) =>
        CommandLineTool.RunAsync(file, arguments, _name, cancellationToken: cancellationToken);

    /// <summary>
    /// Makes <paramref name="folder"/> usable by the account and answers where it really lies: in the same place,
    /// or under /var/tmp when a parent folder is closed to the account (a checkout under /root).
    /// </summary>
    public async Task<string> ClaimFolderAsync(string folder, CancellationToken cancellationToken)
    {
        await CreateOwnedFolderAsync(folder, cancellationToken);
        if (_name is null || await TestAsync("-O", folder, _name, cancellationToken))
        {
            return folder;
        }

        var relocated = RelocatedFolder(folder);
        await CreateOwnedFolderAsync(relocated, cancellationToken);
        // The name can be guessed and everyone may write to /var/tmp: a folder that someone else put there is not ours.
        return await TestAsync("-O", relocated, _name, cancellationToken)
            ? relocated
            : throw new InvalidOperationException($"{relocated} exists and belongs to someone else. Remove it and start again.");
    }

    /// <summary>Where a folder claimed earlier lies now, or null when there is none.</summary>
    public async Task<string?> FindClaimedFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (_name is null)
        {
            return Directory.Exists(folder) ? folder : null;
        }

        foreach (var candidate in (string[])[folder, RelocatedFolder(folder)])
        {
            if (Directory.Exists(candidate) && await TestAsync("-O", candidate, _name, cancellationToken))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Answers a folder of the same programs that the account can enter, copying them when it cannot.</summary>
    public async Task<string> ReachableBinariesAsync(string binDirectory, CancellationToken cancellationToken)
    {
        var server = Path.Combine(binDirectory, PostgresBinaries.Executable("postgres"));
        if (_name is null || await TestAsync("-x", server, _name, cancellationToken))
        {
            return binDirectory;
        }

        var stamp = File.GetLastWriteTimeUtc(server).Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var copy = Path.Combine(RelocationRoot, "nscl-pg-bin-" + ShortHash(server + stamp));
        if (!Directory.Exists(copy))
        {
            var unfinished = $"{copy}.{Environment.ProcessId}";
            (await CommandLineTool.RunAsync("cp", ["-a", Path.GetFullPath(Path.Combine(binDirectory, "..")), unfinished], cancellationToken: cancellationToken)).EnsureSucceeded();
            try
            {
                Directory.Move(unfinished, copy);
            }
            catch (IOException) when (Directory.Exists(copy))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }

        return await TestAsync("-O", copy, account: null, cancellationToken)
            ? Path.Combine(copy, "bin")
            : throw new InvalidOperationException($"{copy} exists and belongs to someone else. Remove it and start again.");
    }

    /// <summary>Gives a file that this process wrote to the account.</summary>
    public async Task HandOverAsync(string file, CancellationToken cancellationToken)
    {
        if (_name is not null)
        {
            (await CommandLineTool.RunAsync("chown", [_name + ":", file], cancellationToken: cancellationToken)).EnsureSucceeded();
        }
    }

    private static string RelocatedFolder(string folder) => Path.Combine(RelocationRoot, "nscl-pg-" + ShortHash(folder));

    private static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static async Task<bool> TestAsync(string condition, string path, string? account, CancellationToken cancellationToken) =>
        (await CommandLineTool.RunAsync("test", [condition, path], account, cancellationToken: cancellationToken)).Succeeded;

    private static string UnprivilegedName() =>
        File.ReadLines("/etc/passwd").Any(static line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static bool IsRoot() => !OperatingSystem.IsWindows() && GetEffectiveUserId() == 0;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();

    private async Task CreateOwnedFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // Only the last folder is private: its parents keep the modes of the checkout.
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, OwnerOnly);
        await HandOverAsync(folder, cancellationToken);
    }
}
