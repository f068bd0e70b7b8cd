using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Training;

/// <summary>The course is not held. Who was on its list stays on record.</summary>
public sealed record CancelCourseCommand(Guid CourseId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<CourseDetails>>;

internal sealed class CancelCourseValidator : AbstractValidator<CancelCourseCommand>
{
    public CancelCourseValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class CancelCourseHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<CancelCourseCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(CancelCourseCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        course.Cancel(command.Body.Reason, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
