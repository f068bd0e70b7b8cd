using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Takes the seat that was offered, by personal link.</summary>
public sealed record ConfirmOwnRegistrationCommand(string Secret, uint ExpectedVersion) : ICommand<Versioned<OwnRegistration>>;

internal sealed class ConfirmOwnRegistrationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, OwnRegistrationDescriber describer)
    : ICommandHandler<ConfirmOwnRegistrationCommand, Versioned<OwnRegistration>>
{
    public async ValueTask<Versioned<OwnRegistration>> Handle(ConfirmOwnRegistrationCommand command, CancellationToken cancellationToken)
    {
        var (course, registration) = await describer.LockAsync(command.Secret, command.ExpectedVersion, cancellationToken);
        registration.Confirm(course, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return describer.Describe(registration, course, position: null);
    }
}
