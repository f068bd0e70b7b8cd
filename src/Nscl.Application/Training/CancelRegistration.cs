using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Reason">May be left out.</param>
public sealed record CancelRegistrationRequest(string? Reason = null);

/// <summary>Takes somebody from the list. A seat that becomes free goes to the first who waits.</summary>
public sealed record CancelRegistrationCommand(Guid CourseId, Guid RegistrationId, uint ExpectedVersion, CancelRegistrationRequest Body) : ICommand<Versioned<CourseRegistrationDetails>>;

internal sealed class CancelRegistrationValidator : AbstractValidator<CancelRegistrationCommand>
{
    public CancelRegistrationValidator() => RuleFor(static command => command.Body.Reason).MaximumLength(CourseRegistration.ReasonMaxLength);
}

internal sealed class CancelRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseSeating seating, CourseRegistrationDescriber describer)
    : ICommandHandler<CancelRegistrationCommand, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(CancelRegistrationCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LockCourseAsync(command.CourseId, cancellationToken);
        var registration = await db.LoadRegistrationAsync(course, command.RegistrationId, command.ExpectedVersion, cancellationToken);
        registration.Cancel(course, command.Body.Reason, current.User.CourseActOf(clock));
        await seating.FillAsync(course, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(registration, course, cancellationToken);
    }
}
