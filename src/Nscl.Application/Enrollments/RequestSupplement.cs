using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <param name="Reason">Told to the applicant.</param>
/// <param name="Deadline">Last day on which the dossier may be handed in again.</param>
/// <param name="Items">Document kinds to be completed, D01 … D12.</param>
public sealed record RequestSupplementRequest(string Reason, DateOnly Deadline, IReadOnlyList<string> Items);

public sealed record RequestSupplementCommand(Guid EnrollmentId, uint ExpectedVersion, RequestSupplementRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RequestSupplementValidator : AbstractValidator<RequestSupplementCommand>
{
    public RequestSupplementValidator()
    {
        RuleFor(static command => command.Body.Reason).NotEmpty().MaximumLength(Enrollment.ReasonMaxLength);
        RuleFor(static command => command.Body.Items.Count).LessThanOrEqualTo(20).OverridePropertyName("Body.Items");
        RuleForEach(static command => command.Body.Items).Matches(EnrollmentDocument.ApplicantKindPattern);
    }
}

internal sealed class RequestSupplementHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RequestSupplementCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RequestSupplementCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (_, _, terms) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        enrollment.RequestSupplement(command.Body.Reason, command.Body.Deadline, command.Body.Items, terms, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
