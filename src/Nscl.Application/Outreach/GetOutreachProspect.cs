using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Outreach;

public sealed record GetOutreachProspectQuery(Guid ProspectId) : IQuery<Versioned<OutreachProspectDetails>>;

internal sealed class GetOutreachProspectHandler(INsclDb db, OutreachDescriber describer) : IQueryHandler<GetOutreachProspectQuery, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(GetOutreachProspectQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadProspectAsync(query.ProspectId, cancellationToken), cancellationToken);
}
