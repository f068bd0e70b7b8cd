using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

public sealed record GetOutreachCampaignQuery(Guid CampaignId) : IQuery<Versioned<OutreachCampaignDetails>>;

internal sealed class GetOutreachCampaignHandler(INsclDb db, OutreachDescriber describer) : IQueryHandler<GetOutreachCampaignQuery, Versioned<OutreachCampaignDetails>>
{
    public async ValueTask<Versioned<OutreachCampaignDetails>> Handle(GetOutreachCampaignQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadCampaignAsync(query.CampaignId, cancellationToken), cancellationToken);
}
