using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;

namespace Nscl.Domain.Outreach;

/// <summary>How an enterprise was spoken to.</summary>
/// <param name="On">Day of the act; it may be entered later.</param>
/// <param name="CarriedOutBy">Who did it; whoever enters it where left out.</param>
/// <param name="MetWith">To whom they spoke.</param>
public sealed record OutreachContact(DateOnly On, OutreachChannel Channel, string? CarriedOutBy = null, string? MetWith = null, string? Note = null);

/// <summary>One thing done about a prospect. What was taken back stays on record and counts nowhere.</summary>
public sealed class OutreachAct
{
    public const int NameMaxLength = 200;
    public const int NoteMaxLength = 4_000;
    public const int ReasonMaxLength = 80;

    internal OutreachAct(int sequence, OutreachActKind kind, OutreachContact contact, OutreachEntry entry)
    {
        Id = Guid.CreateVersion7();
        (Sequence, Kind, On, Channel) = (sequence, kind, contact.On, contact.Channel);
        (CarriedOutBy, MetWith) = (SearchText.TidyOrNull(contact.CarriedOutBy) ?? entry.ByName, SearchText.TidyOrNull(contact.MetWith));
        Note = string.IsNullOrWhiteSpace(contact.Note) ? null : contact.Note.Trim();
        (EnteredByName, EnteredAt) = (entry.ByName, entry.At);
    }

    /// <summary>For the object mapper only.</summary>
    private OutreachAct() => (CarriedOutBy, EnteredByName) = (string.Empty, string.Empty);

    public Guid Id { get; private set; }

    /// <summary>From 1, in the order of entry.</summary>
    public int Sequence { get; private set; }

    public OutreachActKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public OutreachChannel Channel { get; private set; }

    public string CarriedOutBy { get; private set; }

    public string? MetWith { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Codes of the list <c>nonParticipationReasons</c>; of an act of declining only.</summary>
    public IReadOnlyList<string> Reasons { get; internal set; } = [];

    /// <summary>When to ask again; of an act of declining only.</summary>
    public DateOnly? FollowUpOn { get; internal set; }

    /// <summary>Codes of the systems the enterprise is certified for by its own word; null where it was not asked (S4.24).</summary>
    public IReadOnlyList<string>? HeldSystems { get; internal set; }

    public Guid? EnrollmentId { get; internal set; }

    public string EnteredByName { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    public bool IsTakenBack { get; private set; }

    public string? TakenBackReason { get; private set; }

    public string? TakenBackByName { get; private set; }

    internal void TakeBack(string reason, OutreachEntry entry) => (IsTakenBack, TakenBackReason, TakenBackByName) = (true, reason, entry.ByName);
}

/// <summary>
/// An enterprise in a campaign: what was done about it, and how far it has come. Its acts are the record; stage, days and reasons are read
/// from those that stand.
/// </summary>
public sealed class OutreachProspect : AggregateRoot
{
    public const int MaxActs = 200;
    public const int MaxReasons = 20;
    public const int MaxSystems = 50;
    public const int ReasonMaxLength = 2_000;

    /// <summary>The reason that is written out.</summary>
    public const string OtherReason = "other";

    private readonly List<OutreachAct> _acts = [];

    private OutreachProspect(OutreachCampaign campaign, Guid enterpriseId, string districtCode, OutreachEntry entry)
        : base(campaign.Province)
    {
        (CampaignId, ProgramId, EnterpriseId, DistrictCode) = (campaign.Id, campaign.ProgramId, enterpriseId, districtCode);
        (AddedByName, AddedAt, IsIllustrative) = (entry.ByName, entry.At, campaign.IsIllustrative);
    }

    /// <summary>For the object mapper only.</summary>
    private OutreachProspect() => (DistrictCode, AddedByName) = (string.Empty, string.Empty);

    public Guid CampaignId { get; private set; }

    /// <summary>The campaign's.</summary>
    public Guid ProgramId { get; private set; }

    public Guid EnterpriseId { get; private set; }

    /// <summary>Unit of the address or of the site that is meant, as recorded then; the unit of another day is resolved, never written over it.</summary>
    public string DistrictCode { get; private set; }

    public ProspectStage Stage { get; private set; }

    /// <summary>In the order of entry.</summary>
    public IReadOnlyList<OutreachAct> Acts => [.. _acts.OrderBy(static act => act.Sequence)];

    /// <summary>Of the last act that stands.</summary>
    public DateOnly? LastActOn { get; private set; }

    /// <summary>When to ask again, while it declines.</summary>
    public DateOnly? FollowUpOn { get; private set; }

    /// <summary>Why it does not take part, while it declines.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>Systems it is certified for by its own word, of the last survey that asked (S4.24).</summary>
    public IReadOnlyList<string> HeldSystems { get; private set; } = [];

    /// <summary>The dossier that came of it.</summary>
    public Guid? EnrollmentId { get; private set; }

    public bool IsIllustrative { get; private set; }

    public string AddedByName { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <param name="districtCode">Unit of the address or of a site of the enterprise; that of its address where left out.</param>
    public static OutreachProspect Add(OutreachCampaign campaign, Enterprise enterprise, string? districtCode, OutreachEntry entry)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(enterprise);
        ArgumentNullException.ThrowIfNull(entry);
        campaign.Require(OutreachCampaignAction.AddProspect);
        string[] own = [enterprise.DistrictCode, .. enterprise.Sites.Select(static site => site.DistrictCode)];
        return districtCode is null || own.Contains(districtCode, StringComparer.Ordinal)
            ? new OutreachProspect(campaign, enterprise.Id, districtCode ?? enterprise.DistrictCode, entry)
            : throw OutreachProspectRules.DistrictNotOfEnterprise(own.Distinct(StringComparer.Ordinal));
    }

    /// <param name="heldSystems">Codes of systems; null where it was not asked.</param>
    public void Survey(OutreachCampaign campaign, OutreachContact contact, IReadOnlyList<string>? heldSystems, OutreachEntry entry)
    {
        Record(campaign, OutreachActKind.Survey, contact, entry).HeldSystems = heldSystems is null ? null : [.. heldSystems.Distinct(StringComparer.Ordinal)];
        Recall();
    }

    public void Mobilize(OutreachCampaign campaign, OutreachContact contact, OutreachEntry entry) => Record(campaign, OutreachActKind.Mobilization, contact, entry);

    public void Guide(OutreachCampaign campaign, OutreachContact contact, OutreachEntry entry) => Record(campaign, OutreachActKind.Guidance, contact, entry);

    /// <param name="reasons">Codes of the list <c>nonParticipationReasons</c>; <see cref="OtherReason"/> is written out in the note.</param>
    /// <param name="followUpOn">When to ask again.</param>
    public void Decline(OutreachCampaign campaign, OutreachContact contact, IReadOnlyList<string> reasons, DateOnly? followUpOn, OutreachEntry entry)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(reasons);
        Require(ProspectAction.Decline, campaign);
        if (reasons.Count == 0)
        {
            throw OutreachProspectRules.ReasonMissing();
        }

        if (reasons.Contains(OtherReason, StringComparer.Ordinal) && string.IsNullOrWhiteSpace(contact.Note))
        {
            throw OutreachProspectRules.OtherReasonMissing();
        }

        if (followUpOn < contact.On)
        {
            throw OutreachProspectRules.FollowUpBeforeAct(contact.On);
        }

        var act = Record(campaign, OutreachActKind.Decline, contact, entry);
        (act.Reasons, act.FollowUpOn) = ([.. reasons.Distinct(StringComparer.Ordinal)], followUpOn);
        Recall();
    }

    /// <summary>Its dossier is in. The act bears the day the dossier came in, and the dossier decides that: nobody types it.</summary>
    public void RecordApplication(OutreachCampaign campaign, Enrollment enrollment, OutreachEntry entry, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(enrollment);
        Require(ProspectAction.RecordApplication, campaign);
        if (enrollment.EnterpriseId != EnterpriseId || enrollment.ProgramId != ProgramId)
        {
            throw OutreachProspectRules.WrongApplicant();
        }

        var receivedOn = enrollment.ReceivedOn ?? throw OutreachProspectRules.NotSubmitted();
        var firstActOn = Standing.Min(static act => act.On);
        if (receivedOn < firstActOn)
        {
            throw OutreachProspectRules.AppliedBeforeContact(receivedOn, firstActOn);
        }

        Append(new OutreachAct(_acts.Count + 1, OutreachActKind.Application, new OutreachContact(receivedOn, OutreachChannel.Other, Note: note), entry)).EnrollmentId = enrollment.Id;
        Recall();
    }

    /// <summary>The last act that stands was entered by mistake: it stays on record, and the prospect is where it was before.</summary>
    public void TakeBack(OutreachCampaign campaign, string reason, OutreachEntry entry)
    {
        Require(ProspectAction.TakeBack, campaign);
        Standing[^1].TakeBack(SearchText.TidyOrNull(reason) ?? throw OutreachProspectRules.TakeBackReasonMissing(), entry);
        Recall();
    }

    /// <summary>Whether it may go off the list.</summary>
    public void RequireRemovable(OutreachCampaign campaign)
    {
        Require(ProspectAction.Remove, campaign);
        if (_acts.Count > 0)
        {
            throw OutreachProspectRules.WrongState(Stage, ProspectAction.Remove);
        }
    }

    /// <summary>What can be done with a prospect of which a list has only these words.</summary>
    /// <param name="hasActs">Also acts that were taken back.</param>
    public static IEnumerable<ProspectAction> AllowedFor(ProspectStage stage, bool hasActs, OutreachCampaignStatus campaign) =>
        campaign == OutreachCampaignStatus.Closed ? [] : ProspectStateMachine.Instance.Actions(stage).Where(action => action != ProspectAction.Remove || !hasActs);

    private List<OutreachAct> Standing => [.. _acts.Where(static act => !act.IsTakenBack).OrderBy(static act => act.Sequence)];

    private OutreachAct Record(OutreachCampaign campaign, OutreachActKind kind, OutreachContact contact, OutreachEntry entry)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(entry);
        Require(ProspectStateMachine.ActionOf(kind), campaign);
        var from = LastActOn ?? campaign.StartsOn;
        if (contact.On < from || contact.On > entry.On)
        {
            throw OutreachProspectRules.ActOnOutOfRange(from, entry.On);
        }

        var act = Append(new OutreachAct(_acts.Count + 1, kind, contact, entry));
        Recall();
        return act;
    }

    private OutreachAct Append(OutreachAct act)
    {
        if (_acts.Count >= MaxActs)
        {
            throw OutreachProspectRules.TooManyActs(MaxActs);
        }

        _acts.Add(act);
        return act;
    }

    /// <summary>Reads from the acts that stand what is kept beside them.</summary>
    private void Recall()
    {
        var standing = Standing;
        Stage = ProspectStateMachine.After(standing.Select(static act => act.Kind));
        var last = standing.LastOrDefault();
        var declined = Stage == ProspectStage.Declined ? last : null;
        (LastActOn, FollowUpOn, Reasons) = (last?.On, declined?.FollowUpOn, declined?.Reasons ?? []);
        EnrollmentId = standing.Find(static act => act.Kind == OutreachActKind.Application)?.EnrollmentId;
        HeldSystems = standing.FindLast(static act => act.HeldSystems is not null)?.HeldSystems ?? [];
    }

    private void Require(ProspectAction action, OutreachCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Status == OutreachCampaignStatus.Closed)
        {
            throw OutreachProspectRules.CampaignClosed();
        }

        if (ProspectStateMachine.Instance.After(Stage, action) is null)
        {
            throw OutreachProspectRules.WrongState(Stage, action);
        }
    }
}
