using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

public sealed record CreateCourseCommand(CourseInput Body) : ICommand<Versioned<CourseDetails>>;

internal sealed class CreateCourseValidator : AbstractValidator<CreateCourseCommand>
{
    public CreateCourseValidator() => RuleFor(static command => command.Body).SetValidator(new CourseInputValidator());
}

internal sealed class CreateCourseHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseDescriber describer)
    : ICommandHandler<CreateCourseCommand, Versioned<CourseDetails>>
{
    private const string Series = "course";

    public async ValueTask<Versioned<CourseDetails>> Handle(CreateCourseCommand command, CancellationToken cancellationToken)
    {
        var (user, today) = (current.User, clock.Today);
        var province = user.ProvinceOfNewRows;
        await CourseReferences.RequireKnownAsync(db, user, today, command.Body, before: null, cancellationToken);
        // Taken back with the transaction when the course refuses: the series has no gaps.
        var number = await db.NextNumberAsync(Series, province, today.Year, cancellationToken);
        var course = Course.Plan(province, number, command.Body.ToContent(), user.CourseActOf(clock));
        db.Courses.Add(course);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
