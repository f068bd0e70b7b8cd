using Nscl.Domain.Calendar;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Calendar;

public sealed class DueRuleTests
{
    private static readonly DueRule BeforeTheThirtiethOfJune = new(6, 30, inclusive: false);

    [Fact]
    [SourceFact("S2.24")]
    public void In_when_the_report_is_due_before_a_day_makes_that_day_late()
    {
        var due = BeforeTheThirtiethOfJune.In(2019);

        due.Date.ShouldBe(new DateOnly(2019, 6, 30));
        due.LastTimelyDay.ShouldBe(new DateOnly(2019, 6, 29));
        due.IsMetOn(new DateOnly(2019, 6, 29)).ShouldBeTrue();
        due.IsMetOn(new DateOnly(2019, 6, 30)).ShouldBeFalse();
    }

    [Fact]
    public void In_when_the_day_is_included_makes_the_next_day_late()
    {
        var due = new DueRule(6, 30, inclusive: true).In(2019);

        due.IsMetOn(new DateOnly(2019, 6, 30)).ShouldBeTrue();
        due.IsMetOn(new DateOnly(2019, 7, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 28)]
    [InlineData(0, 29)]
    [InlineData(-1, 30)]
    public void DaysLeft_counts_to_the_last_timely_day(int daysLeft, int dayOfJune) =>
        BeforeTheThirtiethOfJune.In(2019).DaysLeft(new DateOnly(2019, 6, dayOfJune)).ShouldBe(daysLeft);

    [Fact]
    [SourceFact("S2.24")]
    public void NextFrom_when_this_years_deadline_has_passed_is_next_years()
    {
        var annual = new DueRule(12, 15, inclusive: false);

        annual.NextFrom(new DateOnly(2019, 12, 14)).Date.ShouldBe(new DateOnly(2019, 12, 15));
        annual.NextFrom(new DateOnly(2019, 12, 15)).Date.ShouldBe(new DateOnly(2020, 12, 15));
    }

    [Fact]
    public void NextFrom_when_due_before_new_year_can_be_met_on_the_last_day_of_the_year() =>
        new DueRule(1, 1, inclusive: false).NextFrom(new DateOnly(2019, 12, 31)).Date.ShouldBe(new DateOnly(2020, 1, 1));

    [Fact]
    public void In_when_the_year_has_no_29_February_takes_the_28th()
    {
        var rule = new DueRule(2, 29, inclusive: true);

        rule.In(2024).Date.ShouldBe(new DateOnly(2024, 2, 29));
        rule.In(2023).Date.ShouldBe(new DateOnly(2023, 2, 28));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(6, 31)]
    [InlineData(2, 30)]
    [InlineData(6, 0)]
    public void A_rule_when_there_is_no_such_day_is_none(int month, int day) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DueRule(month, day, inclusive: true));
}
