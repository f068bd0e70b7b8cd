using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>Takes out a paper that was attached by mistake. Its bytes stay in the file store, for the audit trail.</summary>
public sealed record RemoveAwardDocumentCommand(Guid SeasonId, Guid NominationId, Guid PaperId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class RemoveAwardDocumentHandler(AwardNominationActing nominations) : ICommandHandler<RemoveAwardDocumentCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(RemoveAwardDocumentCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.Remove(season, command.PaperId, act), cancellationToken);
}
