using System.Data.Common;
using System.Globalization;
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
/// Locks that were asked for travel the same way: each statement sees what was committed before it began, so that one behind a lock sees what
/// the lock waited for.
/// </summary>
internal sealed class ProvinceScopeInterceptor(ICurrentUser current) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public const string Setting = "nscl.provinces";
    public const string EveryProvince = CurrentUser.EveryProvince;
    private const string Parameter = "nscl_provinces";
    private const string LockParameter = "nscl_lock";
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
        for (var ahead = TakeResultsAhead(eventData.Context); ahead > 0; ahead--)
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        for (var ahead = TakeResultsAhead(eventData.Context); ahead > 0; ahead--)
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

    private static int TakeResultsAhead(DbContext? context)
    {
        var db = (NsclDbContext)context!;
        var ahead = db.ResultsAhead;
        db.ResultsAhead = 0;
        return ahead;
    }

    private void Scope(DbCommand command, DbContext? context)
    {
        var db = (NsclDbContext)context!;
        var locks = string.Empty;
        db.ResultsAhead = 0;
        if (command.Transaction is { } transaction)
        {
            locks = LocksAhead(command, db);
            if (!ReferenceEquals(transaction, db.NotYetScoped))
            {
                command.CommandText = locks + command.CommandText;
                return;
            }

            db.NotYetScoped = null;
        }

        command.CommandText = Prefix + locks + command.CommandText;
        command.Parameters.Add(new NpgsqlParameter<string>(Parameter, ValueFor(current.User)));
        db.ResultsAhead++;
    }

    private static string LocksAhead(DbCommand command, NsclDbContext db)
    {
        var text = string.Empty;
        foreach (var (sql, value) in db.TakeLocksAhead())
        {
            var name = LockParameter + db.ResultsAhead.ToString(CultureInfo.InvariantCulture);
            text += string.Format(CultureInfo.InvariantCulture, sql, "@" + name) + ";\n";
            command.Parameters.Add(new NpgsqlParameter(name, value));
            db.ResultsAhead++;
        }

        return text;
    }
}
