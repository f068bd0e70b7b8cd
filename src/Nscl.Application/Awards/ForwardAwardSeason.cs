using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>The list has gone to the national council.</summary>
public sealed record ForwardAwardSeasonCommand(Guid SeasonId, uint ExpectedVersion) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class ForwardAwardSeasonHandler(AwardSeasonActing seasons) : ICommandHandler<ForwardAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(ForwardAwardSeasonCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, static (season, tally, act) => season.Forward(tally, act), cancellationToken);
}
