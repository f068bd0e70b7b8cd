using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Does one thing to a win, saves, and tells how it stands.</summary>
internal sealed class AwardWinActing(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<AwardWinDetails>> DoAsync(Guid winId, uint expectedVersion, Func<AwardWin, AwardAct, Task> act, CancellationToken cancellationToken)
    {
        var win = await db.AwardWins.FirstOrDefaultAsync(row => row.Id == winId, cancellationToken) ?? throw new NotFoundException("awardWin");
        db.ExpectVersion(win, expectedVersion);
        await act(win, current.User.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return AwardWinDetails.Of(win, db, current.User);
    }
}
