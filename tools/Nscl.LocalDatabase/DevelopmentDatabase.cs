namespace Nscl.LocalDatabase;

/// <summary>The database behind <c>./run</c>: a private cluster or, where there are no server programs, a container; provisioned and ready.</summary>
public static class DevelopmentDatabase
{
    /// <summary>Name of the application's database.</summary>
    public const string DatabaseName = "nscl";

    /// <summary>Starts and provisions the database of a data folder and writes <c>connections.env</c>, which a shell can read, beside it.</summary>
    /// <returns>What runs, for the person at the console.</returns>
    public static async Task<string> StartAsync(string dataDirectory, int? major, CancellationToken cancellationToken = default)
    {
        var folder = ServerFolder(dataDirectory);
        var (description, admin) = await StartServerAsync(folder, major, cancellationToken);
        var owner = await SecretFile.ReadOrCreateAsync(Path.Combine(dataDirectory, "nscl_owner.password"), cancellationToken);
        var app = await SecretFile.ReadOrCreateAsync(Path.Combine(dataDirectory, "nscl_app.password"), cancellationToken);
        await DatabaseProvisioning.ProvisionAsync(admin, DatabaseName, owner, app, cancellationToken);
        await SecretFile.WriteAsync(
            Path.Combine(dataDirectory, "connections.env"),
            $"""
            ConnectionStrings__Nscl='{DatabaseProvisioning.ConnectionStringFor(admin, DatabaseName, DatabaseProvisioning.AppRole, app)}'
            ConnectionStrings__NsclOwner='{DatabaseProvisioning.ConnectionStringFor(admin, DatabaseName, DatabaseProvisioning.OwnerRole, owner)}'

            """,
            cancellationToken);
        return description;
    }

    /// <summary>Stops the database of a data folder; the data stays.</summary>
    public static async Task StopAsync(string dataDirectory, CancellationToken cancellationToken = default)
    {
        var folder = ServerFolder(dataDirectory);
        if (UsesDocker(folder))
        {
            await DockerPostgres.StopAsync(folder, cancellationToken);
            return;
        }

        await LocalPostgresCluster.StopAsync(folder, cancellationToken);
    }

    /// <summary>Stops the database of a data folder and deletes its data.</summary>
    public static async Task DeleteAsync(string dataDirectory, CancellationToken cancellationToken = default)
    {
        var folder = ServerFolder(dataDirectory);
        if (UsesDocker(folder))
        {
            await DockerPostgres.DeleteAsync(folder, cancellationToken);
        }

        await LocalPostgresCluster.DeleteAsync(folder, cancellationToken);
    }

    private static string ServerFolder(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "postgres");

    private static string DockerMark(string folder) => Path.Combine(folder, "in-docker");

    private static bool UsesDocker(string folder) => File.Exists(DockerMark(folder));

    private static async Task<(string Description, string AdminConnectionString)> StartServerAsync(string folder, int? major, CancellationToken cancellationToken)
    {
        if (UsesDocker(folder) || (PostgresBinaries.Find(major) is null && await DockerEngine.AnswersAsync(cancellationToken)))
        {
            var admin = await DockerPostgres.StartAsync(folder, major, cancellationToken);
            await File.WriteAllTextAsync(DockerMark(folder), string.Empty, cancellationToken);
            return ("PostgreSQL in Docker", admin);
        }

        var cluster = await LocalPostgresCluster.StartAsync(new LocalPostgresOptions { Directory = folder, Major = major }, cancellationToken);
        return (cluster.Description, cluster.AdminConnectionString);
    }
}
