using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="NoticeVersion">The wording of the privacy notice that was shown, where one was.</param>
/// <param name="IsDifferentPerson">Somebody has looked and says that it is another person than the one of the same name on the list.</param>
internal sealed record AdmissionAnswers(int? NoticeVersion, bool IsDifferentPerson);

/// <param name="Position">Place in the line; null for everybody else.</param>
internal sealed record Admitted(CourseRegistration Registration, int? Position);

/// <summary>How one more person comes on the list of a course, whoever sends the request: an officer, an enterprise or the person.</summary>
internal sealed class CourseAdmission(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseSeating seating, FullCourses full)
{
    public static KnownPerson Known(CourseRegistration row) =>
        new(row.PersonId, row.CourseId, RegistrationActions.Active.Contains(row.Status), row.Homonym, row.QueueNumber, row.Phone, row.Email);

    /// <summary>The course, to decide over one more person.</summary>
    public async Task<Course> LockAsync(Guid courseId, Trainee trainee, CancellationToken cancellationToken)
    {
        await RefuseWhereFullAsync(courseId, trainee, cancellationToken);
        // Before the course, so that nobody waits for a person while a thousand wait for the course.
        await db.LockAsync(LockOf(trainee.PersonKey), cancellationToken);
        return await db.LockUnchangedCourseAsync(courseId, cancellationToken);
    }

    /// <summary>The course, to decide over many.</summary>
    public async Task<Course> LockAsync(Guid courseId, IReadOnlyList<string> personKeys, CancellationToken cancellationToken)
    {
        await db.LockAsync([.. personKeys.Select(LockOf)], cancellationToken);
        return await db.LockCourseAsync(courseId, cancellationToken);
    }

    /// <summary>A seat, a place in the line or a no.</summary>
    /// <param name="course">Locked.</param>
    public async Task<Admitted> AdmitAsync(Course course, Trainee trainee, RegistrationChannel channel, AdmissionAnswers answers, CancellationToken cancellationToken)
    {
        course.RequireAdmits(trainee.Entry.Kind, clock.Today);
        if (answers.NoticeVersion is { } shown && shown != course.NoticeVersion)
        {
            throw CourseRegistrationRules.NoticeOutdated(course.NoticeVersion);
        }

        var standing = await seating.StandAsync(course, trainee.OrganizationKey, except: null, cancellationToken);
        var person = PersonIdentity.Of(trainee, course.Id, await KnownAsync(course, trainee, cancellationToken), answers.IsDifferentPerson);
        SeatPlan.RequireShare(standing.Seats);
        var (number, act) = (standing.LastQueueNumber + 1, current.User.CourseActOf(clock));
        var registration = course.Mode == CourseMode.Open
            ? CourseRegistration.Placed(course, trainee, person, Place(course, standing.Seats), number, channel, act)
            : CourseRegistration.Undecided(course, trainee, person, number, channel, act);
        db.CourseRegistrations.Add(registration);
        return new Admitted(registration, registration.Status == RegistrationStatus.Waitlisted ? standing.Seats.Waiting + 1 : null);
    }

    private int? Place(Course course, SeatState seats)
    {
        try
        {
            return SeatPlan.Place(seats);
        }
        catch (RuleViolationException)
        {
            full.Note(course.Id);
            throw;
        }
    }

    /// <summary>
    /// Without the lock: an answer that was true when the question was asked. Everybody else – known already, of an organization with a share, or in doubt – is decided upon under it.
    /// </summary>
    private async Task RefuseWhereFullAsync(Guid courseId, Trainee trainee, CancellationToken cancellationToken)
    {
        if (full.WasFullLately(courseId)
            && await db.ReadSharedAsync(db.Courses.Where(row => row.Id == courseId), cancellationToken) is [{ OrganizationQuota: null, Mode: CourseMode.Open } course]
            && await seating.IsFullForAsync(course, trainee.PersonKey, cancellationToken))
        {
            course.RequireAdmits(trainee.Entry.Kind, clock.Today);
            full.Note(courseId);
            throw CourseRegistrationRules.Full(course.Seats, course.WaitlistLimit);
        }
    }

    private static string LockOf(string personKey) => "courseRegistration:" + personKey;

    /// <summary>Everybody of this name and organization in the province, latest first.</summary>
    private async Task<IReadOnlyList<KnownPerson>> KnownAsync(Course course, Trainee trainee, CancellationToken cancellationToken)
    {
        // With their tracked state: an offer that has just lapsed holds nobody off.
        var rows = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName])
            .Where(row => row.Province == course.Province && row.PersonKey == trainee.PersonKey)
            .OrderByDescending(static row => row.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Known);
    }
}
