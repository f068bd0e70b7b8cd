using Nscl.Application.ReferenceData;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>One thing done about a prospect.</summary>
/// <param name="Reasons">Why it declined; of an act of declining only.</param>
/// <param name="FollowUpOn">When to ask again.</param>
/// <param name="HeldSystems">What it is certified for by its own word; absent where it was not asked.</param>
/// <param name="EnrollmentId">The dossier that came in; of an application only.</param>
/// <param name="IsTakenBack">Entered by mistake: it stays on record and counts nowhere.</param>
public sealed record OutreachActDetails(
    Guid Id,
    OutreachActKind Kind,
    DateOnly On,
    OutreachChannel Channel,
    string CarriedOutBy,
    string? MetWith,
    string? Note,
    IReadOnlyList<NamedCode> Reasons,
    DateOnly? FollowUpOn,
    IReadOnlyList<NamedCode>? HeldSystems,
    Guid? EnrollmentId,
    string EnteredByName,
    DateTimeOffset EnteredAt,
    bool IsTakenBack,
    string? TakenBackReason,
    string? TakenBackByName);

/// <summary>An enterprise in a campaign.</summary>
/// <param name="District">Unit of the address or site that is meant, as recorded.</param>
/// <param name="LastActOn">Of the last act that stands.</param>
/// <param name="FollowUpOn">When to ask again, while it declines.</param>
/// <param name="Reasons">Why it does not take part, while it declines.</param>
/// <param name="HeldSystems">What it is certified for by its own word.</param>
/// <param name="EnrollmentId">The dossier that came of it.</param>
/// <param name="EnrollmentCode">Its receipt code.</param>
/// <param name="EarliestNextActOn">The next act lies on this day or later.</param>
/// <param name="Acts">In the order of entry, also those taken back.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
public sealed record OutreachProspectDetails(
    Guid Id,
    Guid CampaignId,
    string CampaignTitle,
    OutreachCampaignStatus CampaignStatus,
    Guid ProgramId,
    Guid EnterpriseId,
    string EnterpriseName,
    OutreachDistrict District,
    ProspectStage Stage,
    DateOnly? LastActOn,
    DateOnly? FollowUpOn,
    IReadOnlyList<NamedCode> Reasons,
    IReadOnlyList<NamedCode> HeldSystems,
    Guid? EnrollmentId,
    string? EnrollmentCode,
    bool IsIllustrative,
    DateOnly EarliestNextActOn,
    IReadOnlyList<OutreachActDetails> Acts,
    IReadOnlyList<ProspectAction> AllowedActions);
