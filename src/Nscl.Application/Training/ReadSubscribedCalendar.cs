using System.Text;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The courses of whoever gave the address to a calendar, as that person sees them now.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record ReadSubscribedCalendarQuery(string Secret, string PublicUrl) : IQuery<byte[]>;

internal sealed class ReadSubscribedCalendarHandler(INsclDb db, ICurrentUser current, CalendarReaders readers, IBusinessClock clock, TimeProvider time) : IQueryHandler<ReadSubscribedCalendarQuery, byte[]>
{
    /// <summary>Days that a course stays in the calendar after its last.</summary>
    private const int KeptDays = 90;

    public async ValueTask<byte[]> Handle(ReadSubscribedCalendarQuery query, CancellationToken cancellationToken)
    {
        using var visit = current.ActAs(await readers.FindAsync(query.Secret, cancellationToken));
        var first = clock.Today.AddDays(-KeptDays);
        var courses = await db.Courses.AsNoTracking().Where(course => course.EndsOn >= first)
            .OrderBy(static course => course.StartsOn).ThenBy(static course => course.Id).ToListAsync(cancellationToken);
        return Encoding.UTF8.GetBytes(CourseCalendar.Write(courses, time.GetUtcNow(), course => $"{query.PublicUrl}/courses/{course.Id}"));
    }
}
