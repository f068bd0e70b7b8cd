using Microsoft.EntityFrameworkCore;
using Nscl.Application.Calendar;
using Nscl.Domain.Calendar;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Calendar;

/// <summary>Holidays and make-up days change a few times a year: one reading serves for a minute.</summary>
internal sealed class WorkingDays(NsclDbContext db, WorkingDaysCache cache, TimeProvider clock) : IWorkingDays
{
    public async ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken)
    {
        if (cache.Find(clock.GetUtcNow()) is { } known)
        {
            return known;
        }

        var calendar = new WorkingDayCalendar(await db.Set<CalendarDay>().AsNoTracking().ToListAsync(cancellationToken));
        cache.Keep(calendar, clock.GetUtcNow());
        return calendar;
    }
}

internal sealed class WorkingDaysCache
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private volatile Reading? _last;

    public WorkingDayCalendar? Find(DateTimeOffset now) => _last is { } last && now - last.At < Freshness ? last.Calendar : null;

    public void Keep(WorkingDayCalendar calendar, DateTimeOffset at) => _last = new Reading(calendar, at);

    private sealed record Reading(WorkingDayCalendar Calendar, DateTimeOffset At);
}
