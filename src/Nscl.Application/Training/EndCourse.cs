using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>The course has been held.</summary>
public sealed record EndCourseCommand(Guid CourseId, uint ExpectedVersion) : ICommand<Versioned<CourseDetails>>;

internal sealed class EndCourseHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<EndCourseCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(EndCourseCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        course.End(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
