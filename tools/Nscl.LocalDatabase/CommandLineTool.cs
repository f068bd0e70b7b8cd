using System.Diagnostics;

namespace Nscl.LocalDatabase;

/// <summary>Runs one command-line program to its end and keeps what it said.</summary>
internal static class CommandLineTool
{
    /// <param name="file">Full path, or a name that is looked up in PATH.</param>
    /// <param name="arguments">One entry per argument; nothing is split or quoted.</param>
    /// <param name="account">Account to run as. Where this process is root, .NET itself changes to it in the child.</param>
    /// <param name="environment">Variables added to the inherited ones; secrets go here, since arguments are visible to everyone.</param>
    /// <param name="cancellationToken">Kills the program and what it started.</param>
    public static async Task<ToolResult> RunAsync(
        string file,
        IReadOnlyList<string> arguments,
        string? account = null,
        IReadOnlyDictionary<string, string>? environment = null,
        CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(Resolve(file), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // The caller's folder may be closed to the account.
            WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(AppContext.BaseDirectory)),
        };
        if (account is not null)
        {
            start.UserName = account;
        }

        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Cannot start {file}.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ToolResult(Path.GetFileNameWithoutExtension(file), process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>.NET would look into the working folder before PATH, and there lies our own <c>./test</c>.</summary>
    private static string Resolve(string file) => Path.IsPathRooted(file)
        ? file
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"{file} is not installed.");
}

/// <summary>How a command-line program ended.</summary>
internal sealed record ToolResult(string Tool, int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    public ToolResult EnsureSucceeded() => Succeeded
        ? this
        : throw new InvalidOperationException($"{Tool} failed with exit code {ExitCode}.\n{Output}{Errors}".TrimEnd());
}
