using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Training;

/// <summary>An officer does not admit somebody.</summary>
public sealed record DeclineRegistrationCommand(Guid CourseId, Guid RegistrationId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<CourseRegistrationDetails>>;

internal sealed class DeclineRegistrationValidator : AbstractValidator<DeclineRegistrationCommand>
{
    public DeclineRegistrationValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class DeclineRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseRegistrationDescriber describer)
    : ICommandHandler<DeclineRegistrationCommand, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(DeclineRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, cancellationToken);
        var registration = await db.LoadRegistrationAsync(course, command.RegistrationId, command.ExpectedVersion, cancellationToken);
        registration.Decline(course, command.Body.Reason, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(registration, course, cancellationToken);
    }
}
