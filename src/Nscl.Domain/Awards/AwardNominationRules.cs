using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>Every reason a nomination can say no.</summary>
public static class AwardNominationRules
{
    public static RuleViolationException WrongState(AwardNominationStatus status, AwardNominationAction action) => new(
        "awardNomination.wrongState",
        "The nomination is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = AwardNominationStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException SeasonNotReady(AwardSeasonStatus season, AwardNominationAction action) => new(
        "awardNomination.seasonNotReady",
        "The season is not in a state for this.",
        new Dictionary<string, object?> { ["seasonStatus"] = DomainJson.NameOf(season), ["action"] = DomainJson.NameOf(action) });

    public static RuleViolationException RegisteredInFuture(DateOnly today) => At("/registeredOn", "awardNomination.registeredInFuture", "The commitment lies in the future.", ("today", today));

    public static RuleViolationException EmployeesOutOfRange() => At("/officialEmployees", "awardNomination.employeesOutOfRange", "The number of employees is not sound.");

    public static RuleViolationException CriterionUnknown(int position, string criterion) => At(
        $"/selfAssessment/{position}/criterion",
        "awardNomination.criterionUnknown",
        "The regime has no such criterion.",
        ("criterion", criterion));

    public static RuleViolationException PointsOutOfRange(string pointer, string criterion, int max) => At(
        pointer,
        "awardNomination.pointsOutOfRange",
        "The points exceed those of the criterion.",
        ("criterion", criterion),
        ("max", max));

    public static RuleViolationException PartUnknown(string part) => At("/part", "awardNomination.partUnknown", "The dossier has no such part.", ("part", part));

    public static RuleViolationException DossierDatePassed(DateOnly lastDay) => new(
        "awardNomination.dossierDatePassed",
        "The last day for dossiers has passed.",
        new Dictionary<string, object?> { ["lastDay"] = lastDay });

    public static RuleViolationException TypeUnknown() => At("/officialEmployees", "awardNomination.typeUnknown", "Without the number of official employees the type cannot be told.");

    public static RuleViolationException PartsMissing(IReadOnlyList<string> parts) => new(
        "awardNomination.partsMissing",
        "Parts of the dossier are missing.",
        new Dictionary<string, object?> { ["parts"] = parts, ["count"] = parts.Count });

    public static RuleViolationException SupplementNeedsParts() => At("/parts", "awardNomination.supplementNeedsParts", "Say which parts are missing.");

    public static RuleViolationException SupplementDeadlinePast(DateOnly today) => At("/deadline", "awardNomination.supplementDeadlinePast", "The deadline lies in the past.", ("today", today));

    public static RuleViolationException SupplementOverdue(DateOnly deadline) => new(
        "awardNomination.supplementOverdue",
        "The supplement was due earlier.",
        new Dictionary<string, object?> { ["deadline"] = deadline });

    public static RuleViolationException NotConfirmable(AwardCondition condition) => At(
        "/condition",
        "awardNomination.notConfirmable",
        "This condition follows from dates on record; correct those.",
        ("condition", DomainJson.NameOf(condition)));

    public static RuleViolationException EvidenceRequired() => At("/evidence", "awardNomination.evidenceRequired", "Say what shows it.");

    public static RuleViolationException Ineligible(IReadOnlyList<AwardConditionCheck> notMet) => new(
        "awardNomination.ineligible",
        "The organization does not meet the conditions of the award.",
        new Dictionary<string, object?> { ["reasons"] = notMet.Select(static check => DomainJson.NameOf(check.Reason)).ToArray(), ["count"] = notMet.Count });

    public static RuleViolationException EligibilityUnknown(IReadOnlyList<AwardConditionCheck> unknown) => new(
        "awardNomination.eligibilityUnknown",
        "It is not known yet whether the organization meets the conditions of the award.",
        new Dictionary<string, object?> { ["reasons"] = unknown.Select(static check => DomainJson.NameOf(check.Reason)).ToArray(), ["count"] = unknown.Count });

    public static RuleViolationException DocumentUnknown() => new("awardNomination.documentUnknown", "The dossier has no such paper.");

    public static RuleViolationException DocumentHandedIn() => new("awardNomination.documentHandedIn", "A paper that was handed in stays on record.");

    public static RuleViolationException TooManyDocuments(int max) => new("awardNomination.tooManyDocuments", "The dossier holds as many papers as it can.", new Dictionary<string, object?> { ["max"] = max });

    public static RuleViolationException FeedbackCriterionUnknown(int position, string criterion) => At(
        $"/items/{position}/criterion",
        "awardNomination.criterionUnknown",
        "The regime has no such criterion.",
        ("criterion", criterion));

    public static RuleViolationException FeedbackReleased() => new("awardNomination.feedbackReleased", "The organization has the feedback already.");

    public static RuleViolationException ReasonMissing() => At("/reason", "awardNomination.reasonMissing", "This needs a reason.");

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
