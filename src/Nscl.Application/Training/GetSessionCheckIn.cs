using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record GetSessionCheckInQuery(Guid CourseId, Guid SessionId, string PublicUrl) : IQuery<SessionCheckIn>;

internal sealed class GetSessionCheckInHandler(INsclDb db, IBusinessClock clock, SessionCheckInDescriber describer) : IQueryHandler<GetSessionCheckInQuery, SessionCheckIn>
{
    public async ValueTask<SessionCheckIn> Handle(GetSessionCheckInQuery query, CancellationToken cancellationToken)
    {
        var (course, session) = await db.LoadSessionAsync(query.CourseId, query.SessionId, cancellationToken);
        var checkIn = await db.CourseCheckIns.AsNoTracking().FirstOrDefaultAsync(row => row.SessionId == session.Id, cancellationToken);
        return checkIn?.IsOpenOn(clock.Today) == true
            ? await describer.DescribeAsync(course, session, checkIn, query.PublicUrl, cancellationToken)
            : throw new NotFoundException("checkIn");
    }
}
