using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Nscl.LocalDatabase;

/// <summary>The development database in a container, for machines that have Docker and no PostgreSQL programs.</summary>
internal static class DockerPostgres
{
    private const int DefaultMajor = 18;
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Starts the container of a folder, making it on first use, and answers the administrator's connection string.</summary>
    public static async Task<string> StartAsync(string directory, int? major, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var name = ContainerName(directory);
        var password = await SecretFile.ReadOrCreateAsync(Path.Combine(directory, "superuser.password"), cancellationToken);
        if (!(await DockerAsync(["start", name], cancellationToken)).Succeeded)
        {
            (await RunNewAsync(name, major ?? DefaultMajor, password, cancellationToken)).EnsureSucceeded();
        }

        var published = (await DockerAsync(["port", name, "5432/tcp"], cancellationToken)).EnsureSucceeded().Output.Trim();
        var admin = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(published[(published.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture),
            Username = "postgres",
            Password = password,
            Database = "postgres",
        }.ConnectionString;
        await WaitUntilReadyAsync(admin, cancellationToken);
        return admin;
    }

    public static Task StopAsync(string directory, CancellationToken cancellationToken) =>
        DockerAsync(["stop", ContainerName(directory)], cancellationToken);

    public static async Task DeleteAsync(string directory, CancellationToken cancellationToken)
    {
        await DockerAsync(["rm", "--force", ContainerName(directory)], cancellationToken);
        await DockerAsync(["volume", "rm", ContainerName(directory)], cancellationToken);
    }

    private static Task<ToolResult> RunNewAsync(string name, int major, string password, CancellationToken cancellationToken)
    {
        // From 18 on the image keeps its data one folder higher, in a folder per major version.
        var volume = major >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
        return CommandLineTool.RunAsync(
            "docker",
            [
                "run", "--detach", "--name", name, "--env", "POSTGRES_PASSWORD",
                "--publish", "127.0.0.1::5432", "--volume", $"{name}:{volume}", $"postgres:{major.ToString(CultureInfo.InvariantCulture)}-alpine",
            ],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["POSTGRES_PASSWORD"] = password },
            cancellationToken: cancellationToken);
    }

    private static async Task WaitUntilReadyAsync(string adminConnectionString, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_startTimeout);
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(adminConnectionString) { Pooling = false }.ConnectionString);
                await connection.OpenAsync(timeout.Token);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), timeout.Token);
            }
        }
    }

    private static Task<ToolResult> DockerAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        CommandLineTool.RunAsync("docker", arguments, cancellationToken: cancellationToken);

    /// <summary>One container per folder, so that two checkouts never share one.</summary>
    private static string ContainerName(string directory) =>
        "nscl-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(directory))))[..12];
}
