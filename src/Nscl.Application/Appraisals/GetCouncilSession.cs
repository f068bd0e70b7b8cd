using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Appraisals;

public sealed record GetCouncilSessionQuery(Guid SessionId) : IQuery<Versioned<CouncilSessionDetails>>;

internal sealed class GetCouncilSessionHandler(INsclDb db, CouncilDescriber describer) : IQueryHandler<GetCouncilSessionQuery, Versioned<CouncilSessionDetails>>
{
    public async ValueTask<Versioned<CouncilSessionDetails>> Handle(GetCouncilSessionQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadSessionAsync(query.SessionId, cancellationToken), cancellationToken);
}
