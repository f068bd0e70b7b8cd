using System.Text;
using Nscl.Domain.Training;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

public sealed class CourseCalendarTests
{
    private static readonly DateTimeOffset Now = new(2022, 10, 3, 1, 2, 3, TimeSpan.Zero);

    private static readonly CourseSessionEntry Morning = new(FirstDay, new TimeOnly(8, 0), new TimeOnly(11, 30), CourseSessionKind.Theory, "VietGAP trồng trọt", "Hội trường A");

    [Fact]
    public void Write_when_the_course_has_sessions_gives_each_its_hours_in_utc()
    {
        var course = Open(Content() with { Venue = "Kon Tum", Sessions = [Morning] });

        var lines = LinesOf(course);

        lines[..7].ShouldBe(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nscl//Courses//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"]);
        lines.ShouldContain($"UID:{course.Sessions[0].Id}@nscl");
        lines.ShouldContain("DTSTAMP:20221003T010203Z");
        // 08:00 and 11:30 in Viet Nam (UTC+7).
        lines.ShouldContain("DTSTART:20221124T010000Z");
        lines.ShouldContain("DTEND:20221124T043000Z");
        lines.ShouldContain("SUMMARY:Thực hành tốt nông nghiệp VietGAP: VietGAP trồng trọt");
        lines.ShouldContain("LOCATION:Hội trường A\\, Kon Tum");
        lines.ShouldContain("STATUS:CONFIRMED");
        lines.ShouldContain("URL:https://example.vn/courses/1");
        lines[^1].ShouldBe("END:VCALENDAR");
    }

    [Fact]
    public void Write_when_there_is_no_timetable_takes_the_whole_days_to_the_last()
    {
        var lines = LinesOf(Open());

        lines.ShouldContain("DTSTART;VALUE=DATE:20221124");
        lines.ShouldContain("DTEND;VALUE=DATE:20221128");
    }

    [Fact]
    public void Write_when_a_session_moves_keeps_its_uid()
    {
        var course = Open(Content() with { Sessions = [Morning] });
        var uid = LinesOf(course).Single(static line => line.StartsWith("UID:", StringComparison.Ordinal));

        course.Update(Content() with { Sessions = [Morning with { Id = course.Sessions[0].Id, Date = FirstDay.AddDays(1) }] }, 0, Officer);

        var moved = LinesOf(course);
        moved.ShouldContain(uid);
        moved.ShouldContain("DTSTART:20221125T010000Z");
    }

    [Fact]
    public void Write_when_the_course_is_cancelled_or_only_planned_says_so()
    {
        LinesOf(In(CourseStatus.Cancelled)).ShouldContain("STATUS:CANCELLED");
        LinesOf(Planned()).ShouldContain("STATUS:TENTATIVE");
    }

    [Fact]
    public void Write_when_text_is_long_folds_at_75_octets_and_never_inside_a_letter()
    {
        var description = string.Concat(Enumerable.Repeat("Thực hành tốt nông nghiệp ở đồng ruộng; ", 20)) + "dấu \\ và\nhai dòng, hết.";
        var file = CourseCalendar.Write([Open(Content() with { Description = description })], Now, static _ => null);

        file.ShouldEndWith("END:VCALENDAR\r\n");
        file.Replace("\r\n", string.Empty, StringComparison.Ordinal).ShouldNotContain("\n");
        var raw = file.Split("\r\n");
        raw.Max(Encoding.UTF8.GetByteCount).ShouldBeInRange(73, 75);
        raw.ShouldAllBe(static line => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)) == line);
        Unfolded(file).ShouldContain("DESCRIPTION:" + description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
    }

    private static string[] LinesOf(Course course) => Unfolded(CourseCalendar.Write([course], Now, static _ => "https://example.vn/courses/1"));

    private static string[] Unfolded(string file) => file.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
