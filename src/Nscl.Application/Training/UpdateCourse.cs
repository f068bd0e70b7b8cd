using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Everything that is said of the course; what is left out is emptied, except its sessions.</summary>
public sealed record UpdateCourseCommand(Guid CourseId, uint ExpectedVersion, CourseInput Body) : ICommand<Versioned<CourseDetails>>;

internal sealed class UpdateCourseValidator : AbstractValidator<UpdateCourseCommand>
{
    public UpdateCourseValidator() => RuleFor(static command => command.Body).SetValidator(new CourseInputValidator());
}

/// <summary>Seats that are added go to those who wait, in the same transaction.</summary>
internal sealed class UpdateCourseHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseSeating seating, CourseDescriber describer)
    : ICommandHandler<UpdateCourseCommand, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(UpdateCourseCommand command, CancellationToken cancellationToken)
    {
        var user = current.User;
        var course = await db.LockCourseAsync(command.CourseId, command.ExpectedVersion, cancellationToken);
        await CourseReferences.RequireKnownAsync(db, user, clock.Today, command.Body, course, cancellationToken);
        var held = await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).CountAsync(row => row.CourseId == course.Id && row.SeatNumber != null, cancellationToken);
        var attended = await db.CourseAttendances.Where(row => row.CourseId == course.Id).Select(static row => row.SessionId).Distinct().ToHashSetAsync(cancellationToken);
        course.Update(command.Body.ToContent(), held, user.CourseActOf(clock), attended);
        await seating.FillAsync(course, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
