using Nscl.Domain.Training;

namespace Nscl.Domain.Tests.Training;

/// <summary>The VietGAP course of 24–27/11/2022 (S4.12–S4.16) and people who come to it.</summary>
internal static class CourseBuilder
{
    public static readonly DateOnly Today = new(2022, 10, 3);
    public static readonly DateOnly FirstDay = new(2022, 11, 24);
    public static readonly DateOnly LastDay = new(2022, 11, 27);
    public static readonly CourseAct Officer = ActOn(Today);

    public static CourseContent Content(int seats = 40) => new(CourseKind.TrainingCourse, "Thực hành tốt nông nghiệp VietGAP", FirstDay, LastDay, seats);

    public static CourseAct ActOn(DateOnly day, int hour = 2) => new(Guid.Parse("0192f0a0-0000-7000-8000-000000000001"), "Trần Thị Mai", new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero), day);

    public static Course Planned(CourseContent? content = null) => Course.Plan("konTum", 1, content ?? Content(), Officer);

    public static Course Open(CourseContent? content = null)
    {
        var course = Planned(content);
        course.OpenRegistration(Officer);
        return course;
    }

    public static Course In(CourseStatus status)
    {
        var course = Planned();
        if (status is CourseStatus.Planned)
        {
            return course;
        }

        course.OpenRegistration(Officer);
        switch (status)
        {
            case CourseStatus.RegistrationClosed:
                course.CloseRegistration(Officer);
                break;
            case CourseStatus.Ended:
                course.End(ActOn(LastDay));
                break;
            case CourseStatus.Cancelled:
                course.Cancel("Bão lũ", Officer);
                break;
            default:
                break;
        }

        return course;
    }

    public static void Do(Course course, CourseAction action)
    {
        switch (action)
        {
            case CourseAction.Update:
                course.Update(Content(), held: 0, Officer);
                break;
            case CourseAction.OpenRegistration:
                course.OpenRegistration(Officer);
                break;
            case CourseAction.Register:
                course.RequireAdmits(ParticipantKind.Enterprise, Today);
                break;
            case CourseAction.CloseRegistration:
                course.CloseRegistration(Officer);
                break;
            case CourseAction.ReopenRegistration:
                course.ReopenRegistration(Officer);
                break;
            case CourseAction.End:
                course.End(ActOn(LastDay));
                break;
            default:
                course.Cancel("Bão lũ", Officer);
                break;
        }
    }

    public static TraineeEntry Person(string name, string organization = "HTX Nông nghiệp Đăk Mar", string? phone = null, string? email = null) =>
        new(name, ParticipantKind.Cooperative, organization, Phone: phone, Email: email);

    /// <summary>People on the list of a course: as many seats as there are, then the line.</summary>
    public static List<CourseRegistration> Listed(Course course, int count, Func<int, TraineeEntry>? person = null)
    {
        var list = new List<CourseRegistration>();
        for (var i = 1; i <= count; i++)
        {
            var trainee = Trainee.From(person?.Invoke(i) ?? Person($"Học viên {i}"), RegistrationChannel.Officer);
            int? seat = i <= course.Seats ? i : null;
            list.Add(CourseRegistration.Placed(course, trainee, new PersonIdentity(Guid.CreateVersion7(), 1), seat, i, RegistrationChannel.Officer, Officer));
        }

        return list;
    }

    public static IReadOnlyList<CourseRegistration> Fill(Course course, IReadOnlyList<CourseRegistration> list, CourseAct act) => SeatFilling.Fill(
        course,
        list,
        [.. list.Where(static one => one.SeatNumber is not null).Select(static one => new HeldSeat(one.SeatNumber!.Value, one.OrganizationKey))],
        act.At);
}
