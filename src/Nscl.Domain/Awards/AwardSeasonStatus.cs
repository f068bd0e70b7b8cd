using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>States of a round of the award in a province.</summary>
public enum AwardSeasonStatus
{
    /// <summary>Being prepared; outside the department nobody sees it.</summary>
    Planned,

    /// <summary>Enterprises can be nominated and hand in their dossiers.</summary>
    Open,

    /// <summary>The assessors and the preliminary council work.</summary>
    Assessing,

    /// <summary>The list went to the national council.</summary>
    Forwarded,

    /// <summary>The results are known and on record.</summary>
    Closed,
    Cancelled,
}

/// <summary>What can be done with a season.</summary>
public enum AwardSeasonAction
{
    Update,

    /// <summary>Enter what the source of the regime does not say.</summary>
    FillOpenPoints,
    Open,
    Nominate,
    ExtendDeadline,
    StartAssessing,

    /// <summary>Send the list to the national council.</summary>
    Forward,
    Close,
    Cancel,
}

/// <summary>An action that does not go now, and why.</summary>
public sealed record BlockedAwardSeasonAction(AwardSeasonAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with a season now, and what stands in the way of the rest.</summary>
public sealed record AwardSeasonActions(IReadOnlyList<AwardSeasonAction> Allowed, IReadOnlyList<BlockedAwardSeasonAction> Blocked);

/// <summary>The state machine of a season as data. Guards that look at more than the state are in <see cref="AwardSeason"/>.</summary>
public static class AwardSeasonStateMachine
{
    public static readonly StateMachine<AwardSeasonStatus, AwardSeasonAction> Instance = new(
        AwardSeasonStatus.Planned,
        [
            new(AwardSeasonStatus.Planned, AwardSeasonAction.Update, AwardSeasonStatus.Planned),
            new(AwardSeasonStatus.Planned, AwardSeasonAction.FillOpenPoints, AwardSeasonStatus.Planned),
            new(AwardSeasonStatus.Planned, AwardSeasonAction.Open, AwardSeasonStatus.Open),
            new(AwardSeasonStatus.Open, AwardSeasonAction.Nominate, AwardSeasonStatus.Open),
            new(AwardSeasonStatus.Open, AwardSeasonAction.ExtendDeadline, AwardSeasonStatus.Open),
            new(AwardSeasonStatus.Assessing, AwardSeasonAction.ExtendDeadline, AwardSeasonStatus.Assessing),
            new(AwardSeasonStatus.Open, AwardSeasonAction.StartAssessing, AwardSeasonStatus.Assessing),
            new(AwardSeasonStatus.Assessing, AwardSeasonAction.Forward, AwardSeasonStatus.Forwarded),
            new(AwardSeasonStatus.Open, AwardSeasonAction.Close, AwardSeasonStatus.Closed),
            new(AwardSeasonStatus.Assessing, AwardSeasonAction.Close, AwardSeasonStatus.Closed),
            new(AwardSeasonStatus.Forwarded, AwardSeasonAction.Close, AwardSeasonStatus.Closed),
            new(AwardSeasonStatus.Planned, AwardSeasonAction.Cancel, AwardSeasonStatus.Cancelled),
            new(AwardSeasonStatus.Open, AwardSeasonAction.Cancel, AwardSeasonStatus.Cancelled),
            new(AwardSeasonStatus.Assessing, AwardSeasonAction.Cancel, AwardSeasonStatus.Cancelled),
        ]);
}
