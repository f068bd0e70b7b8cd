using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Takes the seat that was offered.</summary>
public sealed record ConfirmRegistrationCommand(Guid CourseId, Guid RegistrationId, uint ExpectedVersion) : ICommand<Versioned<CourseRegistrationDetails>>;

internal sealed class ConfirmRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseRegistrationDescriber describer)
    : ICommandHandler<ConfirmRegistrationCommand, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(ConfirmRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, cancellationToken);
        var registration = await db.LoadRegistrationAsync(course, command.RegistrationId, command.ExpectedVersion, cancellationToken);
        registration.Confirm(course, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(registration, course, cancellationToken);
    }
}
