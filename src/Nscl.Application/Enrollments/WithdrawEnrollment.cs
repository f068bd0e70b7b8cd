using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>The applicant takes the dossier back.</summary>
public sealed record WithdrawEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class WithdrawEnrollmentValidator : AbstractValidator<WithdrawEnrollmentCommand>
{
    public WithdrawEnrollmentValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class WithdrawEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<WithdrawEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(WithdrawEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.Withdraw(command.Body.Reason, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
