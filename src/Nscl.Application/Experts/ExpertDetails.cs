using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <summary>Columns that exist for lists only, kept by the database.</summary>
public static class ExpertColumns
{
    /// <summary>What is searched, folded.</summary>
    public const string SearchKey = "SearchKey";
}

/// <summary>The paper of training elsewhere.</summary>
public sealed record QualificationEvidence(string FileName, long SizeBytes, string MediaType);

/// <summary>Deep training of an expert.</summary>
/// <param name="CourseId">Of a course of ours.</param>
/// <param name="Evidence">Absent for a course of ours, whose list is the proof, and as long as there is no paper.</param>
/// <param name="IsProven">By the list of a course of ours, or by a paper.</param>
public sealed record ExpertQualificationDetails(
    Guid Id,
    QualificationKind Kind,
    Guid? CourseId,
    string Title,
    string? Place,
    DateOnly StartsOn,
    DateOnly EndsOn,
    QualificationEvidence? Evidence,
    bool IsProven,
    string AddedByName,
    DateTimeOffset AddedAt);

/// <summary>Somebody of the province's pool of experts.</summary>
/// <param name="Phone">Absent also for those who do not manage the register.</param>
/// <param name="Email">Absent also for those who do not manage the register.</param>
/// <param name="UserName">The person's own account; absent also for those who do not manage the register.</param>
/// <param name="InactiveSince">Only while inactive.</param>
/// <param name="IsIllustrative">Invented for a demo.</param>
/// <param name="OpenAssignments">Assignments that are not over.</param>
/// <param name="Qualifications">Latest first.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record ExpertDetails(
    Guid Id,
    string Province,
    string FullName,
    ExpertSourceGroup SourceGroup,
    string AgencyName,
    string? Position,
    string? Phone,
    string? Email,
    string? UserName,
    string? AppointmentNumber,
    DateOnly? AppointedOn,
    ExpertStatus Status,
    DateOnly? InactiveSince,
    string? InactiveReason,
    bool IsIllustrative,
    int OpenAssignments,
    IReadOnlyList<ExpertQualificationDetails> Qualifications,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    IReadOnlyList<ExpertAction> AllowedActions,
    IReadOnlyList<BlockedExpertAction> BlockedActions);
