using System.Security.Cryptography;
using System.Text;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The courses of whoever gave the address to a calendar, as that person sees them now.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record ReadSubscribedCalendarQuery(string Secret, string PublicUrl) : IQuery<SubscribedCalendar>;

/// <param name="Tag">Of what it says: the same as long as no event changed, although each file says when it was made.</param>
public sealed record SubscribedCalendar(byte[] Content, string Tag);

internal sealed class ReadSubscribedCalendarHandler(INsclDb db, ICurrentUser current, CalendarReaders readers, IBusinessClock clock, TimeProvider time) : IQueryHandler<ReadSubscribedCalendarQuery, SubscribedCalendar>
{
    /// <summary>Days that a course stays in the calendar after its last.</summary>
    private const int KeptDays = 90;

    public async ValueTask<SubscribedCalendar> Handle(ReadSubscribedCalendarQuery query, CancellationToken cancellationToken)
    {
        using var visit = current.ActAs(await readers.FindAsync(query.Secret, cancellationToken));
        var first = clock.Today.AddDays(-KeptDays);
        var courses = await db.Courses.AsNoTracking().Where(course => course.EndsOn >= first)
            .OrderBy(static course => course.StartsOn).ThenBy(static course => course.Id).ToListAsync(cancellationToken);
        return new SubscribedCalendar(Written(time.GetUtcNow()), Convert.ToHexStringLower(SHA256.HashData(Written(DateTimeOffset.UnixEpoch))));

        byte[] Written(DateTimeOffset now) => Encoding.UTF8.GetBytes(CourseCalendar.Write(courses, now, course => $"{query.PublicUrl}/courses/{course.Id}"));
    }
}
