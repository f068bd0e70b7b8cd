using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>Steps of an organization through a season (domain-reference §3.3, "NQA participation").</summary>
public enum AwardNominationStatus
{
    /// <summary>It has committed itself; the dossier is being written.</summary>
    Registered,
    DossierSubmitted,

    /// <summary>Something is missing and was asked for.</summary>
    DossierIncomplete,

    /// <summary>Complete, and the organization is eligible.</summary>
    DossierAccepted,

    /// <summary>Assessors and the preliminary council look at it, on the dossier and then on site.</summary>
    Assessing,

    /// <summary>On the list to the national council.</summary>
    Forwarded,

    /// <summary>Not on that list.</summary>
    NotForwarded,
    ResultRecorded,
    Withdrawn,
}

/// <summary>What can be done with a nomination.</summary>
public enum AwardNominationAction
{
    /// <summary>Change what it says of itself, its self-assessment included.</summary>
    Update,
    AttachDocument,
    RemoveDocument,
    SubmitDossier,
    Resubmit,
    RequestSupplement,

    /// <summary>An officer says what the eligibility checks cannot know by themselves.</summary>
    ConfirmEligibility,
    Accept,
    Refuse,
    StartAssessment,

    /// <summary>Give points, as an assessor.</summary>
    Score,

    /// <summary>The secretary closes a stage: from then on all sheets are seen and none changes.</summary>
    CloseStage,

    /// <summary>The council puts it on the list to the national council.</summary>
    Forward,

    /// <summary>The council does not, with the reason.</summary>
    NotForward,

    /// <summary>The hiệp y of the province is on record.</summary>
    RecordConsent,
    RecordResult,
    WriteFeedback,

    /// <summary>From now on the organization reads the feedback.</summary>
    ReleaseFeedback,
    Withdraw,
}

/// <summary>An action that does not go now, and why.</summary>
public sealed record BlockedAwardNominationAction(AwardNominationAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with a nomination now, and what stands in the way of the rest.</summary>
public sealed record AwardNominationActions(IReadOnlyList<AwardNominationAction> Allowed, IReadOnlyList<BlockedAwardNominationAction> Blocked);

/// <summary>The state machine of a nomination as data. Guards that look at more than the state are in <see cref="AwardNomination"/>.</summary>
public static class AwardNominationStateMachine
{
    private static readonly AwardNominationStatus[] Writing = [AwardNominationStatus.Registered, AwardNominationStatus.DossierIncomplete];

    private static readonly AwardNominationStatus[] BeforeAcceptance = [AwardNominationStatus.Registered, AwardNominationStatus.DossierSubmitted, AwardNominationStatus.DossierIncomplete];

    private static readonly AwardNominationStatus[] BeforeForwarding = [.. BeforeAcceptance, AwardNominationStatus.DossierAccepted, AwardNominationStatus.Assessing];

    private static readonly AwardNominationStatus[] Ended = [AwardNominationStatus.NotForwarded, AwardNominationStatus.ResultRecorded];

    private static readonly AwardNominationStatus[] Concluded = [AwardNominationStatus.Forwarded, .. Ended];

    /// <summary>States in which the preliminary council has not concluded yet.</summary>
    public static readonly IReadOnlyList<AwardNominationStatus> BeforeConclusion = BeforeForwarding;

    public static readonly StateMachine<AwardNominationStatus, AwardNominationAction> Instance = new(
        AwardNominationStatus.Registered,
        [
            .. Writing.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.Update, status)),
            .. Writing.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.AttachDocument, status)),
            .. Writing.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.RemoveDocument, status)),
            new(AwardNominationStatus.Registered, AwardNominationAction.SubmitDossier, AwardNominationStatus.DossierSubmitted),
            new(AwardNominationStatus.DossierIncomplete, AwardNominationAction.Resubmit, AwardNominationStatus.DossierSubmitted),
            new(AwardNominationStatus.DossierSubmitted, AwardNominationAction.RequestSupplement, AwardNominationStatus.DossierIncomplete),
            .. BeforeAcceptance.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.ConfirmEligibility, status)),
            new(AwardNominationStatus.DossierSubmitted, AwardNominationAction.Accept, AwardNominationStatus.DossierAccepted),
            .. BeforeAcceptance.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.Refuse, AwardNominationStatus.NotForwarded)),
            new(AwardNominationStatus.DossierAccepted, AwardNominationAction.StartAssessment, AwardNominationStatus.Assessing),
            new(AwardNominationStatus.Assessing, AwardNominationAction.Score, AwardNominationStatus.Assessing),
            new(AwardNominationStatus.Assessing, AwardNominationAction.CloseStage, AwardNominationStatus.Assessing),
            new(AwardNominationStatus.Assessing, AwardNominationAction.Forward, AwardNominationStatus.Forwarded),
            new(AwardNominationStatus.Assessing, AwardNominationAction.NotForward, AwardNominationStatus.NotForwarded),
            new(AwardNominationStatus.Forwarded, AwardNominationAction.RecordConsent, AwardNominationStatus.Forwarded),
            new(AwardNominationStatus.Forwarded, AwardNominationAction.RecordResult, AwardNominationStatus.ResultRecorded),
            .. Concluded.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.WriteFeedback, status)),
            .. Ended.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.ReleaseFeedback, status)),
            .. BeforeForwarding.Select(static status => new Transition<AwardNominationStatus, AwardNominationAction>(status, AwardNominationAction.Withdraw, AwardNominationStatus.Withdrawn)),
        ]);

    /// <summary>In which states of the season an action goes.</summary>
    public static IReadOnlyList<AwardSeasonStatus> SeasonStatusesFor(AwardNominationAction action) => action switch
    {
        AwardNominationAction.SubmitDossier => [AwardSeasonStatus.Open],
        AwardNominationAction.StartAssessment or AwardNominationAction.Score or AwardNominationAction.CloseStage
            or AwardNominationAction.Forward or AwardNominationAction.NotForward => [AwardSeasonStatus.Assessing],
        AwardNominationAction.RecordConsent => [AwardSeasonStatus.Assessing, AwardSeasonStatus.Forwarded],
        AwardNominationAction.RecordResult => [AwardSeasonStatus.Forwarded],
        AwardNominationAction.WriteFeedback or AwardNominationAction.ReleaseFeedback => [AwardSeasonStatus.Open, AwardSeasonStatus.Assessing, AwardSeasonStatus.Forwarded, AwardSeasonStatus.Closed],
        _ => [AwardSeasonStatus.Open, AwardSeasonStatus.Assessing],
    };
}
