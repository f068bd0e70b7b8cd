using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <summary>A council with its seats.</summary>
/// <param name="DecisionNumber">Number and symbol of the decision that founded it.</param>
/// <param name="TermTo">Last day.</param>
/// <param name="IsInOffice">Today.</param>
/// <param name="Quorum">When it can decide.</param>
public sealed record CouncilDetails(
    Guid Id,
    string Province,
    CouncilKind Kind,
    string Name,
    string DecisionNumber,
    DateOnly DecisionDate,
    DateOnly TermFrom,
    DateOnly TermTo,
    bool IsInOffice,
    QuorumRule Quorum,
    IReadOnlyList<CouncilMember> Members);

/// <summary>A matter of a session, for the caller.</summary>
/// <param name="Standing">Where the caller stands; absent for who has no seat.</param>
/// <param name="Quorum">Whether the session can decide over it.</param>
public sealed record CouncilSubjectDetails(CouncilSubjectKind Kind, Guid Id, string Title, ConflictStanding? Standing, QuorumCount Quorum);

/// <summary>A member at a session.</summary>
/// <param name="RecusedFrom">Ids of the matters in which the member is in conflict.</param>
/// <param name="DeclaredOn">Ids of the matters on which the member has declared.</param>
public sealed record CouncilSeatDetails(Guid MemberId, string FullName, CouncilRole Role, string? Agency, bool IsPresent, IReadOnlyList<Guid> DeclaredOn, IReadOnlyList<Guid> RecusedFrom);

/// <summary>A session of a council: who is there, who is in conflict, whether it can decide.</summary>
/// <param name="OwnMemberId">The caller's seat.</param>
/// <param name="AllowedActions">What the caller can do: <c>declare</c> as a member, <c>recordAttendance</c> as the office.</param>
public sealed record CouncilSessionDetails(
    Guid Id,
    string Province,
    Guid CouncilId,
    string CouncilName,
    CouncilKind CouncilKind,
    DateOnly HeldOn,
    string? Place,
    IReadOnlyList<CouncilSubjectDetails> Subjects,
    IReadOnlyList<CouncilSeatDetails> Seats,
    Guid? OwnMemberId,
    IReadOnlyList<CouncilSessionAction> AllowedActions);

/// <summary>What can be done with a session.</summary>
public enum CouncilSessionAction
{
    RecordAttendance,
    Declare,
}
