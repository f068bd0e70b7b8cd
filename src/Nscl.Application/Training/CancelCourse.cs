using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The course is not held. Whoever is on its list leaves it in the same transaction and reads the reason.</summary>
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
        var act = current.User.CourseActOf(clock);
        course.Cancel(command.Body.Reason, act);
        var listed = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName])
            .Where(row => row.CourseId == course.Id && RegistrationActions.Active.Contains(row.Status)).ToListAsync(cancellationToken);
        listed.ForEach(registration => registration.CancelWith(course, act));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
