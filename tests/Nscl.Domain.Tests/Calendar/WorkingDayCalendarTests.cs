using CsCheck;
using Nscl.Domain.Calendar;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Calendar.Calendars;

namespace Nscl.Domain.Tests.Calendar;

public sealed class WorkingDayCalendarTests
{
    [Fact]
    public void IsWorkingDay_in_an_ordinary_week_is_Monday_to_Friday() =>
        Enumerable.Range(0, 7).Select(static day => WeekendsOnly.IsWorkingDay(Monday.AddDays(day)))
            .ShouldBe([true, true, true, true, true, false, false]);

    [Fact]
    public void IsWorkingDay_when_a_weekday_is_swapped_for_a_Saturday_follows_the_data()
    {
        var calendar = new WorkingDayCalendar([Holiday(Monday), MakeUpDay(Monday.AddDays(5))]);

        calendar.IsWorkingDay(Monday).ShouldBeFalse();
        calendar.IsWorkingDay(Monday.AddDays(5)).ShouldBeTrue();
        calendar.IsWorkingDay(Monday.AddDays(6)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 7)]
    [InlineData(10, 14)]
    public void AddWorkingDays_does_not_count_the_day_of_the_event(int workingDays, int calendarDays) =>
        WeekendsOnly.AddWorkingDays(Monday, workingDays).ShouldBe(Monday.AddDays(calendarDays));

    [Fact]
    public void AddWorkingDays_when_the_event_is_on_a_Sunday_starts_on_Monday() =>
        WeekendsOnly.AddWorkingDays(Monday.AddDays(-1), 1).ShouldBe(Monday);

    [Fact]
    public void AddWorkingDays_when_holidays_and_make_up_days_intervene_follows_the_data()
    {
        var calendar = new WorkingDayCalendar([Holiday(Monday.AddDays(1)), Holiday(Monday.AddDays(2)), MakeUpDay(Monday.AddDays(5))]);

        calendar.AddWorkingDays(Monday, 3).ShouldBe(Monday.AddDays(5));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(WorkingDayCalendar.MaxWorkingDays + 1)]
    public void AddWorkingDays_when_the_number_is_absurd_refuses(int workingDays) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WeekendsOnly.AddWorkingDays(Monday, workingDays));

    [Fact]
    public void AddWorkingDays_ends_on_a_working_day() =>
        Gen.Select(Any, Days, Gen.Int[1, 60]).Sample(static (calendar, start, count) =>
            calendar.IsWorkingDay(calendar.AddWorkingDays(start, count)));

    [Fact]
    public void WorkingDaysBetween_is_the_inverse_of_AddWorkingDays() =>
        Gen.Select(Any, Days, Gen.Int[0, 60]).Sample(static (calendar, start, count) =>
            calendar.WorkingDaysBetween(start, calendar.AddWorkingDays(start, count)) == count);

    [Fact]
    public void WorkingDaysBetween_adds_up_and_turns_its_sign() =>
        Gen.Select(Any, Days, Days, Days).Sample(static (calendar, one, two, three) =>
            calendar.WorkingDaysBetween(one, two) + calendar.WorkingDaysBetween(two, three) == calendar.WorkingDaysBetween(one, three)
            && calendar.WorkingDaysBetween(one, two) == -calendar.WorkingDaysBetween(two, one));

    [Fact]
    public void AddWorkingDays_in_two_steps_is_the_same_as_in_one() =>
        Gen.Select(Any, Days, Gen.Int[0, 30], Gen.Int[0, 30]).Sample(static (calendar, start, first, second) =>
            calendar.AddWorkingDays(calendar.AddWorkingDays(start, first), second) == calendar.AddWorkingDays(start, first + second));
}
