using System.Collections.Frozen;

namespace Nscl.Domain.Calendar;

/// <summary>How a day departs from the ordinary week.</summary>
public enum CalendarDayKind
{
    /// <summary>No work, although it may be a weekday.</summary>
    Holiday,

    /// <summary>Work on a Saturday or Sunday, in exchange for a weekday off.</summary>
    MakeUpWorkingDay,
}

/// <summary>
/// Counts working days: Monday to Friday, less holidays, plus make-up days. Holidays and swaps are announced year by year and
/// are data; for a year whose data is missing only the weekends are known.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>Longest time limit that is counted, in working days: some 40 years, a typing error if reached.</summary>
    public const int MaxWorkingDays = 10_000;

    private readonly FrozenDictionary<DateOnly, CalendarDayKind> _exceptions;

    public WorkingDayCalendar(IEnumerable<CalendarDay> exceptions) =>
        _exceptions = exceptions.ToFrozenDictionary(static day => day.Date, static day => day.Kind);

    public bool IsWorkingDay(DateOnly date) => _exceptions.TryGetValue(date, out var kind)
        ? kind is CalendarDayKind.MakeUpWorkingDay
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// The last day of a limit of <paramref name="workingDays"/> that an event on <paramref name="start"/> opens. The day of the
    /// event does not count (Civil Code 91/2015/QH13, Điều 147); it may itself be a day off.
    /// </summary>
    /// <param name="workingDays">0 gives <paramref name="start"/> itself.</param>
    public DateOnly AddWorkingDays(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingDays, MaxWorkingDays);

        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>
    /// Working days after <paramref name="start"/> up to and including <paramref name="end"/>: how many of a limit are used up.
    /// Negative when <paramref name="end"/> comes first.
    /// </summary>
    public int WorkingDaysBetween(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            return -WorkingDaysBetween(end, start);
        }

        var count = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
