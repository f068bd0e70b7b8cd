using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What is known of one person at one session.</summary>
public enum AttendanceMark
{
    Unmarked,
    Present,
    Absent,
}

/// <summary>Sessions by trainees: who was where, and who has completed the course. Those with a seat, in the order of arrival.</summary>
/// <param name="AttendanceMinimum">Share of the held sessions that must be attended, in hundredths of a percent.</param>
/// <param name="CanRecord">The caller may take attendance of this course.</param>
public sealed record AttendanceBoard(
    Guid CourseId,
    int AttendanceMinimum,
    bool CanRecord,
    IReadOnlyList<SessionAttendance> Sessions,
    IReadOnlyList<TraineeAttendance> Trainees);

/// <summary>How many were at a session, of those whom the caller sees.</summary>
/// <param name="Unmarked">People with a seat of whom nothing is recorded.</param>
/// <param name="IsRecorded">Attendance of the session has been taken: it counts as held.</param>
/// <param name="TakesAttendance">Its day has come.</param>
/// <param name="IsCheckInOpen">People can check in now.</param>
public sealed record SessionAttendance(
    Guid SessionId,
    DateOnly Date,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    CourseSessionKind Kind,
    string Title,
    string? Room,
    int Present,
    int Absent,
    int Unmarked,
    bool IsRecorded,
    bool TakesAttendance,
    bool IsCheckInOpen);

/// <param name="Homonym">Tells apart people of one name and organization; from 1.</param>
/// <param name="PersonalCode">By which the person checks in; absent for those who do not register people.</param>
/// <param name="Marks">One for each session, in the same order.</param>
/// <param name="Held">Sessions whose attendance is recorded.</param>
public sealed record TraineeAttendance(
    Guid RegistrationId,
    string FullName,
    string? OrganizationName,
    int Homonym,
    string? PersonalCode,
    IReadOnlyList<AttendanceMark> Marks,
    int Attended,
    int Held,
    CompletionOutcome Completion);

public sealed record GetAttendanceBoardQuery(Guid CourseId) : IQuery<AttendanceBoard>;

internal sealed class GetAttendanceBoardHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<GetAttendanceBoardQuery, AttendanceBoard>
{
    public async ValueTask<AttendanceBoard> Handle(GetAttendanceBoardQuery query, CancellationToken cancellationToken)
    {
        var (user, today) = (current.User, clock.Today);
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var people = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == RegistrationStatus.Registered)
            .OrderBy(static row => row.QueueNumber).Select(static row => new { row.Id, row.FullName, row.OrganizationName, row.Homonym, row.PersonalCode }).ToListAsync(cancellationToken);
        var marks = await db.MarksOfAsync(course.Id, cancellationToken);
        var recorded = await db.RecordedSessionsAsync(course.Id, cancellationToken);
        var open = await db.CourseCheckIns.AsNoTracking().Where(row => row.CourseId == course.Id && row.ClosedAt == null && row.OpenOn == today).Select(static row => row.SessionId).ToListAsync(cancellationToken);
        var held = course.Sessions.Count(session => recorded.Contains(session.Id));
        return new AttendanceBoard(
            course.Id,
            course.AttendanceMinimumInForce,
            user.May(Permissions.CoursesRecordAttendance) && course.Status is not (CourseStatus.Planned or CourseStatus.Cancelled),
            [
                .. course.Sessions.Select(session =>
                {
                    var present = people.Count(person => marks.Of(person.Id, session.Id) == AttendanceMark.Present);
                    var absent = people.Count(person => marks.Of(person.Id, session.Id) == AttendanceMark.Absent);
                    return session.Counted(present, absent, people.Count, recorded.Contains(session.Id), today, open.Contains(session.Id));
                }),
            ],
            [
                .. people.Select(person =>
                {
                    IReadOnlyList<AttendanceMark> own = [.. course.Sessions.Select(session => marks.Of(person.Id, session.Id))];
                    var attended = own.Count(static mark => mark == AttendanceMark.Present);
                    return new TraineeAttendance(
                        person.Id,
                        person.FullName,
                        person.OrganizationName,
                        person.Homonym,
                        user.MaySeeContacts() ? person.PersonalCode : null,
                        own,
                        attended,
                        held,
                        CourseCompletion.Of(attended, held, course.AttendanceMinimumInForce).Outcome);
                }),
            ]);
    }
}

/// <summary>What is recorded of a course, by person and session.</summary>
internal sealed class AttendanceMarks(IReadOnlyDictionary<(Guid RegistrationId, Guid SessionId), bool> marks)
{
    public AttendanceMark Of(Guid registrationId, Guid sessionId) =>
        marks.TryGetValue((registrationId, sessionId), out var isPresent) ? isPresent ? AttendanceMark.Present : AttendanceMark.Absent : AttendanceMark.Unmarked;
}

internal static class AttendanceReading
{
    public static async Task<AttendanceMarks> MarksOfAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken)
    {
        var rows = await db.CourseAttendances.AsNoTracking().Where(row => row.CourseId == courseId)
            .Select(static row => new { row.RegistrationId, row.SessionId, row.IsPresent }).ToListAsync(cancellationToken);
        return new AttendanceMarks(rows.ToDictionary(static row => (row.RegistrationId, row.SessionId), static row => row.IsPresent));
    }

    /// <summary>Sessions of which attendance was taken, whoever asks: whether a session was held does not depend on the reader.</summary>
    public static async Task<HashSet<Guid>> RecordedSessionsAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken) =>
        await db.CourseAttendances.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => row.CourseId == courseId)
            .Select(static row => row.SessionId).Distinct().ToHashSetAsync(cancellationToken);

    public static SessionAttendance Counted(this CourseSession session, int present, int absent, int people, bool isRecorded, DateOnly today, bool isOpen) => new(
        session.Id,
        session.Date,
        session.StartsAt,
        session.EndsAt,
        session.Kind,
        session.Title,
        session.Room,
        present,
        absent,
        people - present - absent,
        isRecorded,
        today >= session.Date,
        isOpen);

    /// <summary>The head of one column of the board.</summary>
    public static async Task<SessionAttendance> CountAttendanceAsync(this INsclDb db, CourseSession session, Guid courseId, DateOnly today, CancellationToken cancellationToken)
    {
        var registered = db.CourseRegistrations.Where(row => row.CourseId == courseId && row.Status == RegistrationStatus.Registered);
        var people = await registered.CountAsync(cancellationToken);
        var marks = await db.CourseAttendances.Where(row => row.SessionId == session.Id && registered.Any(person => person.Id == row.RegistrationId))
            .GroupBy(static row => row.IsPresent).Select(static group => new { IsPresent = group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.IsPresent, static row => row.Count, cancellationToken);
        var isRecorded = await db.CourseAttendances.IgnoreQueryFilters([RowScope.FilterName]).AnyAsync(row => row.SessionId == session.Id, cancellationToken);
        var isOpen = await db.CourseCheckIns.AnyAsync(row => row.SessionId == session.Id && row.ClosedAt == null && row.OpenOn == today, cancellationToken);
        return session.Counted(marks.GetValueOrDefault(true), marks.GetValueOrDefault(false), people, isRecorded, today, isOpen);
    }
}
