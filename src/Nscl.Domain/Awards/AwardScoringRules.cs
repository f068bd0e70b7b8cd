using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>Every reason the assessment can say no.</summary>
public static class AwardScoringRules
{
    public static RuleViolationException CriterionUnknown(int position, string criterion) => At(
        $"/scores/{position}/criterion",
        "awardNomination.criterionUnknown",
        "The regime has no such criterion.",
        ("criterion", criterion));

    public static RuleViolationException CriterionTwice(int position, string criterion) => At(
        $"/scores/{position}/criterion",
        "awardNomination.criterionTwice",
        "A criterion is named twice.",
        ("criterion", criterion));

    public static RuleViolationException PointsOutOfRange(int position, string criterion, int max) =>
        AwardNominationRules.PointsOutOfRange($"/scores/{position}/points", criterion, max);

    public static RuleViolationException CriteriaMissing(IReadOnlyList<string> criteria) => At(
        "/scores",
        "awardNomination.criteriaMissing",
        "A sheet gives points under every criterion.",
        ("criteria", criteria),
        ("count", criteria.Count));

    public static RuleViolationException NoSheets() => new("awardNomination.noSheets", "Nobody has given points in this stage.");

    public static RuleViolationException StageClosed(AwardStage stage) => new(
        "awardNomination.stageClosed",
        "The stage is closed.",
        new Dictionary<string, object?> { ["stage"] = DomainJson.NameOf(stage) });

    public static RuleViolationException DossierStageOpen() => new("awardNomination.dossierStageOpen", "The site follows once the stage on the dossier is closed.");

    public static RuleViolationException StagesOpen() => new("awardNomination.stagesOpen", "The council concludes once both stages are closed.");

    public static RuleViolationException BelowThreshold(int points, int required) => new(
        "awardNomination.belowThreshold",
        "The points reach no level of the award.",
        new Dictionary<string, object?> { ["points"] = points, ["required"] = required });

    public static RuleViolationException NoMajority(int votesFor, int votesAgainst) => new(
        "awardNomination.noMajority",
        "More members must be for it than against it.",
        new Dictionary<string, object?> { ["votesFor"] = votesFor, ["votesAgainst"] = votesAgainst });

    public static RuleViolationException ConsentMissing() => new("awardNomination.consentMissing", "The province's consent is not on record yet.");

    public static RuleViolationException LevelUnknown(AwardOutcome level) => At("/level", "awardNomination.levelUnknown", "The round does not know this level.", ("level", DomainJson.NameOf(level)));

    public static RuleViolationException LevelNotReached(AwardOutcome level, int points, int required) => At(
        "/level",
        "awardNomination.levelNotReached",
        "The points do not reach this level.",
        ("level", DomainJson.NameOf(level)),
        ("points", points),
        ("required", required));

    public static RuleViolationException BestOfTypeRequired() => At("/bestOfType", "awardNomination.bestOfTypeRequired", "This level also needs the national list to name the organization as the best of its type.");

    public static RuleViolationException DocumentInFuture(DateOnly today) => At("/date", "awardNomination.documentInFuture", "The document is dated in the future.", ("today", today));

    public static RuleViolationException FeedbackMissing() => new("awardNomination.feedbackMissing", "No feedback has been written.");

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
