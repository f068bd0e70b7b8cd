using Nscl.Domain.Common;

namespace Nscl.Domain.Commendations;

/// <summary>Who is commended.</summary>
public enum CommendationSubjectKind
{
    Collective,
    Individual,
}

/// <summary>Steps of a proposal (domain-reference §3.3).</summary>
public enum CommendationStatus
{
    Proposed,

    /// <summary>The commendation council has met over it.</summary>
    Reviewed,

    /// <summary>Sent to whoever decides.</summary>
    Submitted,
    Decided,
    NotCommended,

    /// <summary>Taken back by the office that proposed it; nobody judged it.</summary>
    Withdrawn,
}

/// <summary>What can be done with a proposal.</summary>
public enum CommendationAction
{
    Update,
    AttachDocument,
    RemoveDocument,
    Review,

    /// <summary>Back to its beginning, to be corrected; the council then meets over it again.</summary>
    SendBack,
    Submit,
    RecordDecision,
    Decline,
    Withdraw,
}

/// <summary>What a paper of a proposal is (domain-reference §2.8).</summary>
public enum CommendationDocumentKind
{
    AchievementReport,

    /// <summary>Of the meeting of the commendation council.</summary>
    Minutes,
    SubmissionLetter,
    Decision,
    Other,
}

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="CommendationRules"/>.</param>
public sealed record BlockedCommendationAction(CommendationAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with a proposal now, and what stands in the way of the rest.</summary>
public sealed record CommendationActions(IReadOnlyList<CommendationAction> Allowed, IReadOnlyList<BlockedCommendationAction> Blocked);

/// <summary>The state machine of a proposal as data. Guards that look at more than the state are in <see cref="CommendationProposal"/>.</summary>
public static class CommendationStateMachine
{
    private static readonly CommendationStatus[] BeforeSubmission = [CommendationStatus.Proposed, CommendationStatus.Reviewed];

    /// <summary>States in which a proposal is on its way: neither decided nor ended.</summary>
    public static readonly IReadOnlyList<CommendationStatus> Open = [.. BeforeSubmission, CommendationStatus.Submitted];

    public static readonly StateMachine<CommendationStatus, CommendationAction> Instance = new(
        CommendationStatus.Proposed,
        [
            new(CommendationStatus.Proposed, CommendationAction.Update, CommendationStatus.Proposed),
            .. Open.Append(CommendationStatus.Decided).Select(static status => Within(status, CommendationAction.AttachDocument)),
            .. BeforeSubmission.Select(static status => Within(status, CommendationAction.RemoveDocument)),
            new(CommendationStatus.Proposed, CommendationAction.Review, CommendationStatus.Reviewed),
            new(CommendationStatus.Reviewed, CommendationAction.SendBack, CommendationStatus.Proposed),
            new(CommendationStatus.Submitted, CommendationAction.SendBack, CommendationStatus.Proposed),
            new(CommendationStatus.Reviewed, CommendationAction.Submit, CommendationStatus.Submitted),
            new(CommendationStatus.Submitted, CommendationAction.RecordDecision, CommendationStatus.Decided),
            .. Open.Select(static status => new Transition<CommendationStatus, CommendationAction>(status, CommendationAction.Decline, CommendationStatus.NotCommended)),
            .. Open.Select(static status => new Transition<CommendationStatus, CommendationAction>(status, CommendationAction.Withdraw, CommendationStatus.Withdrawn)),
        ]);

    private static Transition<CommendationStatus, CommendationAction> Within(CommendationStatus status, CommendationAction action) => new(status, action, status);
}
