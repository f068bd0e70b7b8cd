using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using Nscl.Application.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// Tells PostgreSQL whose rows this caller may touch, for row-level security. The setting is always local to one transaction
/// (<c>set_config(…, true)</c>): a pooled connection never carries it to the next caller (S9).
/// Inside a transaction it is set once at the start; a single statement gets it in the same round trip – several statements sent
/// together are one implicit transaction.
/// </summary>
internal sealed class ProvinceScopeInterceptor(ICurrentUser current) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Setting = "nscl.provinces";
    public const string EveryProvince = "*";
    private const string Parameter = "nscl_provinces";
    private const string Prefix = "SELECT set_config('" + Setting + "', @" + Parameter + ", true);\n";

    public static string ValueFor(CurrentUser user) => string.Join(',', user.Provinces);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Scope(command);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Scope(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Scope(command);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Scope(command);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsScoped(command))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (IsScoped(command))
        {
            result.NextResult();
        }

        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = SetCommand((NpgsqlConnection)connection, (NpgsqlTransaction)result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = SetCommand((NpgsqlConnection)connection, (NpgsqlTransaction)result);
        command.ExecuteNonQuery();
        return result;
    }

    private NpgsqlCommand SetCommand(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        var command = new NpgsqlCommand("SELECT set_config('" + Setting + "', $1, true)", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ValueFor(current.User), NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }

    private void Scope(DbCommand command)
    {
        if (command.Transaction is not null || IsScoped(command))
        {
            return;
        }

        command.CommandText = Prefix + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter<string>(Parameter, ValueFor(current.User)));
    }

    private static bool IsScoped(DbCommand command) => command.CommandText.StartsWith(Prefix, StringComparison.Ordinal);
}
