using System.Collections.Concurrent;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nscl.Application.Common;
using Nscl.Application.Training;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

/// <summary>
/// Works off batches of certificates, step by step: as soon as one is asked for, after a start those that were left, and every half minute those of other
/// nodes that stopped. A step that fails is tried again; after three in a row the batch is given up and says so.
/// </summary>
internal sealed partial class CertificateIssuing(IServiceScopeFactory scopes, ICurrentUser current, TimeProvider clock, ILogger<CertificateIssuing> logger) : BackgroundService, ICertificateIssuing
{
    private const int MaxFailures = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Whoever wakes may not have committed yet.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(400);
    private readonly SemaphoreSlim _woken = new(0);
    private readonly ConcurrentDictionary<Guid, int> _failures = [];

    public void Wake() => _woken.Release();

    public override void Dispose()
    {
        _woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkOffAsync(stoppingToken);
                if (await _woken.WaitAsync(Pause, stoppingToken))
                {
                    await WorkOffAsync(stoppingToken);
                    await Task.Delay(SecondLook, clock, stoppingToken);
                }
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                LogFailed(exception);
                await Task.Delay(SecondLook, clock, CancellationToken.None);
            }
        }
    }

    private async Task WorkOffAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in await RunningAsync(cancellationToken))
        {
            try
            {
                while (await InTheNameOfAsync(batch, new ContinueCertificateBatchCommand(batch.Id), cancellationToken))
                {
                    _failures.TryRemove(batch.Id, out _);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(exception);
                if (_failures.AddOrUpdate(batch.Id, 1, static (_, count) => count + 1) >= MaxFailures)
                {
                    await InTheNameOfAsync(batch, new GiveUpCertificateBatchCommand(batch.Id), cancellationToken);
                    _failures.TryRemove(batch.Id, out _);
                }
                else
                {
                    Wake();
                }
            }
        }
    }

    private async Task<List<RunningBatch>> RunningAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NsclDbContext>().CertificateBatches.AsNoTracking().Where(static batch => batch.State == CertificateBatchState.Running)
            .OrderBy(static batch => batch.Id).Select(static batch => new RunningBatch(batch.Id, batch.Province, batch.RequestedBy, batch.RequestedByName)).ToListAsync(cancellationToken);
    }

    private async Task<bool> InTheNameOfAsync(RunningBatch batch, ICommand<bool> command, CancellationToken cancellationToken)
    {
        using var asOfficer = current.ActAs(new CurrentUser { Id = batch.RequestedBy, FullName = batch.RequestedByName, Province = batch.Province, Provinces = [batch.Province], Rows = RowScope.All });
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Issuing certificates failed; it is tried again.")]
    private partial void LogFailed(Exception exception);

    private sealed record RunningBatch(Guid Id, string Province, Guid RequestedBy, string RequestedByName);
}
