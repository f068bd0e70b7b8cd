using Nscl.Domain.Common;

namespace Nscl.Domain.Experts;

/// <summary>Every reason an expert's assignment can say no; <c>expertAssignment.overlaps</c> is the table's own.</summary>
public static class ExpertAssignmentRules
{
    public static RuleViolationException WrongState(ExpertAssignmentStatus status, ExpertAssignmentAction action) => new(
        "expertAssignment.wrongState",
        "The assignment is closed.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = ExpertAssignmentStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException NotBegun(DateOnly startsOn) => new(
        "expertAssignment.notBegun",
        "What has not begun cannot be ended; it can be cancelled.",
        new Dictionary<string, object?> { ["startsOn"] = startsOn });

    public static RuleViolationException EndsBeforeItStarts(DateOnly startsOn) => new(
        "expertAssignment.endsBeforeItStarts",
        "The last day is before the first.",
        new Dictionary<string, object?> { ["pointer"] = "/endsOn", ["startsOn"] = startsOn });

    /// <param name="from">First day of the assignment.</param>
    /// <param name="to">The last day agreed, or today if that is earlier.</param>
    public static RuleViolationException EndedOnOutOfRange(DateOnly from, DateOnly to) => new(
        "expertAssignment.endedOnOutOfRange",
        "An assignment ends between its first day and today, and not after the day agreed.",
        new Dictionary<string, object?> { ["pointer"] = "/endedOn", ["from"] = from, ["to"] = to });

    public static RuleViolationException NoteMissing(ExpertAssignmentAction action) => new(
        "expertAssignment.noteMissing",
        "This needs a note.",
        new Dictionary<string, object?> { ["pointer"] = action == ExpertAssignmentAction.End ? "/note" : "/reason" });
}
