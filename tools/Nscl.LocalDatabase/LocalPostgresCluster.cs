using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Nscl.LocalDatabase;

/// <summary>Where and how a private PostgreSQL cluster runs.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Folder for the cluster, its password and its log; made when missing.</summary>
    public required string Directory { get; init; }

    /// <summary>Major version to use; null takes that of existing data, otherwise the first one found.</summary>
    public int? Major { get; init; }

    /// <summary>False trades durability for speed: for tests only, since a crash may lose the data.</summary>
    public bool Durable { get; init; } = true;
}

/// <summary>A PostgreSQL server on a free loopback port that needs no Docker, no installation and no rights.</summary>
public sealed class LocalPostgresCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const int StartAttempts = 3;
    private static readonly string[] s_settings =
    [
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=",
        "-c max_connections=200",
        "-c shared_buffers=128MB",
        "-c timezone=UTC",
        "-c log_timezone=UTC",
    ];

    private static readonly string[] s_fastSettings =
    [
        "-c fsync=off",
        "-c synchronous_commit=off",
        "-c full_page_writes=off",
        "-c wal_level=minimal",
        "-c max_wal_senders=0",
        "-c autovacuum=off",
        "-c max_wal_size=4GB",
    ];

    private readonly string _home;
    private readonly string _bin;
    private readonly string _password;

    private LocalPostgresCluster(string home, string bin, string password)
    {
        _home = home;
        _bin = bin;
        _password = password;
    }

    /// <summary>Loopback port of the running server.</summary>
    public int Port { get; private set; }

    /// <summary>Version and place of the server programs, for messages.</summary>
    public string Description => $"PostgreSQL {PostgresBinaries.Major(_bin)} ({_bin})";

    private string Data => Path.Combine(_home, "data");

    /// <summary>Connection string of the superuser.</summary>
    public string AdminConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = Superuser,
        Password = _password,
        Database = "postgres",
    }.ConnectionString;

    /// <summary>Starts the cluster of a folder, making it on first use; takes over one that is still running.</summary>
    public static async Task<LocalPostgresCluster> StartAsync(LocalPostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var home = await ServerAccount.Current.ClaimFolderAsync(Path.GetFullPath(options.Directory), cancellationToken);
        var bin = await BinariesAsync(home, options.Major, cancellationToken);
        var password = await ReadPasswordAsync(home, cancellationToken);
        var cluster = new LocalPostgresCluster(home, bin, password);

        if (!Directory.Exists(cluster.Data))
        {
            await cluster.InitialiseAsync(cancellationToken);
        }

        if (!await cluster.TakeOverAsync(cancellationToken))
        {
            await cluster.LaunchAsync(options.Durable, cancellationToken);
        }

        return cluster;
    }

    /// <summary>Stops the server of a folder, whoever started it. Does nothing where none runs.</summary>
    public static async Task StopAsync(string directory, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(directory, cancellationToken) is { } cluster)
        {
            await cluster.StopAsync(cancellationToken);
        }
    }

    /// <summary>Stops the server of a folder and deletes its data.</summary>
    public static async Task DeleteAsync(string directory, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(directory, cancellationToken) is { } cluster)
        {
            await cluster.DeleteAsync(cancellationToken);
        }

        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Stops the server and deletes its data.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync(cancellationToken);
        Directory.Delete(_home, recursive: true);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static async Task<LocalPostgresCluster?> FindAsync(string directory, CancellationToken cancellationToken)
    {
        var home = await ServerAccount.Current.FindClaimedFolderAsync(Path.GetFullPath(directory), cancellationToken);
        return home is null || DataMajor(home) is null
            ? null
            : new LocalPostgresCluster(home, await BinariesAsync(home, major: null, cancellationToken), string.Empty);
    }

    /// <summary>Data of one major version can only be opened by programs of the same.</summary>
    private static async Task<string> BinariesAsync(string home, int? major, CancellationToken cancellationToken)
    {
        var existing = DataMajor(home);
        if (existing is not null && major is not null && existing != major)
        {
            throw new InvalidOperationException($"The data in {home} belongs to PostgreSQL {existing}, not {major}. Use that version, another port, or start anew with --reset.");
        }

        var bin = PostgresBinaries.Find(existing ?? major) ?? throw new InvalidOperationException(PostgresBinaries.HelpFor(existing ?? major));
        PostgresBinaries.RestoreLibraryLinks(bin);
        return await ServerAccount.Current.ReachableBinariesAsync(bin, cancellationToken);
    }

    private static int? DataMajor(string home)
    {
        var version = Path.Combine(home, "data", "PG_VERSION");
        return File.Exists(version) ? int.Parse(File.ReadAllText(version), CultureInfo.InvariantCulture) : null;
    }

    private static async Task<string> ReadPasswordAsync(string home, CancellationToken cancellationToken)
    {
        var file = Path.Combine(home, "superuser.password");
        var password = await SecretFile.ReadOrCreateAsync(file, cancellationToken);
        await ServerAccount.Current.HandOverAsync(file, cancellationToken);
        return password;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// Makes the cluster beside its place and then moves it there, so that a process killed in between leaves nothing half-made.
    /// ICU is chosen because with the C locale alone lower() and ILIKE leave Vietnamese letters as they are.
    /// </summary>
    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        (await ToolAsync(
            "initdb",
            [
                "-D", unfinished, "-U", Superuser, "--pwfile", Path.Combine(_home, "superuser.password"), "--auth", "scram-sha-256",
                "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=vi-VN", "--no-sync",
            ],
            cancellationToken)).EnsureSucceeded();
        Directory.Move(unfinished, Data);
    }

    /// <summary>True when the server of this folder already runs, left over by a process that was killed.</summary>
    private async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        if (!(await ToolAsync("pg_ctl", ["status", "-D", Data], cancellationToken)).Succeeded)
        {
            return false;
        }

        var lockFile = Path.Combine(Data, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(lockFile, cancellationToken);
        if (IsLivePostgres(int.Parse(lines[0], CultureInfo.InvariantCulture)))
        {
            Port = int.Parse(lines[3], CultureInfo.InvariantCulture);
            return true;
        }

        // After a crash the number may belong to another program or to a dead one, and pg_ctl looks at the number only.
        File.Delete(lockFile);
        return false;
    }

    private static bool IsLivePostgres(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // "4711 (postgres) S 1 …": a server killed in a container whose first process reaps nothing stays as Z.
                var status = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");
                return status.Contains("(postgres)", StringComparison.Ordinal) && !status.Contains(") Z ", StringComparison.Ordinal);
            }

            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    private async Task LaunchAsync(bool durable, CancellationToken cancellationToken)
    {
        var log = Path.Combine(_home, "server.log");
        for (var attempt = 1; ; attempt++)
        {
            if (File.Exists(log))
            {
                File.Move(log, log + ".previous", overwrite: true);
            }

            Port = FreePort();
            var settings = string.Join(' ', [$"-p {Port.ToString(CultureInfo.InvariantCulture)}", .. s_settings, .. durable ? [] : s_fastSettings]);
            // Without -l the server would hold our end of the output open and this call would never return.
            var started = await ToolAsync("pg_ctl", ["start", "-w", "-t", "60", "-D", Data, "-l", log, "-o", settings], cancellationToken);
            if (started.Succeeded)
            {
                return;
            }

            // Someone else may have taken the port, or the last backends of a killed server are still ending.
            if (attempt == StartAttempts)
            {
                var said = File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : string.Empty;
                throw new InvalidOperationException($"PostgreSQL did not start.\n{started.Output}{started.Errors}{said}");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!(await ToolAsync("pg_ctl", ["status", "-D", Data], cancellationToken)).Succeeded)
        {
            return;
        }

        var stopped = await ToolAsync("pg_ctl", ["stop", "-w", "-t", "30", "-m", "fast", "-D", Data], cancellationToken);
        if (!stopped.Succeeded)
        {
            await ToolAsync("pg_ctl", ["stop", "-w", "-t", "30", "-m", "immediate", "-D", Data], cancellationToken);
        }
    }

    private Task<ToolResult> ToolAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        ServerAccount.Current.RunAsync(Path.Combine(_bin, PostgresBinaries.Executable(tool)), arguments, cancellationToken);
}
