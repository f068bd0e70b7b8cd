using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>The director does not approve.</summary>
public sealed record RejectEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RejectEnrollmentValidator : AbstractValidator<RejectEnrollmentCommand>
{
    public RejectEnrollmentValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class RejectEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RejectEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RejectEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.Reject(command.Body.Reason, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
