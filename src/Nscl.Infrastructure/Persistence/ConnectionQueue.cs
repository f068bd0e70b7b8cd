using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// Who needs a connection waits here in the order of arrival until one is free. The pool itself waits no longer than a connection may take to be made –
/// a dead database is to be noticed in seconds –, and would send away a crowd that a living one serves (thousands for two
/// hundred seats). A request that is given up leaves the queue.
/// </summary>
public sealed class ConnectionQueue(int connections, TimeSpan patience) : DbConnectionInterceptor, IDisposable
{
    /// <summary>Setting: seconds that somebody waits before he is told to come again.</summary>
    public const string WaitSetting = "Nscl:ConnectionWaitSeconds";
    public const int DefaultWaitSeconds = 60;

    /// <summary>Not for the queue: by this one the readiness probe goes past it, and answers while a crowd waits.</summary>
    public const int Reserved = 1;

    private readonly SemaphoreSlim _free = new(connections, connections);
    private readonly ConcurrentDictionary<DbConnection, bool> _held = new(ReferenceEqualityComparer.Instance);

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Hold(connection, await _free.WaitAsync(patience, cancellationToken));
        return result;
    }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Hold(connection, _free.Wait(patience));
        return result;
    }

    public override Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(connection);
        return Task.CompletedTask;
    }

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Release(connection);

    /// <summary>Whoever gives up while his connection is made has not failed, for EF Core: without this his place would be lost for good.</summary>
    public override Task ConnectionCanceledAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(connection);
        return Task.CompletedTask;
    }

    public override void ConnectionCanceled(DbConnection connection, ConnectionEndEventData eventData) => Release(connection);

    public void Dispose() => _free.Dispose();

    private void Hold(DbConnection connection, bool isFree)
    {
        if (!isFree)
        {
            throw new TimeoutException("No connection to the database became free in time.");
        }

        _held[connection] = true;
        // Closing, breaking and disposing all end here.
        connection.StateChange += OnStateChange;
    }

    private void OnStateChange(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState is ConnectionState.Closed or ConnectionState.Broken)
        {
            Release((DbConnection)sender);
        }
    }

    private void Release(DbConnection connection)
    {
        if (_held.TryRemove(connection, out _))
        {
            connection.StateChange -= OnStateChange;
            _free.Release();
        }
    }
}
