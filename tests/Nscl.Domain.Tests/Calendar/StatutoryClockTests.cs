using CsCheck;
using Nscl.Domain.Calendar;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Calendar.Calendars;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Calendar;

public sealed class StatutoryClockTests
{
    private static readonly DateOnly Tuesday = Monday.AddDays(1);
    private static readonly DateOnly Wednesday = Monday.AddDays(2);
    private static readonly DateOnly Friday = Monday.AddDays(4);
    private static readonly DateOnly Saturday = Monday.AddDays(5);
    private static readonly DateOnly NextMonday = Monday.AddDays(7);
    private static readonly DateOnly NextTuesday = Monday.AddDays(8);
    private static readonly DateOnly NextThursday = Monday.AddDays(10);
    private static readonly DateOnly NextFriday = Monday.AddDays(11);

    [Fact]
    public void Read_when_running_tells_the_last_timely_day_and_the_first_late_one()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);

        clock.Read(WeekendsOnly, Wednesday).ShouldBe(new ClockReading(
            ClockState.Running, Elapsed: 2, Remaining: 3, DueOn: NextMonday, LateFrom: NextTuesday, IsForecast: false, IsLate: false));
    }

    [Fact]
    public void Read_when_the_limit_is_passed_is_late_from_the_next_day_on()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 4);

        clock.Read(WeekendsOnly, Friday).IsLate.ShouldBeFalse();
        clock.Read(WeekendsOnly, Saturday).IsLate.ShouldBeTrue();
        clock.Read(WeekendsOnly, NextMonday).ShouldBe(new ClockReading(
            ClockState.Running, Elapsed: 5, Remaining: -1, DueOn: Friday, LateFrom: Saturday, IsForecast: false, IsLate: true));
    }

    [Fact]
    public void Read_when_completed_on_the_weekend_after_the_last_day_was_late()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 4);
        clock.Complete(Saturday);

        clock.Read(WeekendsOnly, NextFriday).IsLate.ShouldBeTrue();
    }

    [Fact]
    public void Read_when_stopped_stands_still_and_forecasts_as_if_it_went_on_today()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);
        clock.Stop(Wednesday, StopCause.Supplement, "Thiếu báo giá");

        clock.Read(WeekendsOnly, NextMonday).ShouldBe(new ClockReading(
            ClockState.Stopped, Elapsed: 2, Remaining: 3, DueOn: NextThursday, LateFrom: NextFriday, IsForecast: true, IsLate: false));
    }

    [Fact]
    public void Read_when_resumed_counts_on_from_the_day_after()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);
        clock.Stop(Wednesday, StopCause.Supplement, "Thiếu báo giá");
        clock.Resume(NextMonday);

        clock.Read(WeekendsOnly, NextTuesday).ShouldBe(new ClockReading(
            ClockState.Running, Elapsed: 3, Remaining: 2, DueOn: NextThursday, LateFrom: NextFriday, IsForecast: false, IsLate: false));

        var stop = clock.Stops.ShouldHaveSingleItem();
        (stop.Cause, stop.Note, stop.StoppedOn, stop.ResumedOn).ShouldBe((StopCause.Supplement, "Thiếu báo giá", Wednesday, NextMonday));
    }

    [Fact]
    public void Read_when_answered_the_same_day_loses_no_day()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);
        clock.Stop(Wednesday, StopCause.Supplement);
        clock.Resume(Wednesday);

        clock.Read(WeekendsOnly, Wednesday).DueOn.ShouldBe(NextMonday);
    }

    [Fact]
    public void Read_when_it_was_late_before_the_stop_stays_late()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 1);
        clock.Stop(Friday, StopCause.Explanation);

        var reading = clock.Read(WeekendsOnly, NextFriday);

        reading.IsLate.ShouldBeTrue();
        reading.IsForecast.ShouldBeFalse();
        reading.DueOn.ShouldBe(Tuesday);
    }

    [Fact]
    public void Read_when_completed_does_not_change_any_more()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);
        clock.Complete(Friday);

        var reading = clock.Read(WeekendsOnly, NextFriday.AddDays(100));

        reading.State.ShouldBe(ClockState.Completed);
        (reading.Elapsed, reading.Remaining, reading.IsLate).ShouldBe((4, 1, false));
    }

    [Fact]
    public void Complete_when_stopped_ends_the_stop()
    {
        var clock = StatutoryClock.Start(Monday, workingDays: 5);
        clock.Stop(Wednesday, StopCause.Supplement);
        clock.Complete(NextMonday);

        clock.Stops.ShouldHaveSingleItem().ResumedOn.ShouldBe(NextMonday);
        clock.Read(WeekendsOnly, NextFriday).Elapsed.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(WorkingDayCalendar.MaxWorkingDays + 1)]
    public void Start_when_the_limit_is_absurd_refuses(int workingDays) =>
        CodeOf(() => StatutoryClock.Start(Monday, workingDays)).ShouldBe("clock.limitOutOfRange");

    [Fact]
    public void A_clock_when_asked_out_of_turn_refuses()
    {
        var running = StatutoryClock.Start(Monday, 5);
        CodeOf(() => running.Resume(Tuesday)).ShouldBe("clock.wrongState");

        var stopped = StatutoryClock.Start(Monday, 5);
        stopped.Stop(Tuesday, StopCause.Supplement);
        CodeOf(() => stopped.Stop(Wednesday, StopCause.Supplement)).ShouldBe("clock.wrongState");

        var completed = StatutoryClock.Start(Monday, 5);
        completed.Complete(Tuesday);
        CodeOf(() => completed.Stop(Wednesday, StopCause.Supplement)).ShouldBe("clock.wrongState");
        CodeOf(() => completed.Resume(Wednesday)).ShouldBe("clock.wrongState");
        CodeOf(() => completed.Complete(Wednesday)).ShouldBe("clock.wrongState");
    }

    [Fact]
    public void A_clock_when_dates_run_backwards_refuses()
    {
        var clock = StatutoryClock.Start(Tuesday, 5);
        CodeOf(() => clock.Stop(Monday, StopCause.Supplement)).ShouldBe("clock.outOfOrder");

        clock.Stop(Wednesday, StopCause.Supplement);
        CodeOf(() => clock.Resume(Tuesday)).ShouldBe("clock.outOfOrder");

        clock.Resume(Friday);
        CodeOf(() => clock.Complete(Wednesday)).ShouldBe("clock.outOfOrder");
    }

    [Fact]
    public void A_clock_without_stops_is_due_when_the_calendar_says() =>
        Gen.Select(Any, Days, Gen.Int[1, 60], Days).Sample(static (calendar, start, limit, today) =>
            StatutoryClock.Start(start, limit).Read(calendar, today).DueOn == calendar.AddWorkingDays(start, limit));

    [Fact]
    public void A_stop_moves_the_due_date_by_exactly_its_working_days() =>
        Gen.Select(Any, Days, Gen.Int[1, 40], Gen.Int[0, 30], Gen.Int[0, 60]).Sample(static (calendar, start, limit, until, stopped) =>
        {
            var clock = StatutoryClock.Start(start, limit);
            var (stoppedOn, resumedOn) = (start.AddDays(until), start.AddDays(until + stopped));
            clock.Stop(stoppedOn, StopCause.Supplement);
            clock.Resume(resumedOn);

            var plain = calendar.AddWorkingDays(start, limit);
            var due = clock.Read(calendar, resumedOn).DueOn;
            return plain <= stoppedOn
                ? due == plain
                : calendar.WorkingDaysBetween(start, due) == limit + calendar.WorkingDaysBetween(stoppedOn, resumedOn);
        });

    [Fact]
    public void The_forecast_comes_true_when_the_clock_goes_on_that_day() =>
        Gen.Select(Any, Days, Gen.Int[1, 40], Gen.Int[0, 30], Gen.Int[0, 60]).Sample(static (calendar, start, limit, until, stopped) =>
        {
            var clock = StatutoryClock.Start(start, limit);
            clock.Stop(start.AddDays(until), StopCause.Supplement);
            var today = start.AddDays(until + stopped);
            var forecast = clock.Read(calendar, today);

            clock.Resume(today);
            var reading = clock.Read(calendar, today);
            return (forecast.DueOn, forecast.LateFrom, forecast.Elapsed) == (reading.DueOn, reading.LateFrom, reading.Elapsed);
        });

    [Fact]
    public void A_clock_is_late_exactly_from_its_first_late_day_on() =>
        Gen.Select(Any, Days, Gen.Int[1, 40], Gen.Int[0, 100]).Sample(static (calendar, start, limit, passed) =>
        {
            var today = start.AddDays(passed);
            var reading = StatutoryClock.Start(start, limit).Read(calendar, today);
            return reading.IsLate == (today >= reading.LateFrom) && reading.Elapsed + reading.Remaining == limit;
        });
}
