using Microsoft.EntityFrameworkCore;
using Nscl.Application.Audit;
using Nscl.Domain.Audit;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Audit;

internal sealed class AuditTrail(NsclDbContext db, IAuditAnchor anchor) : IAuditTrail
{
    private const int MaxUnlinked = 50;
    private static readonly TimeSpan FirstAnchor = TimeSpan.FromSeconds(1);

    public async Task<AuditVerification> VerifyAsync(string province, CancellationToken cancellationToken)
    {
        // The anchor is written after its links are committed. Read first, it can only lie behind the chain, never before it.
        var anchored = await anchor.ReadAsync(province, cancellationToken);
        var verifier = new AuditChainVerifier(anchored);
        var links = from seal in db.AuditSeals.AsNoTracking()
                    where seal.Province == province
                    join row in db.AuditEntries.AsNoTracking() on seal.EntryId equals row.Id into rows
                    from entry in rows.DefaultIfEmpty()
                    orderby seal.Sequence
                    select new { seal, entry };
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            verifier.Take(link.seal, link.entry);
        }

        if (anchored is null && verifier.Head.Count > 0 && await IsMissingAsync(province, cancellationToken))
        {
            verifier.ReportMissingAnchor();
        }

        verifier.Finish();
        var waiting = db.AuditEntries.AsNoTracking().Where(entry => entry.Province == province && !db.AuditSeals.Any(seal => seal.EntryId == entry.Id));
        var unlinked = await waiting.Where(entry => !db.Set<UnsealedAuditEntry>().Any(note => note.EntryId == entry.Id))
            .OrderBy(static entry => entry.Id).Select(static entry => entry.Id).Take(MaxUnlinked).ToListAsync(cancellationToken);
        var changed = (await waiting.ToListAsync(cancellationToken)).Where(static entry => !entry.IsIntact()).Select(static entry => new AuditFinding(AuditFault.EntryChanged, null, entry.Id));
        List<AuditFinding> findings = [.. verifier.Findings, .. unlinked.Select(static id => new AuditFinding(AuditFault.EntryUnlinked, null, id)), .. changed];
        return new AuditVerification(
            province,
            findings.Count == 0,
            verifier.Head.Count,
            await waiting.LongCountAsync(cancellationToken),
            Describe(verifier.Head),
            Describe(anchored),
            findings);
    }

    /// <summary>The very first links may be committed and their anchor not yet be written.</summary>
    private async Task<bool> IsMissingAsync(string province, CancellationToken cancellationToken)
    {
        await Task.Delay(FirstAnchor, cancellationToken);
        return await anchor.ReadAsync(province, cancellationToken) is null;
    }

    private static AuditHeadDetails? Describe(AuditHead? head) => head is null or { Count: 0 } ? null : new AuditHeadDetails(head.Count, Convert.ToHexStringLower(head.Hash));
}
