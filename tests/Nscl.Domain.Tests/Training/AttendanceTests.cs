using Nscl.Domain.Training;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Training;

/// <summary>Who attended and what completes a course.</summary>
public sealed class AttendanceTests
{
    [Theory]
    [InlineData(4, 5, 8_000, CompletionOutcome.Completed)]
    [InlineData(3, 4, 8_000, CompletionOutcome.TooFewSessions)]
    [InlineData(2, 3, 6_667, CompletionOutcome.TooFewSessions)]
    [InlineData(2, 3, 6_666, CompletionOutcome.Completed)]
    [InlineData(8, 8, 10_000, CompletionOutcome.Completed)]
    [InlineData(7, 8, 10_000, CompletionOutcome.TooFewSessions)]
    [InlineData(0, 0, 8_000, CompletionOutcome.NothingRecorded)]
    public void Completes_when_the_share_of_held_sessions_is_reached(int attended, int held, int minimum, CompletionOutcome expected) =>
        CourseCompletion.Of(attended, held, minimum).Outcome.ShouldBe(expected);

    [Fact]
    public void Attendance_is_of_people_with_a_seat_and_stands_once_a_certificate_does()
    {
        var (course, act) = (WithSession(), CourseBuilder.ActOn(CourseBuilder.FirstDay));
        var session = course.RequireTakesAttendance(course.Sessions[0].Id, CourseBuilder.FirstDay)!;
        var list = CourseBuilder.Listed(course, course.Seats + 1);
        var attendance = CourseAttendance.Record(list[0], session, isPresent: true, AttendanceMethod.Qr, hasCertificate: false, act);

        attendance.PresentAt.ShouldBe(act.At);
        attendance.Correct(isPresent: true, AttendanceMethod.Sheet, hasCertificate: true, CourseBuilder.ActOn(CourseBuilder.LastDay));
        (attendance.Method, attendance.PresentAt).ShouldBe((AttendanceMethod.Qr, act.At), "the same said again changes nothing");
        attendance.Correct(isPresent: false, AttendanceMethod.Sheet, hasCertificate: false, act);
        (attendance.IsPresent, attendance.PresentAt, attendance.Method).ShouldBe((false, null, AttendanceMethod.Sheet));
        Refusal.CodeOf(() => attendance.Correct(isPresent: true, AttendanceMethod.Officer, hasCertificate: true, act)).ShouldBe("attendance.certificateIssued");
        Refusal.CodeOf(() => CourseAttendance.Record(list[^1], session, isPresent: true, AttendanceMethod.Qr, hasCertificate: false, act)).ShouldBe("attendance.notRegistered");
    }

    [Fact]
    public void Attendance_waits_for_the_day_and_for_a_course_that_is_held()
    {
        var course = WithSession();
        var id = course.Sessions[0].Id;

        Refusal.CodeOf(() => course.RequireTakesAttendance(id, CourseBuilder.Today)).ShouldBe("attendance.notYet");
        course.RequireTakesAttendance(Guid.Empty, CourseBuilder.FirstDay).ShouldBeNull();
        course.Cancel("Bão lũ", CourseBuilder.Officer);
        Refusal.CodeOf(() => course.RequireTakesAttendance(id, CourseBuilder.FirstDay)).ShouldBe("attendance.courseNotHeld");
    }

    [Fact]
    public void A_cancelled_course_takes_everybody_from_its_list_with_its_reason()
    {
        var course = WithSession();
        var list = CourseBuilder.Listed(course, course.Seats + 1);
        list[1].Cancel(course, "Bận việc", CourseBuilder.Officer);
        course.Cancel("Bão lũ", CourseBuilder.Officer);
        list.ForEach(person => person.CancelWith(course, CourseBuilder.Officer));

        list.ShouldAllBe(static person => person.Status == RegistrationStatus.Cancelled && person.SeatNumber == null);
        list.Select(static person => person.Reason).Distinct().ShouldBe(["Bão lũ", "Bận việc"]);
    }

    [Fact]
    public void Check_in_is_open_on_its_day_until_closed_and_opens_under_a_new_code()
    {
        var (course, act) = (WithSession(), CourseBuilder.ActOn(CourseBuilder.FirstDay));
        var session = course.Sessions[0];
        var checkIn = CourseCheckIn.For(course, session, act);
        var (token, code) = (checkIn.Token, checkIn.Code);

        (token.Length, code.Length).ShouldBe((PublicCodes.SecretLength, PublicCodes.ShortLength));
        (checkIn.IsOpenOn(CourseBuilder.FirstDay), checkIn.IsOpenOn(CourseBuilder.FirstDay.AddDays(1))).ShouldBe((true, false));
        checkIn.Close(act);
        checkIn.IsOpenOn(CourseBuilder.FirstDay).ShouldBeFalse();
        checkIn.Open(session, act);
        checkIn.Token.ShouldNotBe(token);
        checkIn.Code.ShouldNotBe(code);
        Refusal.CodeOf(() => checkIn.Open(session, CourseBuilder.ActOn(CourseBuilder.LastDay))).ShouldBe("attendance.checkInNotToday");
    }

    [Fact]
    public void Codes_have_no_letters_that_look_alike_and_are_read_as_people_type_them()
    {
        PublicCodes.Alphabet.Intersect("01ILO").ShouldBeEmpty();
        PublicCodes.Alphabet.Distinct().Count().ShouldBe(31);
        PublicCodes.Normalize(" k7m-4qx\n").ShouldBe("K7M4QX");
        PublicCodes.Normalize(null).ShouldBe(string.Empty);
        Enumerable.Range(0, 1_000).Select(static _ => PublicCodes.NewSecret()).Distinct().Count().ShouldBe(1_000);
    }

    private static Course WithSession() => CourseBuilder.Open(CourseBuilder.Content(2) with
    {
        Sessions = [new CourseSessionEntry(CourseBuilder.FirstDay, new TimeOnly(8, 0), new TimeOnly(11, 30), CourseSessionKind.Theory, "VietGAP trồng trọt")],
    });
}
