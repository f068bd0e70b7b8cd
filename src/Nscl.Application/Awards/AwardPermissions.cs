using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Which permission stands behind which action of a season and a nomination; the same that its endpoint asks for.</summary>
internal static class AwardPermissions
{
    public static bool May(this CurrentUser user, AwardSeasonAction action) => user.May(action == AwardSeasonAction.Nominate ? Permissions.AwardsNominate : Permissions.AwardsManage);

    public static bool May(this CurrentUser user, AwardNominationAction action) => user.May(action switch
    {
        AwardNominationAction.Update or AwardNominationAction.AttachDocument or AwardNominationAction.RemoveDocument
            or AwardNominationAction.SubmitDossier or AwardNominationAction.Resubmit or AwardNominationAction.Withdraw => Permissions.AwardsNominate,
        AwardNominationAction.Score => Permissions.AwardsScore,
        AwardNominationAction.CloseStage => Permissions.AwardsCloseStage,
        AwardNominationAction.Forward or AwardNominationAction.NotForward => Permissions.AwardsConclude,
        AwardNominationAction.RecordConsent or AwardNominationAction.RecordResult
            or AwardNominationAction.WriteFeedback or AwardNominationAction.ReleaseFeedback => Permissions.AwardsRecordResult,
        _ => Permissions.AwardsCheck,
    });

    public static AwardAct AwardActOf(this CurrentUser user, IBusinessClock clock) =>
        new(user.Id, user.FullName, user.Rows.SeesAll ? AwardParty.Office : AwardParty.Enterprise, clock.Now, clock.Today);
}
