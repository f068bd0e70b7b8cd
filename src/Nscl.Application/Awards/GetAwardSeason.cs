using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

public sealed record GetAwardSeasonQuery(Guid SeasonId) : IQuery<Versioned<AwardSeasonDetails>>;

internal sealed class GetAwardSeasonHandler(INsclDb db, AwardSeasonDescriber describer) : IQueryHandler<GetAwardSeasonQuery, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(GetAwardSeasonQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadSeasonAsync(query.SeasonId, cancellationToken), cancellationToken);
}
