using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>Every reason a season can say no.</summary>
public static class AwardSeasonRules
{
    public static RuleViolationException WrongState(AwardSeasonStatus status, AwardSeasonAction action) => new(
        "awardSeason.wrongState",
        "The season is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = AwardSeasonStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException TitleRequired() => At("/title", "awardSeason.titleRequired", "The title is missing.");

    public static RuleViolationException SourceRequired(string pointer) => At(pointer, "awardSeason.sourceRequired", "The text that says so must be named.");

    public static RuleViolationException YearFixed(int year) => At("/year", "awardSeason.yearFixed", "A season keeps its year.", ("year", year));

    public static RuleViolationException RegimeNotForYear(AwardRegime regime, int year) => At(
        "/year",
        "awardSeason.regimeNotForYear",
        "The regime does not hold for rounds of this year.",
        ("regime", regime.Code),
        ("year", year));

    public static RuleViolationException CriterionUnknown(string criterion) => At("/criteria", "awardSeason.criterionUnknown", "The regime has no such criterion.", ("criterion", criterion));

    public static RuleViolationException PointsDoNotSum(int expected, int sum) => At(
        "/criteria",
        "awardSeason.pointsDoNotSum",
        "The points of all criteria do not add up to the total.",
        ("expected", expected),
        ("sum", sum));

    public static RuleViolationException PointStated(string place, int stated) => At(
        "/" + place,
        "awardSeason.pointStated",
        "The regime states this value; it cannot be entered anew.",
        ("stated", stated));

    public static RuleViolationException PointsOutOfRange(int max) => At("/criteria", "awardSeason.pointsOutOfRange", "Points lie between 1 and the total.", ("max", max));

    public static RuleViolationException OpenPointsLeft(IReadOnlyList<AwardOpenPoint> points) => new(
        "awardSeason.openPointsLeft",
        "The rules of the season have open points.",
        new Dictionary<string, object?>
        {
            ["count"] = points.Count,
            ["openPoints"] = points.Select(static point => point.Code is null ? DomainJson.NameOf(point.Kind) : $"{DomainJson.NameOf(point.Kind)}/{point.Code}").ToArray(),
        });

    public static RuleViolationException DeadlineRepeated(AwardDeadlineKind kind) => At("/deadlines", "awardSeason.deadlineRepeated", "A deadline is named twice.", ("kind", DomainJson.NameOf(kind)));

    public static RuleViolationException DeadlinesOutOfOrder(AwardDeadlineKind earlier, AwardDeadlineKind later) => At(
        "/deadlines",
        "awardSeason.deadlinesOutOfOrder",
        "A step would end before the one that comes first.",
        ("earlier", DomainJson.NameOf(earlier)),
        ("later", DomainJson.NameOf(later)));

    public static RuleViolationException DeadlineNotSet(AwardDeadlineKind kind) => At("/kind", "awardSeason.deadlineNotSet", "The season sets no such deadline.", ("kind", DomainJson.NameOf(kind)));

    public static RuleViolationException DeadlineOnlyForward(AwardDeadlineKind kind, DateOnly date) => At(
        "/date",
        "awardSeason.deadlineOnlyForward",
        "A deadline moves forward only.",
        ("kind", DomainJson.NameOf(kind)),
        ("date", date));

    public static RuleViolationException RegistrationPassed(DateOnly lastDay) => new(
        "awardSeason.registrationPassed",
        "The last day of registration has passed.",
        new Dictionary<string, object?> { ["lastDay"] = lastDay });

    public static RuleViolationException NobodyTakesPart() => new("awardSeason.nobodyTakesPart", "Nobody takes part: the season can be closed with an explanation.");

    public static RuleViolationException NominationsUndecided(int count) => new(
        "awardSeason.nominationsUndecided",
        "The preliminary council has not concluded on every nomination.",
        new Dictionary<string, object?> { ["count"] = count });

    public static RuleViolationException NothingToForward() => new("awardSeason.nothingToForward", "No nomination is to be forwarded.");

    public static RuleViolationException ResultsMissing(int count) => new(
        "awardSeason.resultsMissing",
        "Results of forwarded nominations are not on record yet.",
        new Dictionary<string, object?> { ["count"] = count });

    public static RuleViolationException ExplanationRequired() => At("/explanation", "awardSeason.explanationRequired", "Nobody took part: say why.");

    public static RuleViolationException ReasonMissing() => At("/reason", "awardSeason.reasonMissing", "This needs a reason.");

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
