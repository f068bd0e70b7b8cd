using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetCalendarSubscriptionQuery : IQuery<CalendarSubscriptionDetails>;

internal sealed class GetCalendarSubscriptionHandler(INsclDb db, ICurrentUser current) : IQueryHandler<GetCalendarSubscriptionQuery, CalendarSubscriptionDetails>
{
    public async ValueTask<CalendarSubscriptionDetails> Handle(GetCalendarSubscriptionQuery query, CancellationToken cancellationToken)
    {
        var own = current.User.Id;
        var since = await db.CalendarSubscriptions.AsNoTracking().Where(row => row.UserId == own).Select(static row => (DateOnly?)row.Since).FirstOrDefaultAsync(cancellationToken);
        return new CalendarSubscriptionDetails(since);
    }
}
