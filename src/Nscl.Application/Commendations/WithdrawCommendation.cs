using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Commendations;

/// <summary>The office takes the proposal back, with the reason.</summary>
public sealed record WithdrawCommendationCommand(Guid ProposalId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class WithdrawCommendationValidator : AbstractValidator<WithdrawCommendationCommand>
{
    public WithdrawCommendationValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class WithdrawCommendationHandler(CommendationActing proposals) : ICommandHandler<WithdrawCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(WithdrawCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, (proposal, act) => proposal.Withdraw(command.Body.Reason, act), cancellationToken);
}
