using Nscl.Domain.Common;

namespace Nscl.Domain.Outreach;

/// <summary>Every reason a campaign can say no.</summary>
public static class OutreachCampaignRules
{
    public static RuleViolationException WrongState(OutreachCampaignStatus status, OutreachCampaignAction action) => new(
        "outreachCampaign.wrongState",
        "The campaign is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = OutreachCampaignStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException TitleRequired() => new("outreachCampaign.titleRequired", "The title is missing.", At("/title"));

    public static RuleViolationException EndsBeforeItStarts(DateOnly startsOn) =>
        new("outreachCampaign.endsBeforeItStarts", "The last day is before the first.", new Dictionary<string, object?> { ["pointer"] = "/endsOn", ["startsOn"] = startsOn });

    /// <param name="from">First day of the program's period.</param>
    /// <param name="to">Its last day.</param>
    public static RuleViolationException OutsideProgram(DateOnly from, DateOnly to) =>
        new("outreachCampaign.outsideProgram", "The campaign does not lie in the period of its program.", new Dictionary<string, object?> { ["pointer"] = "/startsOn", ["from"] = from, ["to"] = to });

    /// <param name="firstActOn">Day of the first act of the campaign.</param>
    public static RuleViolationException ActsBeforeStart(DateOnly firstActOn) =>
        new("outreachCampaign.actsBeforeStart", "Acts of the campaign would lie before its first day.", new Dictionary<string, object?> { ["pointer"] = "/startsOn", ["firstActOn"] = firstActOn });

    private static Dictionary<string, object?> At(string pointer) => new() { ["pointer"] = pointer };
}

/// <summary>Every reason a prospect can say no; <c>outreachProspect.alreadyOnList</c> and <c>outreachProspect.enrollmentTaken</c> are the table's own.</summary>
public static class OutreachProspectRules
{
    public static RuleViolationException WrongState(ProspectStage stage, ProspectAction action) => new(
        "outreachProspect.wrongState",
        "The prospect is not at a stage for this.",
        new Dictionary<string, object?>
        {
            ["stage"] = DomainJson.NameOf(stage),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = ProspectStateMachine.Instance.Actions(stage).Select(DomainJson.NameOf).ToArray(),
        });

    /// <summary>A closed campaign is opened again before anything is entered.</summary>
    public static RuleViolationException CampaignClosed() => new("outreachProspect.campaignClosed", "The campaign is closed.");

    public static RuleViolationException DistrictNotOfEnterprise(IEnumerable<string> districts) => new(
        "outreachProspect.districtNotOfEnterprise",
        "The enterprise has neither its address nor a site in this unit.",
        new Dictionary<string, object?> { ["pointer"] = "/districtCode", ["districts"] = string.Join(", ", districts) });

    /// <param name="from">First day of the campaign, or the day of the act before.</param>
    /// <param name="to">Today.</param>
    public static RuleViolationException ActOnOutOfRange(DateOnly from, DateOnly to) => new(
        "outreachProspect.actOnOutOfRange",
        "An act lies between the one before it – the first day of the campaign for the first – and today.",
        new Dictionary<string, object?> { ["pointer"] = "/act/on", ["from"] = from, ["to"] = to });

    public static RuleViolationException FollowUpBeforeAct(DateOnly on) => new(
        "outreachProspect.followUpBeforeAct",
        "The day to ask again is before the answer.",
        new Dictionary<string, object?> { ["pointer"] = "/followUpOn", ["on"] = on });

    public static RuleViolationException ReasonMissing() => new("outreachProspect.reasonMissing", "Declining needs a reason.", new Dictionary<string, object?> { ["pointer"] = "/reasons" });

    /// <summary>Another reason than those of the list is written out.</summary>
    public static RuleViolationException OtherReasonMissing() => new("outreachProspect.otherReasonMissing", "Another reason is written out in the note.", new Dictionary<string, object?> { ["pointer"] = "/act/note" });

    public static RuleViolationException WrongApplicant() => new("outreachProspect.wrongApplicant", "The dossier is not this enterprise's in this program.", new Dictionary<string, object?> { ["pointer"] = "/enrollmentId" });

    public static RuleViolationException NotSubmitted() => new("outreachProspect.notSubmitted", "The dossier has not been handed in.", new Dictionary<string, object?> { ["pointer"] = "/enrollmentId" });

    /// <param name="receivedOn">Day the dossier came in.</param>
    /// <param name="firstActOn">Day somebody first spoke to the enterprise.</param>
    public static RuleViolationException AppliedBeforeContact(DateOnly receivedOn, DateOnly firstActOn) => new(
        "outreachProspect.appliedBeforeContact",
        "The dossier came in before anybody of the campaign spoke to the enterprise.",
        new Dictionary<string, object?> { ["pointer"] = "/enrollmentId", ["receivedOn"] = receivedOn, ["firstActOn"] = firstActOn });

    public static RuleViolationException TakeBackReasonMissing() => new("outreachProspect.takeBackReasonMissing", "Taking an act back needs a reason.", new Dictionary<string, object?> { ["pointer"] = "/reason" });

    public static RuleViolationException TooManyActs(int max) => new("outreachProspect.tooManyActs", "The prospect has too many acts.", new Dictionary<string, object?> { ["max"] = max });
}
