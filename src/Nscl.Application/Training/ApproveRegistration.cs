using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>An officer admits somebody: to a seat, or to the line in the order of arrival.</summary>
public sealed record ApproveRegistrationCommand(Guid CourseId, Guid RegistrationId, uint ExpectedVersion) : ICommand<Versioned<CourseRegistrationDetails>>;

internal sealed class ApproveRegistrationHandler(INsclDb db, CourseSeating seating, CourseRegistrationDescriber describer)
    : ICommandHandler<ApproveRegistrationCommand, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(ApproveRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, cancellationToken);
        var registration = await db.LoadRegistrationAsync(course, command.RegistrationId, command.ExpectedVersion, cancellationToken);
        registration.RequireActs(RegistrationAction.Approve, course);
        var standing = await seating.StandAsync(course, registration.OrganizationKey, except: registration.Id, cancellationToken);
        registration.Approve(course, SeatPlan.Place(standing.Seats));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(registration, course, cancellationToken);
    }
}
