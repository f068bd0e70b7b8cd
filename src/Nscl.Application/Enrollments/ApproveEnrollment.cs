using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Subsidies;
using Nscl.Domain.Documents;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Enrollments;

/// <summary>Number and date may follow from the records clerk.</summary>
/// <param name="DecisionNumber">For example <c>15/QĐ-SKHCN</c>.</param>
public sealed record ApproveEnrollmentRequest(string? DecisionNumber, DateOnly? DecisionDate, string? Note);

public sealed record ApproveEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion, ApproveEnrollmentRequest Body) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class ApproveEnrollmentValidator : AbstractValidator<ApproveEnrollmentCommand>
{
    public ApproveEnrollmentValidator()
    {
        RuleFor(static command => command.Body.DecisionNumber).IsDecisionNumber();
        RuleFor(static command => command.Body.Note).MaximumLength(Enrollment.NoteMaxLength);
    }
}

/// <summary>Approves, calculates, stores and reserves in one transaction: nobody can approve more than the caps leave (product.md §4).</summary>
internal sealed class ApproveEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<ApproveEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(ApproveEnrollmentCommand command, CancellationToken cancellationToken)
    {
        // Of several approvals of one dossier at once the later ones read what the first has written, and are stale.
        await db.LockAsync<Enrollment>(command.EnrollmentId, cancellationToken);
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (program, pinned, _) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        var asOf = pinned.Rules.DateOf(enrollment.ReceivedOn ?? clock.Today, clock.Today);
        var policy = await db.PolicyInForceAsync(program, asOf, cancellationToken);

        // What is held is read only after the lock: the second of two approvals sees what the first one reserved.
        if (policy.Rules.ProgramCap is not null)
        {
            await db.LockAsync<SupportProgram>(program.Id, cancellationToken);
        }

        await db.LockAsync<Enterprise>(enrollment.EnterpriseId, cancellationToken);
        var act = current.User.ActOf(clock);
        var number = command.Body.DecisionNumber is { } given ? OfficialDocumentNumber.Normalize(given) : null;
        enrollment.Approve(new DecisionEntry(number, command.Body.DecisionDate, command.Body.Note), policy.Id, act);
        var submitted = await db.LatestCalculationAsync(enrollment.Id, CalculationKind.Preliminary, cancellationToken) ?? throw new NotFoundException("subsidyCalculation");
        var facts = submitted.ReadFacts() with
        {
            AsOf = asOf,
            Lines = enrollment.ConcludedLines(),
            Held = await db.HeldAsync(enrollment.EnterpriseId, program, policy, clock.Today.Year, enrollment.Id, cancellationToken),
        };
        var final = SubsidyCalculation.Final(enrollment.Province, enrollment.Id, policy.Id, facts, policy.ToSnapshot(), clock.Now);
        db.SubsidyCalculations.Add(final);
        db.SubsidyHoldings.AddRange(SubsidyHolding.Reserve(final, enrollment.EnterpriseId, program.Id, clock.Today));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
