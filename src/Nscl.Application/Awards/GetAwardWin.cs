using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

public sealed record GetAwardWinQuery(Guid WinId) : IQuery<Versioned<AwardWinDetails>>;

internal sealed class GetAwardWinHandler(INsclDb db, ICurrentUser current) : IQueryHandler<GetAwardWinQuery, Versioned<AwardWinDetails>>
{
    public async ValueTask<Versioned<AwardWinDetails>> Handle(GetAwardWinQuery query, CancellationToken cancellationToken) =>
        AwardWinDetails.Of(await db.AwardWins.FirstOrDefaultAsync(row => row.Id == query.WinId, cancellationToken) ?? throw new NotFoundException("awardWin"), db, current.User);
}
