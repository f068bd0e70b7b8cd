using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Leaves the list by personal link. A seat that becomes free goes to the first who waits.</summary>
public sealed record CancelOwnRegistrationCommand(string Secret, uint ExpectedVersion, CancelRegistrationRequest Body) : ICommand<Versioned<OwnRegistration>>;

internal sealed class CancelOwnRegistrationValidator : AbstractValidator<CancelOwnRegistrationCommand>
{
    public CancelOwnRegistrationValidator() => RuleFor(static command => command.Body.Reason).MaximumLength(CourseRegistration.ReasonMaxLength);
}

internal sealed class CancelOwnRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseSeating seating, OwnRegistrationDescriber describer)
    : ICommandHandler<CancelOwnRegistrationCommand, Versioned<OwnRegistration>>
{
    public async ValueTask<Versioned<OwnRegistration>> Handle(CancelOwnRegistrationCommand command, CancellationToken cancellationToken)
    {
        var (course, registration) = await describer.LockAsync(command.Secret, command.ExpectedVersion, cancellationToken);
        registration.Cancel(course, command.Body.Reason, current.User.CourseActOf(clock));
        await seating.FillAsync(course, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return describer.Describe(registration, course, position: null);
    }
}
