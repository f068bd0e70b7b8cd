using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>On what a participation is counted. The two are shown side by side and never added up in silence.</summary>
public enum ParticipationEvidence
{
    /// <summary>Was at a session at least.</summary>
    Attended,

    /// <summary>Had a seat in a course that has been held and whose attendance nobody recorded.</summary>
    RecordedWithoutAttendance,
}

/// <param name="Year">The year in which the course ended.</param>
/// <param name="From">Courses that ended on this day or later.</param>
/// <param name="To">Courses that ended on this day or earlier.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record TrainingPeriod(int? Year = null, Guid? ProgramId = null, DateOnly? From = null, DateOnly? To = null, string? Province = null);

/// <summary>One person in one course: what the state counts as one <c>lượt người</c>, however many sessions there were (S3.14).</summary>
/// <param name="PersonId">The same over all courses of the province.</param>
internal sealed record Participation(
    Guid RegistrationId,
    Guid CourseId,
    Guid PersonId,
    string FullName,
    ParticipantKind Kind,
    string? OrganizationName,
    string OrganizationKey,
    string? DistrictCode,
    ParticipationEvidence Evidence);

/// <summary>The one place that says what counts as having taken part.</summary>
internal static class TrainingParticipations
{
    /// <summary>Courses, conferences and training elsewhere that have been held in the period.</summary>
    public static IQueryable<Course> HeldCourses(this INsclDb db, TrainingPeriod period, CurrentUser user)
    {
        var rows = db.Courses.AsNoTracking().InProvince(period.Province, user).Where(static course => course.Status == CourseStatus.Ended);
        rows = period.ProgramId is null ? rows : rows.Where(course => course.ProgramId == period.ProgramId);
        rows = period.From is null ? rows : rows.Where(course => course.EndsOn >= period.From);
        rows = period.To is null ? rows : rows.Where(course => course.EndsOn <= period.To);
        if (period.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(course => course.EndsOn >= first && course.EndsOn <= last);
        }

        return rows;
    }

    /// <summary>
    /// Who took part in those courses: where attendance was recorded, whoever was at a session at least; where nobody recorded any, whoever had a seat.
    /// </summary>
    public static async Task<IQueryable<CourseRegistration>> ParticipationsInAsync(this INsclDb db, IQueryable<Course> courses, CancellationToken cancellationToken)
    {
        // Whether a course has attendance at all is no secret of those who were there.
        var recorded = await db.CourseAttendances.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Select(static mark => mark.CourseId).Distinct().ToListAsync(cancellationToken);
        return db.CourseRegistrations.AsNoTracking().Where(row => row.Status == RegistrationStatus.Registered && courses.Any(course => course.Id == row.CourseId)
            && (!recorded.Contains(row.CourseId) || db.CourseAttendances.Any(mark => mark.RegistrationId == row.Id && mark.IsPresent)));
    }

    /// <summary>A participation with what it is counted on.</summary>
    public static Expression<Func<CourseRegistration, Participation>> AsParticipation(INsclDb db) => row => new Participation(
        row.Id,
        row.CourseId,
        row.PersonId,
        row.FullName,
        row.ParticipantKind,
        row.OrganizationName,
        row.OrganizationKey,
        row.DistrictCode,
        db.CourseAttendances.Any(mark => mark.RegistrationId == row.Id && mark.IsPresent) ? ParticipationEvidence.Attended : ParticipationEvidence.RecordedWithoutAttendance);
}
