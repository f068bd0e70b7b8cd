namespace Nscl.Domain.Enrollments;

/// <summary>One act in the life of a dossier; the list is only ever added to.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="On">Business date.</param>
/// <param name="Args">Words for the reader's catalogue, e.g. the kind of a document.</param>
public sealed record EnrollmentEvent(
    int Sequence,
    DateTimeOffset At,
    DateOnly On,
    Guid ActorId,
    string ActorName,
    EnrollmentParty Party,
    EnrollmentAction Action,
    EnrollmentStatus From,
    EnrollmentStatus To,
    string? Reason = null,
    IReadOnlyDictionary<string, string>? Args = null);

/// <summary>One time the dossier was sent back to be completed.</summary>
/// <param name="Deadline">Last day on which it may be handed in again.</param>
/// <param name="Items">Document kinds asked for.</param>
/// <param name="RenewedItems">Which of them came in new, once it was handed in again.</param>
public sealed record SupplementRound(
    string Reason,
    DateOnly Deadline,
    IReadOnlyList<string> Items,
    DateTimeOffset RequestedAt,
    DateOnly RequestedOn,
    DateTimeOffset? ResubmittedAt = null,
    DateOnly? ResubmittedOn = null,
    IReadOnlyList<string>? RenewedItems = null);

/// <summary>Number and date may follow from the clerk (product.md §4).</summary>
public sealed record DecisionEntry(string? Number = null, DateOnly? Date = null, string? Note = null);

/// <summary>The department's decision on a dossier.</summary>
/// <param name="From">The state it was taken in, which is what the enterprise goes on seeing until it is published.</param>
/// <param name="Reason">Why not, for a rejection.</param>
public sealed record EnrollmentDecision(
    bool IsApproval,
    EnrollmentStatus From,
    Guid DecidedBy,
    string DecidedByName,
    DateTimeOffset DecidedAt,
    DateOnly DecidedOn,
    string? Number = null,
    DateOnly? Date = null,
    string? Note = null,
    string? Reason = null,
    DateTimeOffset? PublishedAt = null,
    DateOnly? PublishedOn = null,
    Guid? PublishedBy = null)
{
    public bool IsPublished => PublishedAt is not null;
}
