namespace Nscl.Domain.Enrollments;

/// <summary>
/// A dossier as one side may see it. For the enterprise nothing of a decision shows before it is published: not the state, not
/// the act in the timeline, not what the council proposed.
/// </summary>
/// <param name="Timeline">Oldest first.</param>
/// <param name="CouncilConclusion">Null also where it is not to be seen yet.</param>
/// <param name="Decision">Null also where it is not to be seen yet.</param>
/// <param name="ShowsFinalSubsidy">Whether the final calculation and what hangs on it may be shown.</param>
public sealed record EnrollmentView(
    EnrollmentStatus Status,
    IReadOnlyList<EnrollmentEvent> Timeline,
    IReadOnlyList<EnrollmentDocument> Documents,
    CouncilConclusion? CouncilConclusion,
    EnrollmentDecision? Decision,
    bool ShowsFinalSubsidy);
