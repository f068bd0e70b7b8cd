using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>From now on organizations can be nominated.</summary>
public sealed record OpenAwardSeasonCommand(Guid SeasonId, uint ExpectedVersion) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class OpenAwardSeasonHandler(AwardSeasonActing seasons) : ICommandHandler<OpenAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(OpenAwardSeasonCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, static (season, _, act) => season.Open(act), cancellationToken);
}
