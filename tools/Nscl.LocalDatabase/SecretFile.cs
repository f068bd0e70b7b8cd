using System.Security.Cryptography;

namespace Nscl.LocalDatabase;

/// <summary>A random password in a file that only its owner can read.</summary>
internal static class SecretFile
{
    /// <summary>Reads the password; makes one of 128 random bits on first use.</summary>
    public static async Task<string> ReadOrCreateAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            await WriteAsync(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + "\n", cancellationToken);
        }

        return (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
    }

    /// <summary>Writes a file that holds secrets; it is never readable by others, not even while it is written.</summary>
    public static async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        var unfinished = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(unfinished);
        var writer = new StreamWriter(unfinished, options);
        await using (writer)
        {
            await writer.WriteAsync(content.AsMemory(), cancellationToken);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
