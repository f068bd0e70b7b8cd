using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Nscl.Application.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// Tells PostgreSQL whose rows this caller may touch, for row-level security. The setting is always local to one transaction
/// (<c>set_config(…, true)</c>): a pooled connection never carries it to the next caller (S9).
/// It travels with the first statement of a transaction, or with a single statement – several statements sent together are one
/// implicit transaction – and so never costs a round trip. Going back to a savepoint undoes a setting made after it; it is then sent again.
/// </summary>
internal sealed class ProvinceScopeInterceptor(ICurrentUser current) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Setting = "nscl.provinces";
    public const string EveryProvince = CurrentUser.EveryProvince;
    private const string Parameter = "nscl_provinces";
    private const string Prefix = "SELECT set_config('" + Setting + "', @" + Parameter + ", true);\n";

    public static string ValueFor(CurrentUser user) => string.Join(',', user.Provinces);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Scope(command, eventData.Context);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Scope(command, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Scope(command, eventData.Context);
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Scope(command, eventData.Context);
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

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        new(TransactionStarted(connection, eventData, result));

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        NotYetScoped(result, eventData.Context);
        return result;
    }

    public Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        RolledBackToSavepoint(transaction, eventData);
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => NotYetScoped(transaction, eventData.Context);

    private static void NotYetScoped(DbTransaction transaction, DbContext? context) => ((NsclDbContext)context!).NotYetScoped = transaction;

    private void Scope(DbCommand command, DbContext? context)
    {
        if (IsScoped(command))
        {
            return;
        }

        if (command.Transaction is { } transaction)
        {
            var db = (NsclDbContext)context!;
            if (!ReferenceEquals(transaction, db.NotYetScoped))
            {
                return;
            }

            db.NotYetScoped = null;
        }

        command.CommandText = Prefix + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter<string>(Parameter, ValueFor(current.User)));
    }

    private static bool IsScoped(DbCommand command) => command.CommandText.StartsWith(Prefix, StringComparison.Ordinal);
}
