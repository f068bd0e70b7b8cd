using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Experts;

public sealed record GetExpertQuery(Guid ExpertId) : IQuery<Versioned<ExpertDetails>>;

internal sealed class GetExpertHandler(INsclDb db, ExpertDescriber describer) : IQueryHandler<GetExpertQuery, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(GetExpertQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadExpertAsync(query.ExpertId, cancellationToken), cancellationToken);
}
