using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>A code of a unit with its names on the campaign's first day.</summary>
public sealed record OutreachDistrict(string Code, string NameVi, string NameEn);

/// <summary>A campaign.</summary>
/// <param name="ProgramShortTitle">Of the program it asks enterprises to take part in.</param>
/// <param name="EndsOn">Last day as planned.</param>
/// <param name="Districts">Units it is aimed at; empty for the whole province.</param>
/// <param name="IsIllustrative">Invented for a demo.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
public sealed record OutreachCampaignDetails(
    Guid Id,
    string Province,
    Guid ProgramId,
    string ProgramCode,
    string ProgramShortTitle,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    IReadOnlyList<OutreachDistrict> Districts,
    string? Note,
    OutreachCampaignStatus Status,
    bool IsIllustrative,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    IReadOnlyList<OutreachCampaignAction> AllowedActions);
