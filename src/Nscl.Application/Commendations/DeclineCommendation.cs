using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Commendations;

/// <summary>It is not commended, with the reason.</summary>
public sealed record DeclineCommendationCommand(Guid ProposalId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class DeclineCommendationValidator : AbstractValidator<DeclineCommendationCommand>
{
    public DeclineCommendationValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class DeclineCommendationHandler(CommendationActing proposals) : ICommandHandler<DeclineCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(DeclineCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, (proposal, act) => proposal.Decline(command.Body.Reason, act), cancellationToken);
}
