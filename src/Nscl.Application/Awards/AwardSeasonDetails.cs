using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Where the nominations of a season stand.</summary>
/// <param name="TakingPart">Registered and not withdrawn.</param>
/// <param name="BeforeConclusion">The preliminary council has not concluded yet.</param>
/// <param name="Forwarded">On the list to the national council, with or without a result.</param>
public sealed record AwardSeasonCounts(int TakingPart, int BeforeConclusion, int Forwarded, int NotForwarded, int Withdrawn, int ResultRecorded);

/// <summary>A season of the award, with its rules and what can be done next.</summary>
/// <param name="Province">The province that founded it.</param>
/// <param name="ProgramTitle">Short title of its programme.</param>
/// <param name="Regime">The rules as they were when the season was founded, with what was entered for their open points.</param>
/// <param name="OpenPoints">What must be entered before the season opens: the sources do not say it.</param>
/// <param name="Fillings">What was entered for open points, with the text it comes from; oldest first.</param>
/// <param name="ReentryYears">Years that a winner of gold waits; absent while it is not decided.</param>
/// <param name="ProductMarketMonths">Months that the product has been on the market; absent where not asked for.</param>
/// <param name="Deadlines">Last days, with every time they were moved.</param>
/// <param name="ClosingExplanation">Why nobody took part, or what else is to be said of the end.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record AwardSeasonDetails(
    Guid Id,
    string Province,
    int Year,
    string Title,
    Guid? ProgramId,
    string? ProgramCode,
    string? ProgramTitle,
    AwardRegime Regime,
    IReadOnlyList<AwardOpenPoint> OpenPoints,
    IReadOnlyList<AwardRegimeFilling> Fillings,
    int? ReentryYears,
    string? ReentrySource,
    int OperationMonths,
    int? ProductMarketMonths,
    IReadOnlyList<AwardDeadline> Deadlines,
    AwardSeasonStatus Status,
    AwardSeasonCounts Counts,
    string? ClosingExplanation,
    string? CancellationReason,
    DateOnly? OpenedOn,
    DateOnly? ForwardedOn,
    DateOnly? ClosedOn,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    IReadOnlyList<AwardSeasonAction> AllowedActions,
    IReadOnlyList<BlockedAwardSeasonAction> BlockedActions);
