using System.Globalization;
using System.Text;

namespace Nscl.Domain.Training;

/// <summary>
/// Courses as an iCalendar file (RFC 5545) that calendars of other makers read: one event for each session, or one over the days of a course that has
/// none. An event keeps its UID when its session moves and its SEQUENCE grows with every change of the course, so that it moves there too; a cancelled
/// course says so, because an event that merely disappears may stay on a telephone.
/// </summary>
public static class CourseCalendar
{
    public const string MediaType = "text/calendar";

    /// <summary>Octets of a line without its end (RFC 5545 §3.1).</summary>
    private const int MaxLineOctets = 75;

    private const string AskedAgain = "PT6H";

    // Viet Nam keeps one offset all year, so that instants in UTC say everything.
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <param name="now">When the file is made.</param>
    /// <param name="pageOf">Address of a course's page, where there is one.</param>
    public static string Write(IEnumerable<Course> courses, DateTimeOffset now, Func<Course, string?> pageOf)
    {
        ArgumentNullException.ThrowIfNull(courses);
        ArgumentNullException.ThrowIfNull(pageOf);
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Nscl//Courses//VI");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        // How often to ask again: RFC 7986 §5.7, and the older property that calendars of two large makers heed.
        Line(file, $"REFRESH-INTERVAL;VALUE=DURATION:{AskedAgain}");
        Line(file, $"X-PUBLISHED-TTL:{AskedAgain}");
        foreach (var course in courses)
        {
            WriteCourse(file, course, Instant(now), pageOf(course));
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void WriteCourse(StringBuilder file, Course course, string stamp, string? page)
    {
        foreach (var session in course.Sessions)
        {
            WriteEvent(
                file,
                course,
                new Occasion(session.Id, $"DTSTART:{Instant(session.Date, session.StartsAt)}", $"DTEND:{Instant(session.Date, session.EndsAt)}", $"{course.Title}: {session.Title}", session.Room, session.Link),
                stamp,
                page);
        }

        if (course.Sessions.Count == 0)
        {
            // The end of a whole day is the day after, which no longer belongs to the event.
            WriteEvent(file, course, new Occasion(course.Id, $"DTSTART;VALUE=DATE:{Day(course.StartsOn)}", $"DTEND;VALUE=DATE:{Day(course.EndsOn.AddDays(1))}", course.Title, null, null), stamp, page);
        }
    }

    private static void WriteEvent(StringBuilder file, Course course, Occasion occasion, string stamp, string? page)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{occasion.Id}@nscl");
        Line(file, $"DTSTAMP:{stamp}");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{course.Revision}"));
        Line(file, occasion.Start);
        Line(file, occasion.End);
        Line(file, $"SUMMARY:{Escaped(occasion.Summary)}");
        var place = string.Join(", ", new[] { occasion.Room, course.Venue }.Where(static part => part is not null).Distinct(StringComparer.Ordinal));
        if ((place.Length > 0 ? place : occasion.Link ?? course.Link) is { } where)
        {
            Line(file, $"LOCATION:{Escaped(where)}");
        }

        if (course.Description is { } description)
        {
            Line(file, $"DESCRIPTION:{Escaped(description)}");
        }

        if (page is not null)
        {
            Line(file, $"URL:{page}");
        }

        Line(file, course.Status == CourseStatus.Cancelled ? "STATUS:CANCELLED" : course.Status == CourseStatus.Planned ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        Line(file, "END:VEVENT");
    }

    /// <summary>Text with the characters that mean something to the format (RFC 5545 §3.3.11).</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>Folds by octets and never inside a letter: Vietnamese letters take up to three (RFC 5545 §3.1).</summary>
    private static void Line(StringBuilder file, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    private static string Instant(DateOnly date, TimeOnly time) => Instant(new DateTimeOffset(date.ToDateTime(time), Vietnam));

    private static string Instant(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record Occasion(Guid Id, string Start, string End, string Summary, string? Room, string? Link);
}
