using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nscl.Domain.Audit;

/// <summary>
/// What happened, to what, by whom. Written in the transaction of the change itself, never changed and never removed.
/// The hash of the content is fixed at writing; the chain is laid over it by <see cref="AuditSeal"/> in commit order.
/// </summary>
public sealed class AuditEntry
{
    public AuditEntry(AuditEvent what, AuditActor who, DateTimeOffset occurredAt, string? traceId)
    {
        Id = Guid.CreateVersion7();
        Province = who.Province;
        // PostgreSQL keeps microseconds; the hash must not see what the row cannot keep.
        OccurredAt = new DateTimeOffset(occurredAt.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        ActorId = who.Id;
        ActorName = who.Name;
        Action = what.Action;
        EntityType = what.EntityType;
        EntityId = what.EntityId;
        Changes = what.Changes;
        TraceId = traceId;
        ContentHash = ComputeContentHash();
    }

    private AuditEntry() => Province = ActorName = Action = EntityType = Changes = string.Empty;

    public Guid Id { get; private set; }

    public string Province { get; private set; }

    /// <summary>Real time, never the business clock.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; }

    /// <summary>The use case: <c>SubmitEnrollment</c>, <c>SignIn</c> …</summary>
    public string Action { get; private set; }

    /// <summary>The aggregate: <c>Enrollment</c>; empty when the act concerns none.</summary>
    public string EntityType { get; private set; }

    public Guid? EntityId { get; private set; }

    /// <summary>JSON object of what changed: property → [before, after]. Kept as text, so that its bytes stay what was hashed.</summary>
    public string Changes { get; private set; }

    public string? TraceId { get; private set; }

    /// <summary>SHA-256 over every field above.</summary>
    public byte[] ContentHash { get; private set; } = [];

    /// <summary>False when any field was changed after writing.</summary>
    public bool IsIntact() => CryptographicOperations.FixedTimeEquals(ContentHash, ComputeContentHash());

    private byte[] ComputeContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Id.ToString("N"));
        Append(hash, Province);
        Span<byte> ticks = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(ticks, OccurredAt.UtcTicks);
        hash.AppendData(ticks);
        Append(hash, ActorId.ToString("N"));
        Append(hash, ActorName);
        Append(hash, Action);
        Append(hash, EntityType);
        Append(hash, EntityId?.ToString("N") ?? string.Empty);
        Append(hash, Changes);
        Append(hash, TraceId ?? string.Empty);
        return hash.GetHashAndReset();
    }

    /// <summary>Length before content: no two lists of fields share their bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

public sealed record AuditEvent(string Action, string EntityType, Guid? EntityId, string Changes);

public sealed record AuditActor(Guid Id, string Name, string Province);
