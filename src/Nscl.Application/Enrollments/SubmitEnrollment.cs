using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <param name="ReceivedOn">For a dossier on paper, the day it really came in.</param>
public sealed record SubmitEnrollmentRequest(DateOnly? ReceivedOn);

public sealed record SubmitEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, SubmitEnrollmentRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class SubmitEnrollmentValidator : AbstractValidator<SubmitEnrollmentCommand>
{
    public SubmitEnrollmentValidator() => RuleFor(static command => command.EnrollmentId).NotEmpty();
}

internal sealed class SubmitEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<SubmitEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(SubmitEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (program, policy, terms) = await db.TermsAsync(enrollment, command.Body.ReceivedOn ?? clock.Today, cancellationToken);
        // Taken back with the transaction when the dossier refuses: the series has no gaps.
        // The series is the program's own: an heir's dossiers go on counting where the predecessor's stand.
        var number = await db.NextNumberAsync("receipt:" + program.Code, program.Province, clock.Today.Year, cancellationToken);
        enrollment.Submit(number, terms, current.User.ActOf(clock), command.Body.ReceivedOn);
        await db.AddPreliminaryCalculationAsync(enrollment, program, policy, clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
