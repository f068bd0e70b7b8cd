using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <summary>Everything the applicant writes; what is left out is emptied.</summary>
public sealed record UpdateEnrollmentRequest(IReadOnlyList<SupportLineInput>? SupportLines, string? Statement, DeclarationsInput? Declarations);

public sealed record UpdateEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, UpdateEnrollmentRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class UpdateEnrollmentValidator : AbstractValidator<UpdateEnrollmentCommand>
{
    public UpdateEnrollmentValidator()
    {
        RuleFor(static command => command.Body.Statement).MaximumLength(Enrollment.StatementMaxLength);
        RuleForEach(static command => command.Body.SupportLines).SetValidator(new SupportLineInputValidator());
        RuleFor(static command => command.Body.Declarations!).SetValidator(new DeclarationsInputValidator()).When(static command => command.Body.Declarations is not null);
    }
}

internal sealed class UpdateEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<UpdateEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(UpdateEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (program, policy, terms) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        enrollment.Edit(EnrollmentInput.ToContent(command.Body.SupportLines, command.Body.Statement, command.Body.Declarations), terms, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken, new KnownTerms(program, policy, terms));
    }
}
