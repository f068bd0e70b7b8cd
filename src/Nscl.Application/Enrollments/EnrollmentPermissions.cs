using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <summary>Which permission stands behind which action of a dossier; the same that its endpoint asks for.</summary>
internal static class EnrollmentPermissions
{
    /// <summary>Null for what nobody presses a button for.</summary>
    public static string? Of(EnrollmentAction action) => action switch
    {
        EnrollmentAction.Edit => Permissions.EnrollmentsUpdate,
        EnrollmentAction.AttachDocument or EnrollmentAction.RemoveDocument => Permissions.EnrollmentsAttachDocument,
        EnrollmentAction.Submit or EnrollmentAction.Resubmit => Permissions.EnrollmentsSubmit,
        EnrollmentAction.StartChecking or EnrollmentAction.RequestSupplement or EnrollmentAction.Accept or EnrollmentAction.Refuse => Permissions.EnrollmentsCheck,
        EnrollmentAction.AttachProceedings or EnrollmentAction.RecordCouncilConclusion => Permissions.EnrollmentsRecordCouncilConclusion,
        EnrollmentAction.ProposeApproval => Permissions.EnrollmentsProposeApproval,
        EnrollmentAction.Approve or EnrollmentAction.Reject => Permissions.EnrollmentsApprove,
        EnrollmentAction.PublishDecision => Permissions.EnrollmentsPublishDecision,
        EnrollmentAction.RecordDecisionNumber => Permissions.EnrollmentsRecordDecisionNumber,
        EnrollmentAction.Withdraw => Permissions.EnrollmentsWithdraw,
        _ => null,
    };

    public static bool May(this CurrentUser user, EnrollmentAction action) => Of(action) is { } permission && user.May(permission);
}
