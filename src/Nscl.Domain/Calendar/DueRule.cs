namespace Nscl.Domain.Calendar;

/// <summary>A deadline on a date.</summary>
/// <param name="Date">The date as the document names it.</param>
/// <param name="Inclusive">False for "trước ngày …" (before): the named day itself is late already.</param>
public readonly record struct DueDate(DateOnly Date, bool Inclusive)
{
    public DateOnly LastTimelyDay => Inclusive ? Date : Date.AddDays(-1);

    public bool IsMetOn(DateOnly date) => date <= LastTimelyDay;

    /// <summary>Days from <paramref name="today"/> to the last timely day; 0 on that day, negative when late.</summary>
    public int DaysLeft(DateOnly today) => LastTimelyDay.DayNumber - today.DayNumber;
}

/// <summary>
/// A deadline that comes back every year, such as "báo cáo 6 tháng gửi trước 30/6" (S2.24). The documents move none for a
/// weekend or a holiday, so neither does this.
/// </summary>
public sealed record DueRule
{
    private const int LeapYear = 2024;

    /// <param name="month">1–12.</param>
    /// <param name="day">1–31, a day that the month has in a leap year.</param>
    /// <param name="inclusive">False for "trước ngày …".</param>
    public DueRule(int month, int day, bool inclusive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(month);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(day);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DateTime.DaysInMonth(LeapYear, month));

        (Month, Day, Inclusive) = (month, day, inclusive);
    }

    public int Month { get; }

    public int Day { get; }

    public bool Inclusive { get; }

    /// <summary>The deadline of a year; 29 February is the 28th in an ordinary year.</summary>
    public DueDate In(int year) => new(new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month))), Inclusive);

    /// <summary>The next deadline that can still be met on <paramref name="today"/>.</summary>
    public DueDate NextFrom(DateOnly today) => In(today.Year).IsMetOn(today) ? In(today.Year) : In(today.Year + 1);
}
