using Nscl.Domain.Common;

namespace Nscl.Domain.Experts;

/// <summary>Where an expert comes from (S1.5).</summary>
public enum ExpertSourceGroup
{
    /// <summary>Officials and civil servants of state agencies (S0.20, S0.25).</summary>
    Officials,

    /// <summary>Organizations that are neither agency nor enterprise.</summary>
    Organizations,
    Enterprises,
}

/// <summary>Whether an expert can be given work.</summary>
public enum ExpertStatus
{
    Active,
    Inactive,
}

/// <summary>What can be done with an expert's entry.</summary>
public enum ExpertAction
{
    Update,

    /// <summary>Record deep training.</summary>
    AddQualification,
    RemoveQualification,

    /// <summary>Send to an enterprise.</summary>
    Assign,

    /// <summary>Take off the active list, with the reason.</summary>
    Deactivate,
    Reactivate,
}

/// <summary>Where somebody was trained in depth.</summary>
public enum QualificationKind
{
    /// <summary>At a course of ours, where the person is on the list.</summary>
    OwnCourse,

    /// <summary>Elsewhere, by a paper.</summary>
    Outside,
}

/// <summary>Who acts, and on which business day.</summary>
public sealed record ExpertAct(Guid By, string ByName, DateTimeOffset At, DateOnly On);

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="ExpertRules"/>.</param>
public sealed record BlockedExpertAction(ExpertAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with an expert now, and what stands in the way of the rest.</summary>
public sealed record ExpertActions(IReadOnlyList<ExpertAction> Allowed, IReadOnlyList<BlockedExpertAction> Blocked);

/// <summary>The state machine of an expert as data.</summary>
public static class ExpertStateMachine
{
    public static readonly StateMachine<ExpertStatus, ExpertAction> Instance = new(
        ExpertStatus.Active,
        [
            new(ExpertStatus.Active, ExpertAction.Update, ExpertStatus.Active),
            new(ExpertStatus.Inactive, ExpertAction.Update, ExpertStatus.Inactive),
            new(ExpertStatus.Active, ExpertAction.AddQualification, ExpertStatus.Active),
            new(ExpertStatus.Inactive, ExpertAction.AddQualification, ExpertStatus.Inactive),
            new(ExpertStatus.Active, ExpertAction.RemoveQualification, ExpertStatus.Active),
            new(ExpertStatus.Inactive, ExpertAction.RemoveQualification, ExpertStatus.Inactive),
            new(ExpertStatus.Active, ExpertAction.Assign, ExpertStatus.Active),
            new(ExpertStatus.Active, ExpertAction.Deactivate, ExpertStatus.Inactive),
            new(ExpertStatus.Inactive, ExpertAction.Reactivate, ExpertStatus.Active),
        ]);
}
