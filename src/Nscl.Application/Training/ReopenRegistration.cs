using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Registrations are taken again.</summary>
public sealed record ReopenRegistrationCommand(Guid CourseId, uint ExpectedVersion) : ICommand<Versioned<CourseDetails>>;

internal sealed class ReopenRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<ReopenRegistrationCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(ReopenRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        course.ReopenRegistration(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
