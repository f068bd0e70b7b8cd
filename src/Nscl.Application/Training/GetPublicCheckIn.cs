using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>What a trainee sees before checking in: the session, and nobody's name.</summary>
public sealed record PublicCheckIn(string CourseTitle, string SessionTitle, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string? Room);

public sealed record GetPublicCheckInQuery(string Token) : IQuery<PublicCheckIn>;

internal sealed class GetPublicCheckInHandler(INsclDb db, ICurrentUser current, PublicCheckIns checkIns) : IQueryHandler<GetPublicCheckInQuery, PublicCheckIn>
{
    public async ValueTask<PublicCheckIn> Handle(GetPublicCheckInQuery query, CancellationToken cancellationToken)
    {
        var checkIn = await checkIns.FindAsync(query.Token, cancellationToken);
        using var visit = current.ActAs(PublicCaller.WithSecretOf(checkIn.Province));
        var (course, session) = await db.LoadSessionAsync(checkIn.CourseId, checkIn.SessionId, cancellationToken);
        return new PublicCheckIn(course.Title, session.Title, session.Date, session.StartsAt, session.EndsAt, session.Room ?? course.Venue);
    }
}
