using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>From now on the organization reads the feedback.</summary>
public sealed record ReleaseAwardFeedbackCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class ReleaseAwardFeedbackHandler(AwardNominationActing nominations) : ICommandHandler<ReleaseAwardFeedbackCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(ReleaseAwardFeedbackCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, static (nomination, season, act) => nomination.ReleaseFeedback(season, act), cancellationToken);
}
