using System.Diagnostics;
using System.Globalization;

namespace Nscl.LocalDatabase;

/// <summary>A fast private cluster in the temporary folder, named after the process that uses it and gone with it.</summary>
public static class ThrowawayCluster
{
    private const string Prefix = "nscl-test-";

    /// <summary>Removes what killed test runs left behind, then starts a cluster for this process.</summary>
    public static async Task<LocalPostgresCluster> StartAsync(int? major = null, CancellationToken cancellationToken = default)
    {
        await SweepAsync(cancellationToken);
        var folder = Path.Combine(Path.GetTempPath(), Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        await LocalPostgresCluster.DeleteAsync(folder, cancellationToken);
        return await LocalPostgresCluster.StartAsync(new LocalPostgresOptions { Directory = folder, Major = major, Durable = false }, cancellationToken);
    }

    /// <summary>Stops and deletes the clusters of processes that no longer live.</summary>
    public static async Task SweepAsync(CancellationToken cancellationToken = default)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (!int.TryParse(Path.GetFileName(folder)[Prefix.Length..], CultureInfo.InvariantCulture, out var owner) || IsAlive(owner))
            {
                continue;
            }

            try
            {
                await LocalPostgresCluster.DeleteAsync(folder, cancellationToken);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // Another run is removing the same folder, or it belongs to another person on this machine.
            }
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
