using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <summary>What a council concluded on paper, with its signed minutes attached before as document kind M01.</summary>
public sealed record RecordCouncilConclusionRequest(
    CouncilOutcome Outcome,
    DateOnly MeetingOn,
    Guid MinutesDocumentId,
    IReadOnlyList<CouncilLineInput> Lines,
    string? Note);

/// <param name="ProposedCost">The cost the council proposes to count, whole đồng.</param>
/// <param name="UnitCountConfirmed">1 or 0.</param>
public sealed record CouncilLineInput(string ItemCode, string UnitKey, long ProposedCost, int UnitCountConfirmed);

public sealed record RecordCouncilConclusionCommand(Guid EnrollmentId, uint ExpectedVersion, RecordCouncilConclusionRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RecordCouncilConclusionValidator : AbstractValidator<RecordCouncilConclusionCommand>
{
    public RecordCouncilConclusionValidator()
    {
        RuleFor(static command => command.Body.Note).MaximumLength(Enrollment.NoteMaxLength);
        RuleFor(static command => command.Body.Lines.Count).LessThanOrEqualTo(Enrollment.MaxLines).OverridePropertyName("Body.Lines");
        RuleForEach(static command => command.Body.Lines).ChildRules(static line =>
        {
            line.RuleFor(static concluded => concluded.ItemCode).NotEmpty().MaximumLength(SupportLine.ItemCodeMaxLength);
            line.RuleFor(static concluded => concluded.UnitKey).NotEmpty().MaximumLength(SupportLine.UnitKeyMaxLength);
            line.RuleFor(static concluded => concluded.ProposedCost).InclusiveBetween(0, Money.MaxValue);
            line.RuleFor(static concluded => concluded.UnitCountConfirmed).InclusiveBetween(0, 1);
        });
    }
}

internal sealed class RecordCouncilConclusionHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RecordCouncilConclusionCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RecordCouncilConclusionCommand command, CancellationToken cancellationToken)
    {
        var concluded = command.Body;
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (_, _, terms) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        enrollment.RecordCouncilConclusion(
            new CouncilConclusionEntry(
                concluded.Outcome,
                concluded.MeetingOn,
                concluded.MinutesDocumentId,
                [.. concluded.Lines.Select(static line => new CouncilLineEntry(line.ItemCode, line.UnitKey, new Money(line.ProposedCost), line.UnitCountConfirmed))],
                concluded.Note),
            terms,
            current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
