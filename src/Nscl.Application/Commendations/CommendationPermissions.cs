using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <summary>Which permission stands behind which action; the same that its endpoint asks for.</summary>
internal static class CommendationPermissions
{
    public static bool May(this CurrentUser user, CommendationAction action) => user.May(action switch
    {
        CommendationAction.Update or CommendationAction.AttachDocument or CommendationAction.RemoveDocument or CommendationAction.Withdraw => Permissions.CommendationsPropose,
        CommendationAction.Submit => Permissions.CommendationsSubmit,
        CommendationAction.RecordDecision => Permissions.CommendationsRecordDecision,
        _ => Permissions.CommendationsReview,
    });

    public static CommendationAct CommendationActOf(this CurrentUser user, IBusinessClock clock) => new(user.FullName, clock.Now, clock.Today);
}
