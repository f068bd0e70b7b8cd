using Nscl.Domain.Common;

namespace Nscl.Domain.Outreach;

/// <summary>Whether a campaign takes entries.</summary>
public enum OutreachCampaignStatus
{
    Open,

    /// <summary>Its figures stand; it can be opened again.</summary>
    Closed,
}

/// <summary>What can be done with a campaign.</summary>
public enum OutreachCampaignAction
{
    Update,
    AddProspect,
    Close,
    Reopen,
}

/// <summary>How far an enterprise has come in a campaign (domain-reference §3.3). Which figures it counts in, its acts say, not its stage.</summary>
public enum ProspectStage
{
    /// <summary>On the list; nobody has spoken to it.</summary>
    Prospect,
    Surveyed,

    /// <summary>Asked to take part.</summary>
    Mobilized,

    /// <summary>Shown how to apply (S3.21).</summary>
    Guided,

    /// <summary>Its dossier is in.</summary>
    Applied,

    /// <summary>Does not take part for now, with the reasons.</summary>
    Declined,
}

/// <summary>What can be done with a prospect.</summary>
public enum ProspectAction
{
    Survey,
    Mobilize,
    Guide,
    RecordApplication,
    Decline,

    /// <summary>The last act, entered by mistake, no longer holds.</summary>
    TakeBack,

    /// <summary>Off the list, while nobody has spoken to it.</summary>
    Remove,
}

/// <summary>What was done.</summary>
public enum OutreachActKind
{
    Survey,
    Mobilization,
    Guidance,
    Application,
    Decline,
}

/// <summary>By which way an enterprise was spoken to.</summary>
public enum OutreachChannel
{
    /// <summary>At its place.</summary>
    Visit,
    Meeting,
    Phone,
    Letter,
    Email,
    Other,
}

/// <summary>The state machine of a campaign as data.</summary>
public static class OutreachCampaignStateMachine
{
    public static readonly StateMachine<OutreachCampaignStatus, OutreachCampaignAction> Instance = new(
        OutreachCampaignStatus.Open,
        [
            new(OutreachCampaignStatus.Open, OutreachCampaignAction.Update, OutreachCampaignStatus.Open),
            new(OutreachCampaignStatus.Open, OutreachCampaignAction.AddProspect, OutreachCampaignStatus.Open),
            new(OutreachCampaignStatus.Open, OutreachCampaignAction.Close, OutreachCampaignStatus.Closed),
            new(OutreachCampaignStatus.Closed, OutreachCampaignAction.Reopen, OutreachCampaignStatus.Open),
        ]);
}

/// <summary>
/// The state machine of a prospect as data. No step needs the one before it: an enterprise may be guided that was never surveyed, which is why
/// the surveyed, the guided and the applicants of a report are three figures and not one nested set (S4.19, S4.20). An act may be repeated; it
/// never leads back. Taking back the last act leads to wherever the acts before it led.
/// </summary>
public static class ProspectStateMachine
{
    private static readonly ProspectStage[] UnderWay = [ProspectStage.Prospect, ProspectStage.Surveyed, ProspectStage.Mobilized, ProspectStage.Guided];

    public static readonly StateMachine<ProspectStage, ProspectAction> Instance = new(
        ProspectStage.Prospect,
        [
            .. UnderWay.Select(static stage => To(stage, ProspectAction.Survey, ProspectStage.Surveyed)),
            .. UnderWay.Select(static stage => To(stage, ProspectAction.Mobilize, ProspectStage.Mobilized)),
            new(ProspectStage.Declined, ProspectAction.Mobilize, ProspectStage.Mobilized),
            .. UnderWay.Select(static stage => To(stage, ProspectAction.Guide, ProspectStage.Guided)),
            .. UnderWay.Skip(1).Select(static stage => To(stage, ProspectAction.RecordApplication, ProspectStage.Applied)),
            .. UnderWay.Skip(1).Select(static stage => To(stage, ProspectAction.Decline, ProspectStage.Declined)),
            .. Enum.GetValues<ProspectStage>().Skip(1).Select(static stage => new Transition<ProspectStage, ProspectAction>(stage, ProspectAction.TakeBack, stage)),
            new(ProspectStage.Prospect, ProspectAction.Remove, ProspectStage.Prospect),
        ]);

    /// <summary>The stage that standing acts lead to, in their order.</summary>
    internal static ProspectStage After(IEnumerable<OutreachActKind> acts) =>
        acts.Aggregate(ProspectStage.Prospect, static (stage, act) => Instance.After(stage, ActionOf(act)) ?? stage);

    internal static ProspectAction ActionOf(OutreachActKind act) => act switch
    {
        OutreachActKind.Survey => ProspectAction.Survey,
        OutreachActKind.Mobilization => ProspectAction.Mobilize,
        OutreachActKind.Guidance => ProspectAction.Guide,
        OutreachActKind.Application => ProspectAction.RecordApplication,
        _ => ProspectAction.Decline,
    };

    private static Transition<ProspectStage, ProspectAction> To(ProspectStage stage, ProspectAction action, ProspectStage reached) =>
        new(stage, action, stage > reached ? stage : reached);
}
