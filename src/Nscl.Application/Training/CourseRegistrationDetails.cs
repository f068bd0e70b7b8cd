using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Somebody on the list of a course.</summary>
/// <param name="Phone">Absent also for those who do not register people.</param>
/// <param name="Email">Absent also for those who do not register people.</param>
/// <param name="PersonalCode">By which the person checks in and answers; absent for those who do not register people.</param>
/// <param name="Homonym">Tells apart people of one name and organization in one course; from 1.</param>
/// <param name="NoticeVersion">Which wording of the privacy notice was shown; 0 where the course has none.</param>
/// <param name="SeatNumber">Only while the person has the seat or is offered it.</param>
/// <param name="QueueNumber">Order of arrival in the course, from 1.</param>
/// <param name="Position">Place in the line, from 1; only while the person waits.</param>
/// <param name="ConfirmBy">Until when an offered seat must be confirmed.</param>
/// <param name="RegisteredByName">Who put the person on the list, which need not be the person.</param>
/// <param name="ClosedAt">When the person left the list.</param>
/// <param name="AllowedActions">What the caller can do now.</param>
public sealed record CourseRegistrationDetails(
    Guid Id,
    Guid CourseId,
    string FullName,
    ParticipantKind ParticipantKind,
    string? OrganizationName,
    Guid? EnterpriseId,
    string? DistrictCode,
    string? Phone,
    string? Email,
    string? PersonalCode,
    int Homonym,
    RegistrationChannel Channel,
    int NoticeVersion,
    RegistrationStatus Status,
    int? SeatNumber,
    int QueueNumber,
    int? Position,
    DateTimeOffset? ConfirmBy,
    string RegisteredByName,
    DateTimeOffset RegisteredAt,
    DateTimeOffset? ClosedAt,
    string? Reason,
    IReadOnlyList<RegistrationAction> AllowedActions);

/// <summary>Turns a registration into what its reader sees.</summary>
internal sealed class CourseRegistrationDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<CourseRegistrationDetails>> DescribeAsync(CourseRegistration registration, Course course, CancellationToken cancellationToken)
    {
        int? position = registration.Status != RegistrationStatus.Waitlisted ? null
            : await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).CountAsync(
                row => row.CourseId == registration.CourseId && row.Status == RegistrationStatus.Waitlisted && row.QueueNumber <= registration.QueueNumber, cancellationToken);
        return Describe(registration, course, position);
    }

    /// <param name="position">Place in the line, as the act knows it.</param>
    public Versioned<CourseRegistrationDetails> Describe(CourseRegistration registration, Course course, int? position) => new(
        new CourseRegistrationDetails(
            registration.Id,
            registration.CourseId,
            registration.FullName,
            registration.ParticipantKind,
            registration.OrganizationName,
            registration.EnterpriseId,
            registration.DistrictCode,
            current.User.MaySeeContacts() ? registration.Phone : null,
            current.User.MaySeeContacts() ? registration.Email : null,
            current.User.MaySeeContacts() ? registration.PersonalCode : null,
            registration.Homonym,
            registration.Channel,
            registration.NoticeVersion,
            registration.Status,
            registration.SeatNumber,
            registration.QueueNumber,
            position,
            registration.ConfirmBy,
            registration.RegisteredByName,
            registration.RegisteredAt,
            registration.ClosedAt,
            registration.Reason,
            [.. registration.ActionsIn(course, clock.Now).Where(current.User.May)]),
        db.VersionOf(registration));
}
