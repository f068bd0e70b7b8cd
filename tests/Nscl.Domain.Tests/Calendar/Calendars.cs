using CsCheck;
using Nscl.Domain.Calendar;

namespace Nscl.Domain.Tests.Calendar;

/// <summary>Calendars for tests. The days off are made up: real ones are data of packs.</summary>
internal static class Calendars
{
    public static readonly DateOnly Monday = new(2022, 10, 3);

    public static readonly WorkingDayCalendar WeekendsOnly = new([]);

    /// <summary>Calendars with up to 40 days that depart from the week, within three years from <see cref="Monday"/>.</summary>
    public static readonly Gen<WorkingDayCalendar> Any =
        Gen.Select(Gen.Int[0, 1095], Gen.Enum<CalendarDayKind>(), static (days, kind) => Exception(Monday.AddDays(days), kind))
            .List[0, 40]
            .Select(static days => new WorkingDayCalendar(days.DistinctBy(static day => day.Date)));

    public static readonly Gen<DateOnly> Days = Gen.Int[0, 730].Select(static days => Monday.AddDays(days));

    public static CalendarDay Exception(DateOnly date, CalendarDayKind kind) => new(date, kind, "Ngày thử", "Test day");

    public static CalendarDay Holiday(DateOnly date) => Exception(date, CalendarDayKind.Holiday);

    public static CalendarDay MakeUpDay(DateOnly date) => Exception(date, CalendarDayKind.MakeUpWorkingDay);
}
