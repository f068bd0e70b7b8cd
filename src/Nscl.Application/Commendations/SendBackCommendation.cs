using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Commendations;

/// <summary>Back to its beginning, to be corrected, with the reason; the council then meets over it again.</summary>
public sealed record SendBackCommendationCommand(Guid ProposalId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<CommendationDetails>>;

internal sealed class SendBackCommendationValidator : AbstractValidator<SendBackCommendationCommand>
{
    public SendBackCommendationValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class SendBackCommendationHandler(CommendationActing proposals) : ICommandHandler<SendBackCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(SendBackCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, (proposal, act) => proposal.SendBack(command.Body.Reason, act), cancellationToken);
}
