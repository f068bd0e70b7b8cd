using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>Puts the win on the public page.</summary>
public sealed record PublishAwardWinCommand(Guid WinId, uint ExpectedVersion) : ICommand<Versioned<AwardWinDetails>>;

internal sealed class PublishAwardWinHandler(AwardWinActing wins) : ICommandHandler<PublishAwardWinCommand, Versioned<AwardWinDetails>>
{
    public async ValueTask<Versioned<AwardWinDetails>> Handle(PublishAwardWinCommand command, CancellationToken cancellationToken) =>
        await wins.DoAsync(
            command.WinId,
            command.ExpectedVersion,
            static (win, act) =>
            {
                win.Publish(act.On);
                return Task.CompletedTask;
            },
            cancellationToken);
}
