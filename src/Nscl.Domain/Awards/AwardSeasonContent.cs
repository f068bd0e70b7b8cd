namespace Nscl.Domain.Awards;

/// <summary>The dates that a season sets; each is the last day.</summary>
public enum AwardDeadlineKind
{
    /// <summary>Commitment to take part.</summary>
    Registration,

    /// <summary>The full dossier.</summary>
    Dossier,

    /// <summary>Assessment by the province.</summary>
    Assessment,

    /// <summary>The list to the national council.</summary>
    Forwarding,
}

/// <param name="Date">Last day.</param>
public sealed record AwardDeadlineEntry(AwardDeadlineKind Kind, DateOnly Date);

/// <summary>One time a deadline was moved.</summary>
public sealed record AwardDeadlineExtension(DateOnly From, DateOnly To, string Reason, DateOnly On, string ByName);

/// <param name="Date">Last day as it stands.</param>
/// <param name="Extensions">Oldest first.</param>
public sealed record AwardDeadline(AwardDeadlineKind Kind, DateOnly Date, IReadOnlyList<AwardDeadlineExtension> Extensions);

/// <summary>Values that were entered for open points of the regime.</summary>
public sealed record AwardRegimeFilling(AwardRegimeValues Values, DateOnly On, string ByName);

/// <summary>What is said of a season while it is planned.</summary>
/// <param name="Year">Round of the award.</param>
/// <param name="ReentryYears">Years that a winner of gold waits; null = not decided yet.</param>
/// <param name="ReentrySource">The guide that says so.</param>
/// <param name="OperationMonths">Null = as the regime has it.</param>
/// <param name="ProductMarketMonths">Null = as the regime has it.</param>
public sealed record AwardSeasonContent(
    int Year,
    string Title,
    Guid? ProgramId = null,
    int? ReentryYears = null,
    string? ReentrySource = null,
    int? OperationMonths = null,
    int? ProductMarketMonths = null,
    IReadOnlyList<AwardDeadlineEntry>? Deadlines = null);

/// <summary>Where the nominations of a season stand, for the guards of the season.</summary>
/// <param name="TakingPart">Not withdrawn.</param>
/// <param name="BeforeConclusion">Of those, the preliminary council has not concluded yet.</param>
/// <param name="AwaitingResult">Forwarded, without a result.</param>
/// <param name="Forwarded">Forwarded, with or without a result.</param>
public sealed record AwardSeasonTally(int TakingPart, int BeforeConclusion, int AwaitingResult, int Forwarded)
{
    public static readonly AwardSeasonTally None = new(0, 0, 0, 0);
}
