using System.Globalization;
using Nscl.LocalDatabase;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Nscl.TestSupport;

/// <summary>One PostgreSQL server for a test run: a container where a Docker engine answers, otherwise a private local cluster.</summary>
public sealed class TestDatabaseServer : IAsyncDisposable
{
    private const int DefaultMajor = 18;
    private readonly Func<ValueTask> _remove;

    private TestDatabaseServer(string adminConnectionString, string description, Func<ValueTask> remove)
    {
        AdminConnectionString = adminConnectionString;
        Description = description;
        _remove = remove;
    }

    /// <summary>Connection string of the superuser, to the maintenance database.</summary>
    public string AdminConnectionString { get; }

    /// <summary>What runs, for the test log.</summary>
    public string Description { get; }

    /// <summary>
    /// Starts a server. <c>./test --pg 15</c> sets NSCL_PG_MAJOR, which chooses the version;
    /// NSCL_TEST_DB=local leaves Docker aside.
    /// </summary>
    public static async Task<TestDatabaseServer> StartAsync()
    {
        int? major = int.TryParse(Environment.GetEnvironmentVariable("NSCL_PG_MAJOR"), CultureInfo.InvariantCulture, out var wanted) ? wanted : null;
        var local = string.Equals(Environment.GetEnvironmentVariable("NSCL_TEST_DB"), "local", StringComparison.Ordinal);
        return !local && await DockerEngine.AnswersAsync() ? await StartContainerAsync(major ?? DefaultMajor) : await StartClusterAsync(major);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _remove();
    }

    private static async Task<TestDatabaseServer> StartContainerAsync(int major)
    {
        var container = new PostgreSqlBuilder($"postgres:{major}-alpine")
            .WithCommand("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=200")
            .Build();
        await container.StartAsync();
        return new TestDatabaseServer(container.GetConnectionString(), $"PostgreSQL {major} in a container", container.DisposeAsync);
    }

    private static async Task<TestDatabaseServer> StartClusterAsync(int? major)
    {
        var cluster = await ThrowawayCluster.StartAsync(major);
        return new TestDatabaseServer(cluster.AdminConnectionString, cluster.Description, async () => await cluster.DeleteAsync());
    }
}
