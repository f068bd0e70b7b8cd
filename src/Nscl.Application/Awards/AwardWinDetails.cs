using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>What can be done with a win.</summary>
public enum AwardWinAction
{
    Publish,
    Entitle,
    EnterAmount,
}

/// <summary>An award that an organization won, with its support.</summary>
/// <param name="NominationId">Absent for a round before the system.</param>
/// <param name="Source">The document it is known from.</param>
/// <param name="PublishedOn">Absent while it is not on the public page.</param>
/// <param name="Entitlement">Support of a later budget year; <c>notStated</c> where the policy does not say how much.</param>
public sealed record AwardWinDetails(
    Guid Id,
    string Province,
    Guid EnterpriseId,
    string EnterpriseName,
    int Year,
    AwardLevel Level,
    Guid? NominationId,
    string Source,
    DateOnly? PublishedOn,
    AwardEntitlement? Entitlement,
    IReadOnlyList<AwardWinAction> AllowedActions)
{
    internal static Versioned<AwardWinDetails> Of(AwardWin win, INsclDb db, CurrentUser reader) => new(
        new AwardWinDetails(win.Id, win.Province, win.EnterpriseId, win.EnterpriseName, win.Year, win.Level, win.NominationId, win.Source, win.PublishedOn, win.Entitlement, AllowedTo(reader, win.PublishedOn, win.Entitlement)),
        db.VersionOf(win));

    internal static IReadOnlyList<AwardWinAction> AllowedTo(CurrentUser reader, DateOnly? publishedOn, AwardEntitlement? entitlement) => !reader.May(Permissions.AwardsRecordResult)
        ? []
        :
        [
            .. publishedOn is null ? [AwardWinAction.Publish] : Array.Empty<AwardWinAction>(),
            .. entitlement is null ? [AwardWinAction.Entitle] : Array.Empty<AwardWinAction>(),
            .. entitlement?.Outcome == AwardSupportOutcome.NotStated ? [AwardWinAction.EnterAmount] : Array.Empty<AwardWinAction>(),
        ];
}
