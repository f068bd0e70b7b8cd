using Mediator;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

public sealed record GetAwardNominationQuery(Guid SeasonId, Guid NominationId) : IQuery<Versioned<AwardNominationDetails>>;

internal sealed class GetAwardNominationHandler(INsclDb db, ICurrentUser current, AwardNominationDescriber describer) : IQueryHandler<GetAwardNominationQuery, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(GetAwardNominationQuery query, CancellationToken cancellationToken)
    {
        var season = await db.LoadSeasonAsync(query.SeasonId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, query.NominationId, cancellationToken);
        await db.RequireMayOpenAsync(current.User, nomination.Id, cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }
}
