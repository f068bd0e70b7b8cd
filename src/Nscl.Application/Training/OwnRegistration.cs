using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A registration as the person sees it who made it on the public page.</summary>
/// <param name="Stage">Of the course: its state, or that it is being held today.</param>
/// <param name="PersonalCode">By which the person checks in at the sessions.</param>
/// <param name="SeatNumber">Only while the person has the seat or is offered it.</param>
/// <param name="Position">Place in the line, from 1; only while the person waits.</param>
/// <param name="ConfirmBy">Until when an offered seat must be confirmed.</param>
/// <param name="ClosedAt">When the person left the list.</param>
/// <param name="AllowedActions">What the person can do now.</param>
/// <param name="MayRegisterAgain">The person is not on the list any more and the course takes registrations.</param>
public sealed record OwnRegistration(
    Guid CourseId,
    string CourseCode,
    string CourseTitle,
    CourseStage Stage,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? Venue,
    string FullName,
    ParticipantKind ParticipantKind,
    string? OrganizationName,
    string PersonalCode,
    RegistrationStatus Status,
    int? SeatNumber,
    int? Position,
    DateTimeOffset? ConfirmBy,
    DateTimeOffset RegisteredAt,
    DateTimeOffset? ClosedAt,
    string? Reason,
    IReadOnlyList<RegistrationAction> AllowedActions,
    bool MayRegisterAgain);

/// <summary>Finds the registration behind a personal link and tells its person of it.</summary>
internal sealed class OwnRegistrationDescriber(INsclDb db, IBusinessClock clock)
{
    /// <exception cref="NotFoundException">Nobody has this link.</exception>
    public async Task<CourseRegistration> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = SecretLink.HashOf(secret);
        return await db.CourseRegistrations.FirstOrDefaultAsync(row => row.LinkHash == hash, cancellationToken) ?? throw new NotFoundException("courseRegistration");
    }

    /// <summary>The registration under the lock of its course, to be changed.</summary>
    public async Task<(Course Course, CourseRegistration Registration)> LockAsync(string secret, uint expectedVersion, CancellationToken cancellationToken)
    {
        var hash = SecretLink.HashOf(secret);
        var place = await db.CourseRegistrations.Where(row => row.LinkHash == hash).Select(static row => new { row.Id, row.CourseId }).FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("courseRegistration");
        var course = await db.LockCourseAsync(place.CourseId, cancellationToken);
        return (course, await db.LoadRegistrationAsync(course, place.Id, expectedVersion, cancellationToken));
    }

    public async Task<Versioned<OwnRegistration>> DescribeAsync(CourseRegistration registration, CancellationToken cancellationToken)
    {
        var course = await db.Courses.FirstAsync(row => row.Id == registration.CourseId, cancellationToken);
        int? position = registration.Status != RegistrationStatus.Waitlisted ? null
            : await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).CountAsync(
                row => row.CourseId == course.Id && row.Status == RegistrationStatus.Waitlisted && row.QueueNumber <= registration.QueueNumber, cancellationToken);
        return Describe(registration, course, position);
    }

    /// <param name="position">Place in the line, as the act knows it.</param>
    public Versioned<OwnRegistration> Describe(CourseRegistration registration, Course course, int? position)
    {
        var isOff = !RegistrationActions.Active.Contains(registration.Status);
        // An officer decides; the person can only take what is offered, or leave.
        var actions = registration.ActionsIn(course, clock.Now).Where(static action => action is RegistrationAction.Confirm or RegistrationAction.Cancel);
        return new Versioned<OwnRegistration>(
            new OwnRegistration(
                course.Id,
                course.Code,
                course.Title,
                course.StageOn(clock.Today),
                course.StartsOn,
                course.EndsOn,
                course.Venue,
                registration.FullName,
                registration.ParticipantKind,
                registration.OrganizationName,
                registration.PersonalCode,
                registration.Status,
                registration.SeatNumber,
                position,
                registration.ConfirmBy,
                registration.RegisteredAt,
                registration.ClosedAt,
                registration.Reason,
                [.. actions],
                isOff && course.ActionsOn(clock.Today, new CourseOccupancy(0, 0)).Allowed.Contains(CourseAction.Register)),
            db.VersionOf(registration));
    }
}
