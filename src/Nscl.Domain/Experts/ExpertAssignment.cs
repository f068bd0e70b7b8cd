using Nscl.Domain.Common;

namespace Nscl.Domain.Experts;

/// <summary>What was said when an expert was sent to an enterprise.</summary>
public enum ExpertAssignmentStatus
{
    Assigned,

    /// <summary>Over, with a note of what came of it.</summary>
    Ended,

    /// <summary>Did not come about.</summary>
    Cancelled,
}

/// <summary>Where an assignment stands on a day.</summary>
public enum ExpertAssignmentStage
{
    Upcoming,
    Current,

    /// <summary>Its last day is past and nobody has noted what came of it.</summary>
    AwaitingNote,
    Ended,
    Cancelled,
}

/// <summary>What can be done with an assignment.</summary>
public enum ExpertAssignmentAction
{
    End,
    Cancel,
}

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="ExpertAssignmentRules"/>.</param>
public sealed record BlockedExpertAssignmentAction(ExpertAssignmentAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with an assignment now, and what stands in the way of the rest.</summary>
public sealed record ExpertAssignmentActions(IReadOnlyList<ExpertAssignmentAction> Allowed, IReadOnlyList<BlockedExpertAssignmentAction> Blocked);

/// <summary>The state machine of an assignment as data.</summary>
public static class ExpertAssignmentStateMachine
{
    public static readonly StateMachine<ExpertAssignmentStatus, ExpertAssignmentAction> Instance = new(
        ExpertAssignmentStatus.Assigned,
        [
            new(ExpertAssignmentStatus.Assigned, ExpertAssignmentAction.End, ExpertAssignmentStatus.Ended),
            new(ExpertAssignmentStatus.Assigned, ExpertAssignmentAction.Cancel, ExpertAssignmentStatus.Cancelled),
        ]);
}

/// <summary>What an assignment says.</summary>
/// <param name="Purpose">Code of the list <c>assignmentPurposes</c>, such as following how a model is built up (S0.20).</param>
/// <param name="EndsOn">Last day; null where it is open.</param>
public sealed record ExpertAssignmentContent(string Purpose, DateOnly StartsOn, DateOnly? EndsOn = null, string? Note = null);

/// <summary>
/// An expert sent to an enterprise for a time (S0.20: to follow the building of models and carry them further). Two of the same expert and
/// enterprise share no day: the table holds that, whoever writes at the same time.
/// </summary>
public sealed class ExpertAssignment : AggregateRoot
{
    public const int PurposeMaxLength = 80;
    public const int NoteMaxLength = 2_000;

    private ExpertAssignment(Expert expert, Guid enterpriseId, ExpertAct act)
        : base(expert.Province)
    {
        (ExpertId, EnterpriseId) = (expert.Id, enterpriseId);
        (AssignedByName, AssignedAt) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private ExpertAssignment()
    {
    }

    public Guid ExpertId { get; private set; }

    public Guid EnterpriseId { get; private set; }

    public string Purpose { get; private set; } = string.Empty;

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day; null while it is open.</summary>
    public DateOnly? EndsOn { get; private set; }

    public string? Note { get; private set; }

    public ExpertAssignmentStatus Status { get; private set; } = ExpertAssignmentStatus.Assigned;

    /// <summary>What came of it, or why it did not come about.</summary>
    public string? ClosingNote { get; private set; }

    public string? ClosedByName { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string AssignedByName { get; private set; } = string.Empty;

    public DateTimeOffset AssignedAt { get; private set; }

    public static ExpertAssignment Assign(Expert expert, Guid enterpriseId, ExpertAssignmentContent content, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(expert);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(act);
        if (expert.Status == ExpertStatus.Inactive)
        {
            throw ExpertRules.Inactive();
        }

        if (content.EndsOn < content.StartsOn)
        {
            throw ExpertAssignmentRules.EndsBeforeItStarts(content.StartsOn);
        }

        return new ExpertAssignment(expert, enterpriseId, act)
        {
            Purpose = content.Purpose,
            StartsOn = content.StartsOn,
            EndsOn = content.EndsOn,
            Note = Written(content.Note),
        };
    }

    /// <summary>Where an assignment with these words stands.</summary>
    public static ExpertAssignmentStage StageOf(ExpertAssignmentStatus status, DateOnly startsOn, DateOnly? endsOn, DateOnly today) => status switch
    {
        ExpertAssignmentStatus.Ended => ExpertAssignmentStage.Ended,
        ExpertAssignmentStatus.Cancelled => ExpertAssignmentStage.Cancelled,
        _ when startsOn > today => ExpertAssignmentStage.Upcoming,
        _ => endsOn < today ? ExpertAssignmentStage.AwaitingNote : ExpertAssignmentStage.Current,
    };

    public ExpertAssignmentStage StageOn(DateOnly today) => StageOf(Status, StartsOn, EndsOn, today);

    /// <param name="endedOn">Last day of the work: from its first day on, not after the day agreed, not in the future.</param>
    /// <param name="note">What came of it.</param>
    public void End(DateOnly endedOn, string note, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Require(ExpertAssignmentAction.End, act.On);
        var last = EndsOn < act.On ? EndsOn.Value : act.On;
        if (endedOn < StartsOn || endedOn > last)
        {
            throw ExpertAssignmentRules.EndedOnOutOfRange(StartsOn, last);
        }

        Close(ExpertAssignmentAction.End, note, act);
        EndsOn = endedOn;
    }

    /// <param name="reason">Why it does not come about.</param>
    public void Cancel(string reason, ExpertAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Require(ExpertAssignmentAction.Cancel, act.On);
        Close(ExpertAssignmentAction.Cancel, reason, act);
    }

    public ExpertAssignmentActions ActionsOn(DateOnly today)
    {
        var candidates = ExpertAssignmentStateMachine.Instance.Actions(Status).Select(action => (Action: action, Refusal: RefusalOf(action, Status, StartsOn, today))).ToList();
        return new ExpertAssignmentActions(
            [.. candidates.Where(static candidate => candidate.Refusal is null).Select(static candidate => candidate.Action)],
            [
                .. candidates.Where(static candidate => candidate.Refusal is not null)
                    .Select(static candidate => new BlockedExpertAssignmentAction(candidate.Action, candidate.Refusal!.Code, candidate.Refusal.Args)),
            ]);
    }

    /// <summary>What can be done with an assignment of which a list has only these words.</summary>
    public static IEnumerable<ExpertAssignmentAction> AllowedOn(ExpertAssignmentStatus status, DateOnly startsOn, DateOnly today) =>
        ExpertAssignmentStateMachine.Instance.Actions(status).Where(action => RefusalOf(action, status, startsOn, today) is null);

    private void Close(ExpertAssignmentAction action, string note, ExpertAct act)
    {
        (ClosingNote, ClosedByName, ClosedAt) = (Written(note) ?? throw ExpertAssignmentRules.NoteMissing(action), act.ByName, act.At);
        Status = ExpertAssignmentStateMachine.Instance.After(Status, action)!.Value;
    }

    private void Require(ExpertAssignmentAction action, DateOnly today)
    {
        if (RefusalOf(action, Status, StartsOn, today) is { } refusal)
        {
            throw refusal;
        }
    }

    private static RuleViolationException? RefusalOf(ExpertAssignmentAction action, ExpertAssignmentStatus status, DateOnly startsOn, DateOnly today) =>
        ExpertAssignmentStateMachine.Instance.After(status, action) is null ? ExpertAssignmentRules.WrongState(status, action)
        : action == ExpertAssignmentAction.End && startsOn > today ? ExpertAssignmentRules.NotBegun(startsOn)
        : null;

    /// <summary>With its lines as they were written.</summary>
    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
