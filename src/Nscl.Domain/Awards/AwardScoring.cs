using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>The two steps in which the province assesses (domain-reference §2.4).</summary>
public enum AwardStage
{
    Dossier,

    /// <summary>At the organization; only after the dossier.</summary>
    Site,
}

/// <summary>One assessor's points under one criterion.</summary>
public sealed record AwardCriterionScore(string Criterion, int Points, string? Comment = null);

/// <summary>A criterion, put together from all sheets.</summary>
/// <param name="Average">In hundredths of a point, half up.</param>
/// <param name="Spread">Points between the highest and the lowest.</param>
/// <param name="IsWide">The spread is more than the regime lets pass without a word.</param>
public sealed record AwardCriterionResult(string Criterion, int Average, int Lowest, int Highest, int Spread, bool IsWide);

/// <summary>A stage, closed.</summary>
/// <param name="Points">Whole points of the total of the regime: the mean of the sheets' sums, half up.</param>
public sealed record AwardStageResult(AwardStage Stage, int Sheets, IReadOnlyList<AwardCriterionResult> Criteria, int Points, DateOnly ClosedOn, string ClosedByName);

/// <summary>
/// Puts the sheets of a stage together. Only the total is rounded to whole points, once, from the exact mean: the averages of the criteria are for
/// reading, and adding them up could tip a threshold by a rounding.
/// </summary>
public static class AwardScoring
{
    private const int Whole = 10_000;
    private const int Hundredths = 100;

    public static AwardStageResult Close(AwardRegime regime, AwardStage stage, IReadOnlyList<IReadOnlyList<AwardCriterionScore>> sheets, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(regime);
        ArgumentNullException.ThrowIfNull(act);
        if (sheets.Count == 0)
        {
            throw AwardScoringRules.NoSheets();
        }

        var criteria = regime.Criteria.Select(criterion => Of(criterion, regime, [.. sheets.Select(sheet => sheet.Single(score => score.Criterion == criterion.Code).Points)])).ToList();
        return new AwardStageResult(stage, sheets.Count, criteria, HalfUp(sheets.Sum(static sheet => sheet.Sum(static score => score.Points)), sheets.Count), act.On, act.ByName);
    }

    /// <summary>Refuses a sheet that leaves a criterion out, names one twice or gives more points than there are.</summary>
    public static IReadOnlyList<AwardCriterionScore> Checked(AwardRegime regime, IReadOnlyList<AwardCriterionScore> scores)
    {
        ArgumentNullException.ThrowIfNull(regime);
        for (var i = 0; i < scores.Count; i++)
        {
            var score = scores[i];
            var criterion = regime.Criteria.FirstOrDefault(known => known.Code == score.Criterion) ?? throw AwardScoringRules.CriterionUnknown(i, score.Criterion);
            if (score.Points < 0 || score.Points > criterion.MaxPoints)
            {
                throw AwardScoringRules.PointsOutOfRange(i, criterion.Code, criterion.MaxPoints ?? 0);
            }

            if (scores.Take(i).Any(other => other.Criterion == score.Criterion))
            {
                throw AwardScoringRules.CriterionTwice(i, score.Criterion);
            }
        }

        List<string> missing = [.. regime.Criteria.Select(static criterion => criterion.Code).Except(scores.Select(static score => score.Criterion), StringComparer.Ordinal)];
        return missing.Count > 0
            ? throw AwardScoringRules.CriteriaMissing(missing)
            : [.. regime.Criteria.Select(criterion => scores.Single(score => score.Criterion == criterion.Code)).Select(static score => score with { Comment = SearchText.TidyOrNull(score.Comment) })];
    }

    private static AwardCriterionResult Of(AwardCriterion criterion, AwardRegime regime, IReadOnlyList<int> points)
    {
        var (lowest, highest) = (points.Min(), points.Max());
        return new AwardCriterionResult(
            criterion.Code,
            HalfUp(points.Sum() * Hundredths, points.Count),
            lowest,
            highest,
            highest - lowest,
            (long)(highest - lowest) * Whole > (long)(criterion.MaxPoints ?? 0) * regime.VarianceShare);
    }

    private static int HalfUp(int sum, int count) => ((2 * sum) + count) / (2 * count);
}

/// <summary>What one assessor gives in one stage. A root of its own: assessors do not wait for each other.</summary>
public sealed class AwardScoreSheet : AggregateRoot
{
    public const int CommentMaxLength = 4_000;

    private AwardScoreSheet(AwardNomination nomination, AwardStage stage, AwardAct act)
        : base(nomination.Province) => (NominationId, Stage, AssessorId, AssessorName) = (nomination.Id, stage, act.By, act.ByName);

    /// <summary>For the object mapper only.</summary>
    private AwardScoreSheet() => AssessorName = string.Empty;

    public Guid NominationId { get; private set; }

    public AwardStage Stage { get; private set; }

    public Guid AssessorId { get; private set; }

    public string AssessorName { get; private set; }

    public IReadOnlyList<AwardCriterionScore> Scores { get; private set; } = [];

    public string? Comment { get; private set; }

    public DateTimeOffset ScoredAt { get; private set; }

    public int Total => Scores.Sum(static score => score.Points);

    public static AwardScoreSheet Begin(AwardNomination nomination, AwardStage stage, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        ArgumentNullException.ThrowIfNull(act);
        return new AwardScoreSheet(nomination, stage, act);
    }

    /// <summary>Replaces what the sheet says, as long as the stage is open.</summary>
    public void Score(AwardNomination nomination, AwardSeason season, IReadOnlyList<AwardCriterionScore> scores, string? comment, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        nomination.RequireTakesScores(season, Stage, act.On);
        (Scores, Comment, ScoredAt) = (AwardScoring.Checked(season.Regime, scores), SearchText.TidyOrNull(comment), act.At);
    }
}
