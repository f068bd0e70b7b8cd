using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Nscl.Domain.Audit;

/// <summary>The place of an entry in its province's chain. Each link covers the one before it.</summary>
public sealed class AuditSeal
{
    public AuditSeal(string province, long sequence, Guid entryId, byte[] chainHash, DateTimeOffset sealedAt) =>
        (Province, Sequence, EntryId, ChainHash, SealedAt) = (province, sequence, entryId, chainHash, sealedAt);

    private AuditSeal() => Province = string.Empty;

    public string Province { get; private set; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; private set; }

    public Guid EntryId { get; private set; }

    public byte[] ChainHash { get; private set; } = [];

    public DateTimeOffset SealedAt { get; private set; }
}

/// <summary>The end of a chain: how many links it has and the hash of the last.</summary>
public sealed record AuditHead(long Count, byte[] Hash)
{
    public static readonly AuditHead Empty = new(0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>The head after one more entry.</summary>
    public AuditHead Extend(AuditEntry entry)
    {
        Span<byte> material = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        Hash.CopyTo(material);
        BinaryPrimitives.WriteInt64BigEndian(material[SHA256.HashSizeInBytes..], Count + 1);
        entry.ContentHash.CopyTo(material[(SHA256.HashSizeInBytes + sizeof(long))..]);
        return new AuditHead(Count + 1, SHA256.HashData(material));
    }
}

public enum AuditFault
{
    /// <summary>A field of an entry is not what was written.</summary>
    EntryChanged,

    /// <summary>A link has no entry, or an entry was put in another's place.</summary>
    EntryMissing,

    /// <summary>The hash of a link does not follow from the link before it.</summary>
    ChainBroken,

    /// <summary>A sequence number is missing or out of order.</summary>
    SequenceBroken,

    /// <summary>The chain is shorter than, or differs from, the head anchored outside the database.</summary>
    AnchorMismatch,

    /// <summary>The head that was anchored outside the database is gone.</summary>
    AnchorMissing,

    /// <summary>An entry that is neither linked nor waits to be: it was put beside the chain.</summary>
    EntryUnlinked,
}

/// <param name="Sequence">Null for a finding beside the chain.</param>
public sealed record AuditFinding(AuditFault Fault, long? Sequence, Guid? EntryId);

/// <summary>Walks a chain from its first link and says everything that is wrong with it.</summary>
public sealed class AuditChainVerifier(AuditHead? anchor)
{
    private const int MaxFindings = 100;
    private readonly List<AuditFinding> _findings = [];
    private bool _anchorSeen = anchor is null or { Count: 0 };

    public AuditHead Head { get; private set; } = AuditHead.Empty;

    public IReadOnlyList<AuditFinding> Findings => _findings;

    /// <summary>Takes the next link in order of sequence, with its entry if there still is one.</summary>
    public void Take(AuditSeal seal, AuditEntry? entry)
    {
        if (seal.Sequence != Head.Count + 1)
        {
            Report(AuditFault.SequenceBroken, seal);
        }

        if (entry is null)
        {
            Report(AuditFault.EntryMissing, seal);
        }
        else
        {
            if (!entry.IsIntact())
            {
                Report(AuditFault.EntryChanged, seal);
            }

            if (!CryptographicOperations.FixedTimeEquals(Head.Extend(entry).Hash, seal.ChainHash))
            {
                Report(AuditFault.ChainBroken, seal);
            }
        }

        // Go on from what is stored, so that one fault is reported once and the rest of the chain is still examined.
        Head = new AuditHead(seal.Sequence, seal.ChainHash);
        if (anchor is not null && seal.Sequence == anchor.Count)
        {
            _anchorSeen = true;
            if (!CryptographicOperations.FixedTimeEquals(anchor.Hash, seal.ChainHash))
            {
                Report(AuditFault.AnchorMismatch, seal);
            }
        }
    }

    /// <summary>Call after the last link: a cut-off tail shows only here.</summary>
    public void Finish()
    {
        if (!_anchorSeen)
        {
            _findings.Add(new AuditFinding(AuditFault.AnchorMismatch, anchor!.Count, null));
        }
    }

    /// <summary>There are links but nothing outside the database vouches for them.</summary>
    public void ReportMissingAnchor() => _findings.Add(new AuditFinding(AuditFault.AnchorMissing, Head.Count, null));

    private void Report(AuditFault fault, AuditSeal seal)
    {
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(new AuditFinding(fault, seal.Sequence, seal.EntryId));
        }
    }
}
