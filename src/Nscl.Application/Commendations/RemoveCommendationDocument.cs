using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Commendations;

/// <summary>Takes out a paper that was attached by mistake. Its bytes stay in the file store, for the audit trail.</summary>
public sealed record RemoveCommendationDocumentCommand(Guid ProposalId, Guid DocumentId, uint ExpectedVersion) : ICommand<Versioned<CommendationDetails>>;

internal sealed class RemoveCommendationDocumentHandler(CommendationActing proposals) : ICommandHandler<RemoveCommendationDocumentCommand, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(RemoveCommendationDocumentCommand command, CancellationToken cancellationToken) =>
        await proposals.DoAsync(command.ProposalId, command.ExpectedVersion, (proposal, _) => proposal.Remove(command.DocumentId), cancellationToken);
}
