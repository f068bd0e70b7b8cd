using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Documents;

namespace Nscl.Application.Enrollments;

/// <summary>What the records clerk has entered in the agency's own document system after signature.</summary>
/// <param name="DecisionNumber">Number and symbol as printed, for example <c>15/QĐ-SKHCN</c>.</param>
/// <param name="DecisionDate">Date of the document: not in the future, and not before the council met.</param>
public sealed record RecordDecisionNumberRequest(string DecisionNumber, DateOnly DecisionDate);

public sealed record RecordDecisionNumberCommand(Guid EnrollmentId, uint ExpectedVersion, RecordDecisionNumberRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RecordDecisionNumberValidator : AbstractValidator<RecordDecisionNumberCommand>
{
    public RecordDecisionNumberValidator() =>
        RuleFor(static command => command.Body.DecisionNumber).IsDecisionNumber();
}

internal sealed class RecordDecisionNumberHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RecordDecisionNumberCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RecordDecisionNumberCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.RecordDecisionNumber(OfficialDocumentNumber.Normalize(command.Body.DecisionNumber), command.Body.DecisionDate, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
