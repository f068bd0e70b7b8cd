using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>The assessors begin; nobody more is nominated.</summary>
public sealed record StartAwardAssessmentCommand(Guid SeasonId, uint ExpectedVersion) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class StartAwardAssessmentHandler(AwardSeasonActing seasons) : ICommandHandler<StartAwardAssessmentCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(StartAwardAssessmentCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, static (season, tally, act) => season.StartAssessing(tally, act), cancellationToken);
}
