using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>The regimes of the award, the oldest first.</summary>
public sealed record AwardRegimeList(IReadOnlyList<AwardRegime> Items);

public sealed record ListAwardRegimesQuery : IQuery<AwardRegimeList>;

internal sealed class ListAwardRegimesHandler(INsclDb db) : IQueryHandler<ListAwardRegimesQuery, AwardRegimeList>
{
    public async ValueTask<AwardRegimeList> Handle(ListAwardRegimesQuery query, CancellationToken cancellationToken) => new(await AwardRegimes.ReadAsync(db, cancellationToken));
}
