using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>From now on people can register.</summary>
public sealed record OpenRegistrationCommand(Guid CourseId, uint ExpectedVersion) : ICommand<Versioned<CourseDetails>>;

internal sealed class OpenRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<OpenRegistrationCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(OpenRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        course.OpenRegistration(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
