using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Enrollments;

/// <summary>Looks every few minutes whether a supplement's deadline has passed; on several nodes the first one ends the dossier.</summary>
internal sealed partial class SupplementDeadlines(IServiceScopeFactory scopes, ICurrentUser current, TimeProvider clock, ILogger<SupplementDeadlines> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                using var asSystem = current.ActAs(SystemUser.Everywhere);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ISender>().Send(new ExpireOverdueSupplementsCommand(), stoppingToken);
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
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for passed supplement deadlines failed; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
