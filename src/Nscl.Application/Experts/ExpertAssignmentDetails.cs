using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>An expert sent to an enterprise.</summary>
/// <param name="ExpertName">Of the person as the register has it.</param>
/// <param name="EnterpriseName">Also for the expert himself, who sees no other enterprises.</param>
/// <param name="Purpose">Code of the list <c>assignmentPurposes</c>.</param>
/// <param name="EndsOn">Last day; absent while it is open.</param>
/// <param name="Stage">Where it stands today.</param>
/// <param name="ClosingNote">What came of it, or why it did not come about.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record ExpertAssignmentDetails(
    Guid Id,
    Guid ExpertId,
    string ExpertName,
    Guid EnterpriseId,
    string EnterpriseName,
    string Purpose,
    string PurposeNameVi,
    string PurposeNameEn,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string? Note,
    ExpertAssignmentStatus Status,
    ExpertAssignmentStage Stage,
    string? ClosingNote,
    string? ClosedByName,
    DateTimeOffset? ClosedAt,
    string AssignedByName,
    DateTimeOffset AssignedAt,
    IReadOnlyList<ExpertAssignmentAction> AllowedActions,
    IReadOnlyList<BlockedExpertAssignmentAction> BlockedActions);
