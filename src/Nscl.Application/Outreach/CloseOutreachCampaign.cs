using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

/// <summary>Closes a campaign: nothing more is entered, its figures stand.</summary>
public sealed record CloseOutreachCampaignCommand(Guid CampaignId, uint ExpectedVersion) : ICommand<Versioned<OutreachCampaignDetails>>;

internal sealed class CloseOutreachCampaignHandler(OutreachActing acting) : ICommandHandler<CloseOutreachCampaignCommand, Versioned<OutreachCampaignDetails>>
{
    public async ValueTask<Versioned<OutreachCampaignDetails>> Handle(CloseOutreachCampaignCommand command, CancellationToken cancellationToken) =>
        await acting.DoAsync(command.CampaignId, command.ExpectedVersion, static campaign => campaign.Close(), cancellationToken);
}
