using Nscl.Domain.Common;
using Nscl.Domain.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

public sealed class CourseSupervisionNoteTests
{
    [Fact]
    [SourceFact("S1.21")]
    public void Record_when_the_course_is_held_keeps_day_words_and_name()
    {
        var note = CourseSupervisionNote.Record(Open(), FirstDay, " Lớp đông đủ.\nThiết bị tốt. ", ActOn(FirstDay));

        (note.On, note.Text, note.ByName).ShouldBe((FirstDay, "Lớp đông đủ.\nThiết bị tốt.", "Trần Thị Mai"));
    }

    [Theory]
    [InlineData(CourseStatus.Planned)]
    [InlineData(CourseStatus.Cancelled)]
    public void Record_when_nothing_is_held_is_refused(CourseStatus status) =>
        Should.Throw<RuleViolationException>(() => CourseSupervisionNote.Record(In(status), FirstDay, "Lớp đông đủ.", ActOn(FirstDay))).Code.ShouldBe("course.nothingToSupervise");

    [Theory]
    [InlineData("2022-11-23", "2022-11-25", "2022-11-25")]
    [InlineData("2022-11-26", "2022-11-25", "2022-11-25")]
    [InlineData("2022-11-28", "2022-12-05", "2022-11-27")]
    public void Record_when_the_day_lies_outside_is_refused_and_says_which_days_fit(string on, string today, string last)
    {
        var refusal = Should.Throw<RuleViolationException>(() => CourseSupervisionNote.Record(Open(), Day(on), "Lớp đông đủ.", ActOn(Day(today))));

        refusal.Code.ShouldBe("course.supervisedOutsideCourse");
        (refusal.Args["from"], refusal.Args["to"]).ShouldBe((FirstDay, Day(last)));
    }

    [Fact]
    public void Record_when_empty_is_refused() =>
        Should.Throw<RuleViolationException>(() => CourseSupervisionNote.Record(Open(), FirstDay, " ", ActOn(FirstDay))).Code.ShouldBe("course.supervisionTextRequired");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
