using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>Levels of the National Quality Award (domain-reference §4.4).</summary>
public enum AwardLevel
{
    Gold,
    Silver,

    /// <summary>The name of rounds up to 2018 (S2.17).</summary>
    AwardLegacy,
}

/// <summary>What an organization does mainly; one half of its type.</summary>
public enum AwardActivity
{
    Production,
    Service,
}

/// <summary>The four types within which the most excellent are looked for. Not the size classes of Decree 80/2021/NĐ-CP.</summary>
public enum AwardType
{
    ProductionLarge,
    ProductionSme,
    ServiceLarge,
    ServiceSme,
}

public sealed record AwardCriteriaGroup(string Code, string NameVi, string NameEn);

/// <param name="MaxPoints">Null = not in the source.</param>
public sealed record AwardCriterion(string Code, string Group, string NameVi, string NameEn, int? MaxPoints = null);

/// <summary>A level and what it asks for.</summary>
/// <param name="MinPoints">Null = not in the source.</param>
/// <param name="BestOfType">Also the most excellent of its type, which the national council decides.</param>
/// <param name="FirstYear">First round that knows the level.</param>
/// <param name="LastYear">Last round that knows it.</param>
public sealed record AwardThreshold(AwardLevel Level, bool BestOfType, int? MinPoints = null, int? FirstYear = null, int? LastYear = null);

/// <param name="Required">False for what is handed in "nếu có" (if any).</param>
public sealed record AwardDossierPart(string Code, string NameVi, string NameEn, bool Required);

/// <summary>How many years a winner waits according to one guide; where guides disagree the season chooses.</summary>
public sealed record AwardReentry(AwardLevel Level, int Years, string SourceVi, string SourceEn);

/// <summary>What a regime needs and its source does not say.</summary>
public enum AwardOpenPointKind
{
    CriterionPoints,
    Threshold,
    ReentryYears,
}

/// <param name="Code">Criterion or level; null for the years of re-entry.</param>
public sealed record AwardOpenPoint(AwardOpenPointKind Kind, string? Code = null);

/// <summary>Values for open points, as an officer reads them from a text.</summary>
/// <param name="Source">The text: its number, or where it is found.</param>
public sealed record AwardRegimeValues(string Source, IReadOnlyList<AwardCriterionPoints>? Criteria = null, IReadOnlyList<AwardLevelPoints>? Levels = null);

/// <param name="MaxPoints">1 to the total of the regime.</param>
public sealed record AwardCriterionPoints(string Criterion, int MaxPoints);

/// <param name="MinPoints">1 to the total of the regime.</param>
public sealed record AwardLevelPoints(AwardLevel Level, int MinPoints);

/// <summary>
/// The rules of the award in a period, as data (domain-reference §2.4). A season keeps the regime it was founded under, whatever comes later.
/// </summary>
/// <param name="LegalBasis">Numbers of the texts.</param>
/// <param name="FirstYear">First round it holds for; null = from the beginning.</param>
/// <param name="LastYear">Last round it holds for; null = until another replaces it.</param>
/// <param name="LargeAbove">More official employees (contract of a year or more) than this make an organization large.</param>
/// <param name="OperationMonths">Months of continuous operation.</param>
/// <param name="ProductMarketMonths">Months on the market; null = not asked for.</param>
/// <param name="CheckWorkingDays">Working days within which a missing paper is asked for.</param>
/// <param name="VarianceShare">Spread between assessors beyond which they talk again, in hundredths of a percent of a criterion's points.</param>
/// <param name="UnlimitedReentry">Levels whose winners may return at once.</param>
public sealed record AwardRegime(
    string Code,
    string NameVi,
    string NameEn,
    IReadOnlyList<string> LegalBasis,
    int MaxPoints,
    IReadOnlyList<AwardCriteriaGroup> Groups,
    IReadOnlyList<AwardCriterion> Criteria,
    IReadOnlyList<AwardThreshold> Thresholds,
    IReadOnlyList<AwardDossierPart> DossierParts,
    int LargeAbove,
    int OperationMonths,
    int CheckWorkingDays,
    int VarianceShare,
    IReadOnlyList<AwardReentry> Reentry,
    IReadOnlyList<AwardLevel> UnlimitedReentry,
    int? ProductMarketMonths = null,
    int? FirstYear = null,
    int? LastYear = null,
    string? NoteVi = null,
    string? NoteEn = null)
{
    /// <summary>The part of the dossier that may be written in the system instead of being attached.</summary>
    public const string SelfAssessmentPart = "selfAssessment";

    public bool HoldsIn(int year) => year >= (FirstYear ?? year) && year <= (LastYear ?? year);

    /// <summary>Levels that a round of the year knows, the highest first.</summary>
    public IReadOnlyList<AwardThreshold> LevelsIn(int year) =>
        [.. Thresholds.Where(level => year >= (level.FirstYear ?? year) && year <= (level.LastYear ?? year))];

    /// <summary>Levels that so many points make possible; whether one of them is given, the national council says.</summary>
    /// <param name="points">Of 0 to <see cref="MaxPoints"/>.</param>
    public IReadOnlyList<AwardLevel> PossibleLevels(int points, int year) =>
        [.. LevelsIn(year).Where(level => points >= level.MinPoints).Select(static level => level.Level)];

    /// <summary>What is missing before a round of the year can be assessed.</summary>
    public IReadOnlyList<AwardOpenPoint> OpenPointsIn(int year) =>
    [
        .. Criteria.Where(static criterion => criterion.MaxPoints is null).Select(static criterion => new AwardOpenPoint(AwardOpenPointKind.CriterionPoints, criterion.Code)),
        .. LevelsIn(year).Where(static level => level.MinPoints is null).Select(static level => new AwardOpenPoint(AwardOpenPointKind.Threshold, DomainJson.NameOf(level.Level))),
    ];

    public AwardType TypeOf(AwardActivity activity, int officialEmployees) => (activity, officialEmployees > LargeAbove) switch
    {
        (AwardActivity.Production, true) => AwardType.ProductionLarge,
        (AwardActivity.Production, false) => AwardType.ProductionSme,
        (_, true) => AwardType.ServiceLarge,
        _ => AwardType.ServiceSme,
    };

    /// <summary>The regime with values in the place of open points. What the source states cannot be changed.</summary>
    public AwardRegime With(AwardRegimeValues values)
    {
        var criteria = Criteria.Select(criterion => criterion with
        {
            MaxPoints = ValueOf(values.Criteria?.LastOrDefault(value => value.Criterion == criterion.Code)?.MaxPoints, criterion.MaxPoints, $"criteria/{criterion.Code}"),
        }).ToList();
        var levels = Thresholds.Select(level => level with
        {
            MinPoints = ValueOf(values.Levels?.LastOrDefault(value => value.Level == level.Level)?.MinPoints, level.MinPoints, $"levels/{DomainJson.NameOf(level.Level)}"),
        }).ToList();
        if (values.Criteria?.FirstOrDefault(value => !Criteria.Any(criterion => criterion.Code == value.Criterion)) is { } unknown)
        {
            throw AwardSeasonRules.CriterionUnknown(unknown.Criterion);
        }

        if (criteria.TrueForAll(static criterion => criterion.MaxPoints is not null) && criteria.Sum(static criterion => criterion.MaxPoints) is var sum && sum != MaxPoints)
        {
            throw AwardSeasonRules.PointsDoNotSum(MaxPoints, sum ?? 0);
        }

        return this with { Criteria = criteria, Thresholds = levels };
    }

    private int? ValueOf(int? entered, int? stated, string place)
    {
        if (entered is null || entered == stated)
        {
            return stated;
        }

        if (stated is not null)
        {
            throw AwardSeasonRules.PointStated(place, stated.Value);
        }

        return entered >= 1 && entered <= MaxPoints ? entered : throw AwardSeasonRules.PointsOutOfRange(MaxPoints);
    }
}
