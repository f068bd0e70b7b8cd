using Npgsql;

namespace Nscl.TestSupport;

/// <summary>One database of a test class, seen by the three roles.</summary>
/// <param name="app">Login of the API.</param>
/// <param name="owner">Login of the migrate step.</param>
/// <param name="admin">The superuser, in this database.</param>
/// <param name="drop">Removes the database.</param>
public sealed class TestDatabase(string app, string owner, string admin, Func<Task> drop) : IAsyncDisposable
{
    /// <summary>The API's login: bound by row-level security, without rights to change the schema.</summary>
    public string AppConnectionString { get; } = app;

    /// <summary>Owner of the schema.</summary>
    public string OwnerConnectionString { get; } = owner;

    /// <summary>The superuser: sees every row and may tamper with all of them, as tests of the audit chain must.</summary>
    public string AdminConnectionString { get; } = admin;

    /// <summary>Runs one statement as the superuser and answers the number of rows it touched.</summary>
    public async Task<int> ExecuteAsAdminAsync(string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync();
        await using var command = WithParameters(new NpgsqlCommand(sql, connection), parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value as the superuser; null where there is no row or the value is null.</summary>
    public async Task<object?> ScalarAsAdminAsync(string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync();
        await using var command = WithParameters(new NpgsqlCommand(sql, connection), parameters);
        var value = await command.ExecuteScalarAsync();
        return value is DBNull ? null : value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connectionString in (string[])[AppConnectionString, OwnerConnectionString, AdminConnectionString])
        {
            await using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
        }

        await drop();
    }

    private static NpgsqlCommand WithParameters(NpgsqlCommand command, object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
