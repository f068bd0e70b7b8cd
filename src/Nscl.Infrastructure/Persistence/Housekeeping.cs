using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nscl.Application.Common;
using Nscl.Application.Training;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// Takes away what has served its time: answers to keyed requests and sessions that ended long ago, and seats of courses that were offered and
/// not confirmed; opens the evaluations that are due. Whoever signed in when stays in the audit trail. On several nodes each may sweep; a row goes once.
/// </summary>
public sealed partial class Housekeeping(IServiceScopeFactory scopes, ICurrentUser current, TimeProvider clock, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>How long a keyed request may be repeated and gets its first answer (A39).</summary>
    public static readonly TimeSpan AnswersKept = TimeSpan.FromDays(7);

    /// <summary>Since the sign-in; a session ends after ten hours at the latest.</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);
    private const int BatchSize = 5_000;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <returns>How many rows went.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<NsclDbContext>().Database;
        var (answersBefore, sessionsBefore) = (clock.GetUtcNow() - AnswersKept, clock.GetUtcNow() - SessionsKept);
        var (total, gone) = (0, 0);
        do
        {
            // In small bites: no lock is held for long, and a stop in between loses nothing.
            gone = await database.ExecuteSqlAsync($"DELETE FROM idempotency_records WHERE ctid IN (SELECT ctid FROM idempotency_records WHERE created_at < {answersBefore} LIMIT {BatchSize})", cancellationToken)
                + await database.ExecuteSqlAsync($"DELETE FROM user_sessions WHERE ctid IN (SELECT ctid FROM user_sessions WHERE started_at < {sessionsBefore} LIMIT {BatchSize})", cancellationToken);
            total += gone;
        }
        while (gone > 0);

        return total;
    }

    /// <summary>Offered seats that nobody confirmed in time go to those who wait.</summary>
    /// <returns>How many courses had such a seat.</returns>
    public async Task<int> LapseOffersAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new LapseOverdueOffersCommand(), cancellationToken);
    }

    /// <summary>Courses whose last session has come are evaluated.</summary>
    /// <returns>How many evaluations were opened.</returns>
    public async Task<int> OpenEvaluationsAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new OpenDueEvaluationsCommand(), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LapseOffersAsync(stoppingToken);
                await OpenEvaluationsAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Taking away old answers, sessions and offers or opening evaluations failed; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
