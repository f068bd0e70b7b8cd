using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>The dossier is not admitted.</summary>
public sealed record RefuseEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RefuseEnrollmentValidator : AbstractValidator<RefuseEnrollmentCommand>
{
    public RefuseEnrollmentValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class RefuseEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RefuseEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RefuseEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.Refuse(command.Body.Reason, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
