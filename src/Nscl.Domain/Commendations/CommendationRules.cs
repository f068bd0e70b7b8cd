using Nscl.Domain.Common;

namespace Nscl.Domain.Commendations;

/// <summary>Every reason a proposal can say no.</summary>
public static class CommendationRules
{
    public static RuleViolationException WrongState(CommendationStatus status, CommendationAction action) => new(
        "commendation.wrongState",
        "The proposal is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = CommendationStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException YearOutsidePeriod(int from, int to) =>
        At("/year", "commendation.yearOutsidePeriod", "The year is not in the period of the program.", ("from", from), ("to", to));

    public static RuleViolationException NameRequired() => At("/name", "commendation.nameRequired", "The name is missing.");

    public static RuleViolationException AchievementRequired() => At("/achievement", "commendation.achievementRequired", "Say what is commended.");

    public static RuleViolationException MinutesRequired() => At("/minutes", "commendation.minutesRequired", "Name the minutes of the meeting.");

    public static RuleViolationException MinutesNotAttached() => new("commendation.minutesNotAttached", "The minutes of the meeting are not among the papers.");

    public static RuleViolationException ReasonMissing() => At("/reason", "commendation.reasonMissing", "This needs a reason.");

    public static RuleViolationException DateInFuture(string pointer, DateOnly today) => At(pointer, "commendation.dateInFuture", "The date lies in the future.", ("today", today));

    public static RuleViolationException DecidedBeforeMeeting(DateOnly metOn) => At("/decisionDate", "commendation.decidedBeforeMeeting", "The decision is dated before the meeting.", ("metOn", metOn));

    public static RuleViolationException TooManyDocuments(int max) => new(
        "commendation.tooManyDocuments",
        "The proposal has as many papers as it may have.",
        new Dictionary<string, object?> { ["max"] = max });

    public static RuleViolationException DocumentUnknown() => new("commendation.documentUnknown", "The proposal has no such paper.");

    private static RuleViolationException At(string pointer, string code, string message, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}
