using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Turns a course into what its reader sees: the one way out, for the page and for the answer to every act.</summary>
internal sealed class CourseDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<CourseDetails>> DescribeAsync(Course course, CancellationToken cancellationToken)
    {
        var (reader, today) = (current.User, clock.Today);
        var counts = (await db.CountSeatsAsync([course.Id], cancellationToken)).GetValueOrDefault(course.Id, new ListCounts(0, 0, 0, 0));
        var program = course.ProgramId is null ? null
            : await db.Programs.AsNoTracking().Where(row => row.Id == course.ProgramId).Select(static row => new { row.Code, row.ShortTitle, row.TitleEn }).FirstOrDefaultAsync(cancellationToken);
        var actions = course.ActionsOn(today, new CourseOccupancy(counts.Held, counts.Waiting));
        var details = new CourseDetails(
            course.Id,
            course.Code,
            course.Province,
            course.ProgramId,
            program?.Code,
            program?.ShortTitle,
            program?.TitleEn,
            course.Kind,
            course.Status,
            course.StageOn(today),
            course.Title,
            course.Description,
            course.Topics,
            course.Standards,
            course.CoOrganizers,
            course.Provider,
            course.Venue,
            course.DistrictCode,
            course.Link,
            course.StartsOn,
            course.EndsOn,
            course.Seats,
            course.OrganizationQuota,
            course.Audience,
            course.Mode,
            course.WaitlistLimit,
            course.ConfirmationHours,
            course.ContactLimit,
            course.RegistrationClosesOn,
            course.AttendanceMinimumInForce,
            course.AttendanceMinimum is null,
            course.NoticeVersion,
            course.NoticeText,
            [.. course.Sessions.Select(static session => new CourseSessionDetails(session.Id, session.Date, session.StartsAt, session.EndsAt, session.Kind, session.Title, session.Room, session.Link, session.Trainer))],
            counts.Of(course.Seats),
            course.CancellationReason,
            course.IsIllustrative,
            course.CreatedByName,
            course.CreatedAt,
            [.. actions.Allowed.Where(reader.May)],
            [.. actions.Blocked.Where(blocked => reader.May(blocked.Action))]);
        return new Versioned<CourseDetails>(details, db.VersionOf(course));
    }
}

/// <summary>How many are where on the list of a course.</summary>
internal sealed record ListCounts(int Registered, int Offered, int Waiting, int AwaitingApproval)
{
    public int Held => Registered + Offered;

    public CourseCounts Of(int seats) => new(seats, Held, Offered, Waiting, AwaitingApproval, Math.Max(0, seats - Held));
}

internal static class CourseLoading
{
    /// <summary>Counts of the whole lists: how full a course is, also those may know who see only their own people on it.</summary>
    public static async Task<Dictionary<Guid, ListCounts>> CountSeatsAsync(this INsclDb db, IReadOnlyList<Guid> courseIds, CancellationToken cancellationToken)
    {
        var counts = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => courseIds.Contains(row.CourseId) && RegistrationActions.Active.Contains(row.Status))
            .GroupBy(static row => new { row.CourseId, row.Status })
            .Select(static group => new { group.Key.CourseId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return counts.GroupBy(static count => count.CourseId).ToDictionary(static group => group.Key, static group =>
        {
            var of = group.ToDictionary(static count => count.Status, static count => count.Count);
            return new ListCounts(
                of.GetValueOrDefault(RegistrationStatus.Registered),
                of.GetValueOrDefault(RegistrationStatus.Offered),
                of.GetValueOrDefault(RegistrationStatus.Waitlisted),
                of.GetValueOrDefault(RegistrationStatus.AwaitingApproval));
        });
    }

    /// <summary>
    /// A course to decide over, under its lock: one decision at a time, so that nobody gets a seat twice. The lock does not move the course's
    /// version: the ETag of an officer who is editing stays good while people register.
    /// </summary>
    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<Course> LockCourseAsync(this INsclDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.LockAsync<Course>(id, cancellationToken);
        return await db.Courses.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("course");
    }

    /// <summary>The same, where only the list is going to change: most often the course is in memory as it stands in the database.</summary>
    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<Course> LockUnchangedCourseAsync(this INsclDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.LockAsync<Course>(id, cancellationToken);
        return await db.ReadSharedAsync(db.Courses.Where(row => row.Id == id), cancellationToken) is [var course] ? course : throw new NotFoundException("course");
    }

    /// <summary>The same, to be changed itself.</summary>
    public static async Task<Course> LockCourseAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(id, cancellationToken);
        db.ExpectVersion(course, expectedVersion);
        return course;
    }

    /// <summary>Somebody on the list of a course that is locked already.</summary>
    public static async Task<CourseRegistration> LoadRegistrationAsync(this INsclDb db, Course course, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var registration = await db.CourseRegistrations.FirstOrDefaultAsync(row => row.Id == id && row.CourseId == course.Id, cancellationToken) ?? throw new NotFoundException("courseRegistration");
        db.ExpectVersion(registration, expectedVersion);
        return registration;
    }
}
