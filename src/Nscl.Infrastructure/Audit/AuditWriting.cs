using Nscl.Domain.Audit;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Audit;

public static class AuditWriting
{
    /// <summary>Adds an entry to the running transaction, and the note that it is not sealed yet.</summary>
    public static void AddAudit(this NsclDbContext db, AuditEntry entry)
    {
        db.AuditEntries.Add(entry);
        db.Set<UnsealedAuditEntry>().Add(new UnsealedAuditEntry { EntryId = entry.Id, Province = entry.Province });
    }
}
