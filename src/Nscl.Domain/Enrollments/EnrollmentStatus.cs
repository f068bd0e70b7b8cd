using System.Text;
using Nscl.Domain.Common;

namespace Nscl.Domain.Enrollments;

/// <summary>States of a dossier (domain-reference §3.3).</summary>
public enum EnrollmentStatus
{
    /// <summary>Being written; nobody but its writer waits for it.</summary>
    Draft,

    /// <summary>Handed in, receipt given.</summary>
    Submitted,
    Checking,

    /// <summary>Sent back to be completed; the statutory clock stands still.</summary>
    SupplementRequired,

    /// <summary>Not completed within the deadline.</summary>
    Expired,

    /// <summary>Complete, waiting for the council.</summary>
    Valid,

    /// <summary>Not admitted at intake.</summary>
    Refused,
    UnderAppraisal,

    /// <summary>The council has concluded.</summary>
    Appraised,
    PendingApproval,
    Approved,
    Rejected,
    Withdrawn,
    Contracted,
}

/// <summary>What can be done with a dossier.</summary>
public enum EnrollmentAction
{
    /// <summary>Change the lines, the statement or the declarations.</summary>
    Edit,

    /// <summary>Add a paper of the applicant.</summary>
    AttachDocument,

    /// <summary>Take a paper of the applicant out again that has not been handed in.</summary>
    RemoveDocument,
    Submit,
    StartChecking,
    RequestSupplement,
    Resubmit,
    Expire,
    Accept,
    Refuse,

    /// <summary>Put on the agenda of a council session.</summary>
    StartAppraisal,

    /// <summary>Add a paper of the office, such as the council's minutes.</summary>
    AttachProceedings,
    RecordCouncilConclusion,
    ProposeApproval,
    Approve,
    Reject,

    /// <summary>Make the decision known to the enterprise; until then it sees nothing of it.</summary>
    PublishDecision,

    /// <summary>Enter number and date of the signed decision, where they were not known when it was taken.</summary>
    RecordDecisionNumber,
    SignContract,
    Withdraw,
}

/// <summary>Whose act an action is.</summary>
public enum EnrollmentActionOwner
{
    /// <summary>The enterprise's; an officer may do it on its behalf, from paper.</summary>
    Applicant,

    /// <summary>The department's.</summary>
    Office,

    /// <summary>A consequence of something that happens elsewhere: a deadline, a session, a contract. Nobody presses a button for it.</summary>
    Process,
}

/// <summary>One row of the transition table.</summary>
public sealed record EnrollmentTransition(EnrollmentStatus From, EnrollmentAction Action, EnrollmentStatus To);

/// <summary>
/// The state machine of a dossier as data: what the aggregate obeys, what clients are told, and what the diagram in the
/// documentation is drawn from. Guards that look at more than the state are in <see cref="Enrollment"/>.
/// </summary>
public static class EnrollmentStateMachine
{
    private static readonly EnrollmentStatus[] BeforeApproval =
    [
        EnrollmentStatus.Draft, EnrollmentStatus.Submitted, EnrollmentStatus.Checking, EnrollmentStatus.SupplementRequired,
        EnrollmentStatus.Valid, EnrollmentStatus.UnderAppraisal, EnrollmentStatus.Appraised, EnrollmentStatus.PendingApproval,
    ];

    public static readonly IReadOnlyList<EnrollmentTransition> Transitions =
    [
        new(EnrollmentStatus.Draft, EnrollmentAction.Submit, EnrollmentStatus.Submitted),
        new(EnrollmentStatus.Submitted, EnrollmentAction.StartChecking, EnrollmentStatus.Checking),
        .. From([EnrollmentStatus.Submitted, EnrollmentStatus.Checking], EnrollmentAction.RequestSupplement, EnrollmentStatus.SupplementRequired),
        .. From([EnrollmentStatus.Submitted, EnrollmentStatus.Checking], EnrollmentAction.Accept, EnrollmentStatus.Valid),
        .. From([EnrollmentStatus.Submitted, EnrollmentStatus.Checking], EnrollmentAction.Refuse, EnrollmentStatus.Refused),
        new(EnrollmentStatus.SupplementRequired, EnrollmentAction.Resubmit, EnrollmentStatus.Checking),
        new(EnrollmentStatus.SupplementRequired, EnrollmentAction.Expire, EnrollmentStatus.Expired),
        new(EnrollmentStatus.Valid, EnrollmentAction.StartAppraisal, EnrollmentStatus.UnderAppraisal),
        .. From([EnrollmentStatus.Valid, EnrollmentStatus.UnderAppraisal], EnrollmentAction.RecordCouncilConclusion, EnrollmentStatus.Appraised),
        new(EnrollmentStatus.Appraised, EnrollmentAction.ProposeApproval, EnrollmentStatus.PendingApproval),
        new(EnrollmentStatus.PendingApproval, EnrollmentAction.Approve, EnrollmentStatus.Approved),
        .. From([EnrollmentStatus.Appraised, EnrollmentStatus.PendingApproval], EnrollmentAction.Reject, EnrollmentStatus.Rejected),
        new(EnrollmentStatus.Approved, EnrollmentAction.SignContract, EnrollmentStatus.Contracted),
        .. From(BeforeApproval, EnrollmentAction.Withdraw, EnrollmentStatus.Withdrawn),
        .. Within([EnrollmentStatus.Draft, EnrollmentStatus.SupplementRequired], EnrollmentAction.Edit),
        .. Within([EnrollmentStatus.Draft, EnrollmentStatus.SupplementRequired], EnrollmentAction.AttachDocument),
        .. Within([EnrollmentStatus.Draft, EnrollmentStatus.SupplementRequired], EnrollmentAction.RemoveDocument),
        .. Within(
            [EnrollmentStatus.Valid, EnrollmentStatus.UnderAppraisal, EnrollmentStatus.Appraised, EnrollmentStatus.PendingApproval],
            EnrollmentAction.AttachProceedings),
        .. Within([EnrollmentStatus.Approved, EnrollmentStatus.Rejected], EnrollmentAction.PublishDecision),
        .. Within([EnrollmentStatus.Approved, EnrollmentStatus.Rejected], EnrollmentAction.RecordDecisionNumber),
    ];

    /// <summary>States in which the dossier competes for its units and waits for somebody.</summary>
    public static readonly IReadOnlyList<EnrollmentStatus> Open =
        [.. BeforeApproval.Where(static status => status != EnrollmentStatus.Draft), EnrollmentStatus.Approved];

    /// <summary>States with nothing after them.</summary>
    public static readonly IReadOnlyList<EnrollmentStatus> Final =
        [.. Enum.GetValues<EnrollmentStatus>().Where(static status => !Transitions.Any(row => row.From == status && row.To != status))];

    private static readonly Dictionary<(EnrollmentStatus, EnrollmentAction), EnrollmentStatus> Table =
        Transitions.ToDictionary(static row => (row.From, row.Action), static row => row.To);

    /// <summary>The state after the action, null when the table has no such row.</summary>
    public static EnrollmentStatus? After(this EnrollmentStatus status, EnrollmentAction action) =>
        Table.TryGetValue((status, action), out var to) ? to : null;

    /// <summary>Every action of the table from the state, in the order of <see cref="EnrollmentAction"/>.</summary>
    public static IReadOnlyList<EnrollmentAction> Actions(this EnrollmentStatus status) =>
        [.. Enum.GetValues<EnrollmentAction>().Where(action => status.After(action) is not null)];

    /// <summary>
    /// Actions that officers look for in the state and that wait for the council: told as blocked with the reason, instead of
    /// not being there (S3.54).
    /// </summary>
    public static IReadOnlyList<EnrollmentAction> AwaitingCouncil(this EnrollmentStatus status) =>
        status is EnrollmentStatus.Valid or EnrollmentStatus.UnderAppraisal
            ? [EnrollmentAction.ProposeApproval, EnrollmentAction.Approve]
            : [];

    public static EnrollmentActionOwner Owner(this EnrollmentAction action) => action switch
    {
        EnrollmentAction.Edit or EnrollmentAction.AttachDocument or EnrollmentAction.RemoveDocument or EnrollmentAction.Submit
            or EnrollmentAction.Resubmit or EnrollmentAction.Withdraw => EnrollmentActionOwner.Applicant,
        EnrollmentAction.Expire or EnrollmentAction.StartAppraisal or EnrollmentAction.SignContract => EnrollmentActionOwner.Process,
        _ => EnrollmentActionOwner.Office,
    };

    /// <summary>The table as a Mermaid state diagram; actions that stay within a state are left out.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> draft\n");
        foreach (var row in Transitions.Where(static row => row.From != row.To))
        {
            text.Append("    ").Append(DomainJson.NameOf(row.From)).Append(" --> ").Append(DomainJson.NameOf(row.To))
                .Append(": ").Append(DomainJson.NameOf(row.Action)).Append('\n');
        }

        foreach (var status in Final)
        {
            text.Append("    ").Append(DomainJson.NameOf(status)).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    private static IEnumerable<EnrollmentTransition> From(IEnumerable<EnrollmentStatus> states, EnrollmentAction action, EnrollmentStatus to) =>
        states.Select(from => new EnrollmentTransition(from, action, to));

    private static IEnumerable<EnrollmentTransition> Within(IEnumerable<EnrollmentStatus> states, EnrollmentAction action) =>
        states.Select(status => new EnrollmentTransition(status, action, status));
}
