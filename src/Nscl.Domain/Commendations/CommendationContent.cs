namespace Nscl.Domain.Commendations;

/// <summary>Who acts, and when.</summary>
/// <param name="ByName">As it stands on record years later, whatever becomes of the account.</param>
/// <param name="At">Business instant, UTC.</param>
/// <param name="On">Business date in Viet Nam.</param>
public sealed record CommendationAct(string ByName, DateTimeOffset At, DateOnly On);

/// <summary>What is said of a proposal.</summary>
/// <param name="Name">Of the collective or the person.</param>
/// <param name="Form">Code of the list <c>commendationForms</c>.</param>
/// <param name="Achievement">What is commended.</param>
/// <param name="Agency">To which it belongs, where that is no enterprise of the register.</param>
/// <param name="EnterpriseId">The enterprise of the register that is meant, or for which the person works.</param>
public sealed record CommendationContent(CommendationSubjectKind Kind, string Name, string Form, string Achievement, string? Agency = null, Guid? EnterpriseId = null);

/// <summary>The meeting of the commendation council over a proposal.</summary>
/// <param name="Minutes">Number or name of its minutes.</param>
public sealed record CommendationReview(DateOnly MetOn, string Minutes, string RecordedByName);

/// <summary>The decision that commends.</summary>
/// <param name="Number">Number and symbol.</param>
/// <param name="Form">Code of the form that was granted; whoever decides may grant another than was proposed.</param>
public sealed record CommendationDecision(string Number, DateOnly Date, string Form, string RecordedByName);

/// <summary>One act in the life of a proposal; the list is only ever added to.</summary>
/// <param name="Action">Null for the proposing itself.</param>
public sealed record CommendationEvent(
    int Sequence,
    DateTimeOffset At,
    DateOnly On,
    string ByName,
    CommendationStatus From,
    CommendationStatus To,
    CommendationAction? Action = null,
    string? Reason = null);

/// <summary>A paper of a proposal.</summary>
public sealed class CommendationDocument
{
    public const int FileNameMaxLength = 255;

    /// <summary>Names of <see cref="CommendationDocumentKind"/> as they are sent.</summary>
    public const string KindPattern = "^(achievementReport|minutes|submissionLetter|decision|other)$";

    internal CommendationDocument(CommendationDocumentKind kind, Guid storedFileId, string fileName, CommendationAct act)
    {
        Id = Guid.CreateVersion7();
        (Kind, StoredFileId, FileName) = (kind, storedFileId, fileName);
        (AttachedByName, AttachedAt) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private CommendationDocument() => (FileName, AttachedByName) = (string.Empty, string.Empty);

    public Guid Id { get; private set; }

    public CommendationDocumentKind Kind { get; private set; }

    public Guid StoredFileId { get; private set; }

    public string FileName { get; private set; }

    public string AttachedByName { get; private set; }

    public DateTimeOffset AttachedAt { get; private set; }

    /// <summary>Minutes of a meeting that no longer holds, because the proposal was sent back after it.</summary>
    public bool IsOfEarlierMeeting { get; private set; }

    internal void Outdate() => IsOfEarlierMeeting |= Kind == CommendationDocumentKind.Minutes;
}
