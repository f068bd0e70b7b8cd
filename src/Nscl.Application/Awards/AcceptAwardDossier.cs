using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>The dossier is complete and every condition of the award is known to be met.</summary>
public sealed record AcceptAwardDossierCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class AcceptAwardDossierHandler(AwardNominationActing nominations, AwardEligibilityReading eligibility) : ICommandHandler<AcceptAwardDossierCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(AcceptAwardDossierCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, async (nomination, season, act) => nomination.Accept(season, await eligibility.ExamineAsync(nomination, season, cancellationToken), act), cancellationToken);
}
