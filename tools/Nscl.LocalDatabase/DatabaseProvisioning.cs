using Npgsql;

namespace Nscl.LocalDatabase;

/// <summary>
/// Everything that only an administrator of the server may do, once per database and again without harm: roles, database, extensions.
/// Valid on PostgreSQL 15 to 18.
/// </summary>
public static class DatabaseProvisioning
{
    /// <summary>Owns database and schema; used by the migrate step only.</summary>
    public const string OwnerRole = "nscl_owner";

    /// <summary>The API's login: neither owner nor superuser, bound by row-level security.</summary>
    public const string AppRole = "nscl_app";

    /// <summary>
    /// Owns the search functions and cannot log in. LIKE is not leakproof, so under row-level security it could not use the
    /// trigram index: the functions filter the tenant themselves and look past the policies.
    /// </summary>
    public const string SearchRole = "nscl_search";

    // Any number, the same in every process: roles belong to the server, so two databases made at once would collide on them.
    private const long RoleLock = 0x4E53434C;

    /// <summary>Makes roles, database, extensions and connection rights, or brings existing ones in line.</summary>
    /// <param name="adminConnectionString">A superuser, connected to the maintenance database.</param>
    /// <param name="databaseName">Made with Vietnamese ICU rules, whatever the server's own locale is.</param>
    /// <param name="ownerPassword">Set on <see cref="OwnerRole"/>.</param>
    /// <param name="appPassword">Set on <see cref="AppRole"/>.</param>
    /// <param name="cancellationToken">Stops between two statements.</param>
    public static async Task ProvisionAsync(
        string adminConnectionString,
        string databaseName,
        string ownerPassword,
        string appPassword,
        CancellationToken cancellationToken = default)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(adminConnectionString) { Pooling = false };
        await using (var server = new NpgsqlConnection(unpooled.ConnectionString))
        {
            await server.OpenAsync(cancellationToken);
            // A session lock, released with the connection: CREATE DATABASE cannot run inside a transaction.
            await server.ExecuteAsync($"SELECT pg_advisory_lock({RoleLock})", cancellationToken);
            await EnsureRoleAsync(server, OwnerRole, "LOGIN NOBYPASSRLS", ownerPassword, cancellationToken);
            await EnsureRoleAsync(server, AppRole, "LOGIN NOBYPASSRLS", appPassword, cancellationToken);
            await EnsureRoleAsync(server, SearchRole, "NOLOGIN BYPASSRLS", password: null, cancellationToken);
            // Only a member may hand a function over to another role.
            await server.ExecuteAsync($"GRANT {SearchRole} TO {OwnerRole}", cancellationToken);
            await EnsureDatabaseAsync(server, databaseName, cancellationToken);
            await GrantConnectAsync(server, databaseName, cancellationToken);
        }

        unpooled.Database = databaseName;
        await using var database = new NpgsqlConnection(unpooled.ConnectionString);
        await database.OpenAsync(cancellationToken);
        await database.ExecuteAsync(
            $"""
            CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
            CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
            CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
            ALTER SCHEMA public OWNER TO {OwnerRole};
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT USAGE ON SCHEMA public TO {AppRole};
            -- The owner of a function must be allowed to create in its schema.
            GRANT USAGE, CREATE ON SCHEMA public TO {SearchRole};
            """,
            cancellationToken);
    }

    /// <summary>Lets the two logins connect and nobody else. A copy of a template does not inherit these rights.</summary>
    public static async Task GrantConnectAsync(NpgsqlConnection server, string databaseName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        var database = QuoteIdentifier(databaseName);
        await server.ExecuteAsync(
            $"""
            REVOKE ALL ON DATABASE {database} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {database} TO {OwnerRole}, {AppRole};
            """,
            cancellationToken);
    }

    /// <summary>The connection string of one of the two logins, derived from the administrator's.</summary>
    public static string ConnectionStringFor(string adminConnectionString, string databaseName, string role, string password) =>
        new NpgsqlConnectionStringBuilder(adminConnectionString) { Database = databaseName, Username = role, Password = password }.ConnectionString;

    internal static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static string QuoteIdentifier(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static async Task EnsureRoleAsync(NpgsqlConnection server, string role, string attributes, string? password, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, cancellationToken))
        {
            await server.ExecuteAsync($"CREATE ROLE {role}", cancellationToken);
        }

        await server.ExecuteAsync($"ALTER ROLE {role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION {attributes}", cancellationToken);
        if (password is not null)
        {
            await server.ExecuteAsync($"ALTER ROLE {role} PASSWORD {await QuoteLiteralAsync(server, password, cancellationToken)}", cancellationToken);
        }
    }

    private static async Task EnsureDatabaseAsync(NpgsqlConnection server, string name, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_database WHERE datname = $1", name, cancellationToken))
        {
            await server.ExecuteAsync(
                $"CREATE DATABASE {QuoteIdentifier(name)} OWNER {OwnerRole} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN'",
                cancellationToken);
        }

        await server.ExecuteAsync($"ALTER DATABASE {QuoteIdentifier(name)} OWNER TO {OwnerRole}", cancellationToken);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection server, string sql, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, server) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>ALTER ROLE takes no parameters, so the server itself quotes the password.</summary>
    private static async Task<string> QuoteLiteralAsync(NpgsqlConnection server, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT quote_literal($1)", server) { Parameters = { new() { Value = text } } };
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
