using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A course as a calendar shows it; also one that is cancelled, so that whoever had noted it sees that.</summary>
public sealed record TimetableCourse(Guid Id, string Code, string Title, CourseKind Kind, CourseStatus Status, DateOnly StartsOn, DateOnly EndsOn);

/// <param name="StartsAt">Clock time in Viet Nam.</param>
/// <param name="EndsAt">Clock time in Viet Nam.</param>
public sealed record TimetableSession(
    Guid Id,
    Guid CourseId,
    DateOnly Date,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    CourseSessionKind Kind,
    string Title,
    string? Room,
    string? Link,
    string? Trainer);

/// <summary>What is held in a range of days.</summary>
/// <param name="Courses">Every course that has a day in the range, the earliest first; also those without a timetable.</param>
/// <param name="Sessions">Of these courses, on days of the range, in the order of time.</param>
public sealed record CourseTimetable(IReadOnlyList<TimetableCourse> Courses, IReadOnlyList<TimetableSession> Sessions);

/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record ListCourseSessionsQuery(DateOnly From, DateOnly To) : IQuery<CourseTimetable>;

internal sealed class ListCourseSessionsValidator : AbstractValidator<ListCourseSessionsQuery>
{
    /// <summary>Two long months.</summary>
    private const int MaxDays = 62;

    public ListCourseSessionsValidator() => RuleFor(static query => query.To)
        .GreaterThanOrEqualTo(static query => query.From)
        .LessThanOrEqualTo(static query => query.From.AddDays(MaxDays - 1))
        .OverridePropertyName("?to");
}

internal sealed class ListCourseSessionsHandler(INsclDb db) : IQueryHandler<ListCourseSessionsQuery, CourseTimetable>
{
    public async ValueTask<CourseTimetable> Handle(ListCourseSessionsQuery query, CancellationToken cancellationToken)
    {
        var (from, to) = (query.From, query.To);
        var meeting = db.Courses.AsNoTracking().Where(course => course.EndsOn >= from && course.StartsOn <= to);
        var courses = await meeting.OrderBy(static course => course.StartsOn).ThenBy(static course => course.Code).ThenBy(static course => course.Id)
            .Select(static course => new TimetableCourse(course.Id, course.Code, course.Title, course.Kind, course.Status, course.StartsOn, course.EndsOn))
            .ToListAsync(cancellationToken);
        var sessions = await meeting
            .SelectMany(static course => course.Sessions, static (course, session) => new { CourseId = course.Id, Session = session })
            .Where(row => row.Session.Date >= from && row.Session.Date <= to)
            .OrderBy(static row => row.Session.Date).ThenBy(static row => row.Session.StartsAt).ThenBy(static row => row.Session.Id)
            .Select(static row => new TimetableSession(
                row.Session.Id,
                row.CourseId,
                row.Session.Date,
                row.Session.StartsAt,
                row.Session.EndsAt,
                row.Session.Kind,
                row.Session.Title,
                row.Session.Room,
                row.Session.Link,
                row.Session.Trainer))
            .ToListAsync(cancellationToken);

        // Between the two questions a course may have come: its sessions come with it the next time.
        var known = courses.Select(static course => course.Id).ToHashSet();
        return new CourseTimetable(courses, [.. sessions.Where(session => known.Contains(session.CourseId))]);
    }
}
