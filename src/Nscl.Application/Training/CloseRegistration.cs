using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Nobody more can register; who waits still moves up.</summary>
public sealed record CloseRegistrationCommand(Guid CourseId, uint ExpectedVersion) : ICommand<Versioned<CourseDetails>>;

internal sealed class CloseRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<CloseRegistrationCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(CloseRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        course.CloseRegistration(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
