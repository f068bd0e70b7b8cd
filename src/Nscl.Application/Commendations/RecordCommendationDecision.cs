using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <param name="DecisionNumber">Number and symbol.</param>
/// <param name="Form">Code of the list <c>commendationForms</c> where another form was granted than was proposed.</param>
public sealed record RecordCommendationDecisionRequest(string DecisionNumber, DateOnly DecisionDate, string? Form = null);

/// <summary>The decision that commends, as its document has it.</summary>
public sealed record RecordCommendationDecisionCommand(Guid ProposalId, uint ExpectedVersion, RecordCommendationDecisionRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class RecordCommendationDecisionValidator : AbstractValidator<RecordCommendationDecisionCommand>
{
    public RecordCommendationDecisionValidator()
    {
        RuleFor(static command => command.Body.DecisionNumber).NotEmpty().IsDecisionNumber();
        RuleFor(static command => command.Body.Form).MaximumLength(CommendationProposal.FormMaxLength);
    }
}

internal sealed class RecordCommendationDecisionHandler(INsclDb db, CommendationActing proposals) : ICommandHandler<RecordCommendationDecisionCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(RecordCommendationDecisionCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(
            command.ProposalId,
            command.ExpectedVersion,
            async (proposal, act) =>
            {
                if (command.Body.Form is { } form)
                {
                    (await db.ReadFormsAsync(cancellationToken)).RequireKnown(form, "/form");
                }

                proposal.RecordDecision(command.Body.DecisionNumber, command.Body.DecisionDate, command.Body.Form, act);
            },
            cancellationToken);
}
