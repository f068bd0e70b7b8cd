using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>The assessors take the dossier up.</summary>
public sealed record StartNominationAssessmentCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class StartNominationAssessmentHandler(AwardNominationActing nominations) : ICommandHandler<StartNominationAssessmentCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(StartNominationAssessmentCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, static (nomination, season, act) => nomination.StartAssessment(season, act), cancellationToken);
}
