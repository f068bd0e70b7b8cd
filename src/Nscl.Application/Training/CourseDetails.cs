using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Columns that exist for lists only, kept by the database.</summary>
public static class CourseColumns
{
    /// <summary>What is searched, folded.</summary>
    public const string SearchKey = "SearchKey";
}

/// <summary>How full a course is.</summary>
/// <param name="Held">Seats that somebody has or is offered.</param>
/// <param name="Offered">Of those, seats that still must be confirmed.</param>
/// <param name="Waiting">People in the line.</param>
/// <param name="AwaitingApproval">People on whom an officer has not decided yet; they hold no seat.</param>
/// <param name="Free">Seats that nobody has or is offered.</param>
public sealed record CourseCounts(int Seats, int Held, int Offered, int Waiting, int AwaitingApproval, int Free);

/// <summary>A course, conference, workshop or training elsewhere, with what can be done next.</summary>
/// <param name="Code">For example <c>KH-2022-0001</c>.</param>
/// <param name="Province">The province that founded it.</param>
/// <param name="ProgramTitle">Short Vietnamese title of its programme; <c>programTitleEn</c> in English.</param>
/// <param name="Stage">Its state, or that it is being held today.</param>
/// <param name="OrganizationQuota">How many people of one organization may be on the list; absent without a limit.</param>
/// <param name="Audience">Kinds of participants that are admitted; empty admits all.</param>
/// <param name="WaitlistLimit">Places in the line; absent without a limit.</param>
/// <param name="ContactLimit">How many people one telephone number or e-mail address may put on the list from the public page.</param>
/// <param name="RegistrationClosesOn">Last day of registration.</param>
/// <param name="AttendanceMinimum">Share of the sessions that must be attended for a certificate, in hundredths of a percent.</param>
/// <param name="AttendanceMinimumIsDefault">The course itself says nothing.</param>
/// <param name="NoticeVersion">Of the privacy notice; 0 where there is none.</param>
/// <param name="Sessions">In the order of time; may be empty as long as the timetable is not made.</param>
/// <param name="IsIllustrative">A course of the demo whose list is invented.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
/// <param name="BlockedActions">What the caller would look for now, and why it does not go.</param>
public sealed record CourseDetails(
    Guid Id,
    string Code,
    string Province,
    Guid? ProgramId,
    string? ProgramCode,
    string? ProgramTitle,
    string? ProgramTitleEn,
    CourseKind Kind,
    CourseStatus Status,
    CourseStage Stage,
    string Title,
    string? Description,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Standards,
    IReadOnlyList<string> CoOrganizers,
    string? Provider,
    string? Venue,
    string? DistrictCode,
    string? Link,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Seats,
    int? OrganizationQuota,
    IReadOnlyList<ParticipantKind> Audience,
    CourseMode Mode,
    int? WaitlistLimit,
    int? ConfirmationHours,
    int ContactLimit,
    DateOnly RegistrationClosesOn,
    int AttendanceMinimum,
    bool AttendanceMinimumIsDefault,
    int NoticeVersion,
    string? NoticeText,
    IReadOnlyList<CourseSessionDetails> Sessions,
    CourseCounts Counts,
    string? CancellationReason,
    bool IsIllustrative,
    string CreatedByName,
    DateTimeOffset CreatedAt,
    IReadOnlyList<CourseAction> AllowedActions,
    IReadOnlyList<BlockedCourseAction> BlockedActions);

/// <param name="StartsAt">Clock time in Viet Nam.</param>
/// <param name="EndsAt">Clock time in Viet Nam.</param>
public sealed record CourseSessionDetails(
    Guid Id,
    DateOnly Date,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    CourseSessionKind Kind,
    string Title,
    string? Room,
    string? Link,
    string? Trainer);
