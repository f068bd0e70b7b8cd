using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Commendations;

public sealed record GetCommendationQuery(Guid ProposalId) : IQuery<Versioned<CommendationDetails>>;

internal sealed class GetCommendationHandler(INsclDb db, CommendationDescriber describer) : IQueryHandler<GetCommendationQuery, Versioned<CommendationDetails>>
{
    public async ValueTask<Versioned<CommendationDetails>> Handle(GetCommendationQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadCommendationAsync(query.ProposalId, cancellationToken), cancellationToken);
}
