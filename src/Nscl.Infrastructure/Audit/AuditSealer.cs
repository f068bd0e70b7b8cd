using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Audit;

/// <summary>
/// Lays the chain over committed entries, several times a second. Writers never wait for it: they only leave their entry and a
/// note that it is unsealed. One sealer at a time works on a province, whichever node it runs on.
/// </summary>
public sealed partial class AuditSealer(IServiceScopeFactory scopes, ICurrentUser current, IAuditAnchor anchor, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    private const int BatchSize = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Seals what is committed now and says how many entries that were.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NsclDbContext>();
        var provinces = await db.Set<UnsealedAuditEntry>().Select(static row => row.Province).Distinct().ToListAsync(cancellationToken);
        var count = 0;
        foreach (var province in provinces)
        {
            count += await SealProvinceAsync(db, province, cancellationToken);
        }

        return count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sealedNow = 0;
            try
            {
                sealedNow = await SealAsync(stoppingToken);
            }
            catch (Exception exception)
            {
                // Stopping cuts a statement off, which can look like any failure; the next start seals the rest.
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                LogFailed(exception);
            }

            if (sealedNow < BatchSize)
            {
                try
                {
                    await Task.Delay(Pause, clock, stoppingToken);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }
    }

    private async Task<int> SealProvinceAsync(NsclDbContext db, string province, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('nscl.audit.seal'), hashtext({province}))", cancellationToken);
        var entries = await (from unsealed in db.Set<UnsealedAuditEntry>()
                             join entry in db.AuditEntries on unsealed.EntryId equals entry.Id
                             where unsealed.Province == province
                             orderby entry.Id
                             select entry).AsNoTracking().Take(BatchSize).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return 0;
        }

        var last = await db.AuditSeals.AsNoTracking().Where(seal => seal.Province == province).OrderByDescending(static seal => seal.Sequence).FirstOrDefaultAsync(cancellationToken);
        var head = last is null ? AuditHead.Empty : new AuditHead(last.Sequence, last.ChainHash);
        var now = clock.GetUtcNow();
        foreach (var entry in entries)
        {
            head = head.Extend(entry);
            db.AuditSeals.Add(new AuditSeal(province, head.Count, entry.Id, head.Hash, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        var ids = entries.ConvertAll(static entry => entry.Id);
        await db.Set<UnsealedAuditEntry>().Where(row => ids.Contains(row.EntryId)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await anchor.WriteAsync(province, head, now, cancellationToken);
        return entries.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sealing the audit trail failed; it is tried again.")]
    private partial void LogFailed(Exception exception);
}
