using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Commendations;

/// <summary>Sent to whoever decides.</summary>
public sealed record SubmitCommendationCommand(Guid ProposalId, uint ExpectedVersion) : ICommand<Versioned<CommendationDetails>>;

internal sealed class SubmitCommendationHandler(CommendationActing proposals) : ICommandHandler<SubmitCommendationCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(SubmitCommendationCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, static (proposal, act) => proposal.Submit(act), cancellationToken);
}
