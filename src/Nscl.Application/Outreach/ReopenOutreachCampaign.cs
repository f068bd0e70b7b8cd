using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

/// <summary>Opens a closed campaign again.</summary>
public sealed record ReopenOutreachCampaignCommand(Guid CampaignId, uint ExpectedVersion) : ICommand<Versioned<OutreachCampaignDetails>>;

internal sealed class ReopenOutreachCampaignHandler(OutreachActing acting) : ICommandHandler<ReopenOutreachCampaignCommand, Versioned<OutreachCampaignDetails>>
{
    public async ValueTask<Versioned<OutreachCampaignDetails>> Handle(ReopenOutreachCampaignCommand command, CancellationToken cancellationToken) =>
        await acting.DoAsync(command.CampaignId, command.ExpectedVersion, static campaign => campaign.Reopen(), cancellationToken);
}
