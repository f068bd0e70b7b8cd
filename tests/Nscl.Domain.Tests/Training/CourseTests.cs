using Nscl.Domain.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Training.CourseBuilder;

namespace Nscl.Domain.Tests.Training;

public sealed class CourseTests
{
    private static readonly CourseSessionEntry Morning = new(FirstDay, new TimeOnly(8, 0), new TimeOnly(11, 30), CourseSessionKind.Theory, "VietGAP trồng trọt", "Hội trường A");

    [Fact]
    [SourceFact("S4.12", "S4.14", "S4.17")]
    public void Plan_when_sound_takes_code_days_standards_and_sessions()
    {
        var course = Planned(Content() with
        {
            Standards = ["TCVN 11892-1:2017", " TCVN 11892-1:2017 "],
            Sessions = [Morning with { StartsAt = new TimeOnly(13, 30), EndsAt = new TimeOnly(17, 0), Kind = CourseSessionKind.Practice, Title = "Bài tập thực hành" }, Morning],
        });

        course.Code.ShouldBe("KH-2022-0001");
        course.Status.ShouldBe(CourseStatus.Planned);
        (course.StartsOn, course.EndsOn).ShouldBe((new DateOnly(2022, 11, 24), new DateOnly(2022, 11, 27)));
        course.RegistrationClosesOn.ShouldBe(course.StartsOn);
        course.Standards.ShouldBe(["TCVN 11892-1:2017"]);
        course.Sessions.Select(static session => session.Kind).ShouldBe([CourseSessionKind.Theory, CourseSessionKind.Practice]);
    }

    [Theory]
    [InlineData(CourseKind.Conference)]
    [InlineData(CourseKind.Workshop)]
    [InlineData(CourseKind.TrainingCourse)]
    [InlineData(CourseKind.ExternalTraining)]
    [SourceFact("S0.17", "S0.18", "S2.7", "S2.8", "S3.13", "S3.16", "S3.18", "S3.19")]
    public void Plan_when_of_any_kind_of_the_sources_is_taken(CourseKind kind) => Planned(Content() with { Kind = kind, Provider = "Tổ chức Năng suất Châu Á (APO)" }).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("TCVN 11892-1:2017")]
    [InlineData("Thông tư 19/2019/TT-BYT")]
    [InlineData("TCVN 12850:2019")]
    [SourceFact("S4.14", "S4.15", "S4.16")]
    public void Plan_when_about_a_standard_or_a_regulation_names_it(string number) => Planned(Content() with { Standards = [number] }).Standards.ShouldBe([number]);

    public static TheoryData<string, CourseContent> Unsound => new()
    {
        { "course.titleRequired", Content() with { Title = "  " } },
        { "course.endsBeforeItStarts", Content() with { EndsOn = FirstDay.AddDays(-1) } },
        { "course.seatsOutOfRange", Content(0) },
        { "course.seatsOutOfRange", Content(5_001) },
        { "course.registrationClosesAfterStart", Content() with { RegistrationClosesOn = FirstDay.AddDays(1) } },
        { "course.sessionTitleRequired", Content() with { Sessions = [Morning with { Title = " " }] } },
        { "course.sessionOutsideCourse", Content() with { Sessions = [Morning with { Date = LastDay.AddDays(1) }] } },
        { "course.sessionEndsBeforeItStarts", Content() with { Sessions = [Morning with { EndsAt = Morning.StartsAt }] } },
        { "course.sessionsOverlap", Content() with { Sessions = [Morning, Morning with { StartsAt = new TimeOnly(11, 0), EndsAt = new TimeOnly(12, 0), Room = "hội  trường a" }] } },
        { "course.sessionUnknown", Content() with { Sessions = [Morning with { Id = Guid.CreateVersion7() }] } },
    };

    [Theory]
    [MemberData(nameof(Unsound), DisableDiscoveryEnumeration = true)]
    public void Plan_when_unsound_refuses(string code, CourseContent content) => Refusal.CodeOf(() => Planned(content)).ShouldBe(code);

    [Fact]
    public void Plan_when_sessions_follow_each_other_or_are_in_other_rooms_takes_them() =>
        Planned(Content() with
        {
            Sessions =
            [
                Morning,
                Morning with { StartsAt = Morning.EndsAt, EndsAt = new TimeOnly(17, 0) },
                Morning with { Room = "Hội trường B" },
                Morning with { Room = null },
                Morning with { Room = null, Link = "https://example.vn/phong-hoc" },
            ],
        }).Sessions.Count.ShouldBe(5);

    [Fact]
    public void Update_when_seats_fall_below_those_held_refuses()
    {
        var course = Open();

        Refusal.CodeOf(() => course.Update(Content(29), held: 30, Officer)).ShouldBe("course.seatsBelowHeld");
        course.Update(Content(30), held: 30, Officer);

        course.Seats.ShouldBe(30);
    }

    [Fact]
    public void Update_when_registration_has_opened_keeps_kind_and_mode()
    {
        var course = Open();

        Refusal.CodeOf(() => course.Update(Content() with { Kind = CourseKind.Workshop }, 0, Officer)).ShouldBe("course.fixedAfterOpening");
        Refusal.CodeOf(() => course.Update(Content() with { Mode = CourseMode.Approval }, 0, Officer)).ShouldBe("course.fixedAfterOpening");
        Planned().Update(Content() with { Kind = CourseKind.Workshop, Mode = CourseMode.Approval }, 0, Officer);
    }

    [Fact]
    public void Update_when_sessions_are_left_out_keeps_them_and_one_named_by_its_id_stays_the_same()
    {
        var course = Planned(Content() with { Sessions = [Morning] });
        var id = course.Sessions[0].Id;

        course.Update(Content() with { Title = "VietGAP" }, 0, Officer);
        course.Sessions.ShouldHaveSingleItem().Id.ShouldBe(id);
        course.Update(Content() with { Sessions = [Morning with { Id = id, Room = "Hội trường B" }] }, 0, Officer);

        course.Sessions.ShouldHaveSingleItem().Room.ShouldBe("Hội trường B");
        course.Sessions[0].Id.ShouldBe(id);
        Refusal.CodeOf(() => course.Update(Content() with { StartsOn = FirstDay.AddDays(1) }, 0, Officer)).ShouldBe("course.sessionOutsideCourse");
    }

    [Fact]
    public void Update_when_the_notice_changes_makes_a_new_version_and_keeps_the_old_one()
    {
        var course = Planned();
        course.NoticeVersion.ShouldBe(0);

        course.Update(Content() with { NoticeText = "Dữ liệu dùng để lập danh sách." }, 0, Officer);
        course.Update(Content() with { NoticeText = "Dữ liệu dùng để lập danh sách." }, 0, Officer);
        course.Update(Content() with { NoticeText = "Dữ liệu dùng để lập danh sách và cấp giấy chứng nhận." }, 0, Officer);

        course.NoticeVersion.ShouldBe(2);
        course.Notices.Select(static notice => notice.Text).ShouldBe(["Dữ liệu dùng để lập danh sách.", "Dữ liệu dùng để lập danh sách và cấp giấy chứng nhận."]);
    }

    [Fact]
    public void OpenRegistration_when_its_last_day_has_passed_refuses()
    {
        var course = Planned(Content() with { RegistrationClosesOn = new DateOnly(2022, 11, 10) });

        Refusal.CodeOf(() => course.OpenRegistration(ActOn(new DateOnly(2022, 11, 11)))).ShouldBe("course.registrationDatePassed");
        course.OpenRegistration(ActOn(new DateOnly(2022, 11, 10)));
        Refusal.CodeOf(() => course.RequireAdmits(ParticipantKind.Enterprise, new DateOnly(2022, 11, 11))).ShouldBe("course.registrationDatePassed");
    }

    [Fact]
    public void End_when_the_course_has_not_begun_refuses() => Refusal.CodeOf(() => Open().End(ActOn(FirstDay.AddDays(-1)))).ShouldBe("course.notBegun");

    [Fact]
    public void Cancel_when_no_reason_is_given_refuses() => Refusal.CodeOf(() => Open().Cancel(" ", Officer)).ShouldBe("course.reasonMissing");

    [Fact]
    [SourceFact("S3.14", "S4.11")]
    public void RequireAdmits_when_the_audience_is_narrowed_refuses_other_kinds()
    {
        var course = Open(Content() with { Audience = [ParticipantKind.CivilServant, ParticipantKind.Enterprise] });

        course.RequireAdmits(ParticipantKind.CivilServant, Today);
        Refusal.CodeOf(() => course.RequireAdmits(ParticipantKind.Cooperative, Today)).ShouldBe("courseRegistration.kindNotAdmitted");
        foreach (var kind in Enum.GetValues<ParticipantKind>())
        {
            Open().RequireAdmits(kind, Today);
        }
    }

    [Fact]
    public void ActionsOn_when_something_stands_in_the_way_says_what()
    {
        Planned().ActionsOn(Today, new CourseOccupancy(0, 0)).Allowed.ShouldBe([CourseAction.Update, CourseAction.OpenRegistration, CourseAction.Cancel]);
        var open = Open(Content() with { WaitlistLimit = 2 });

        open.ActionsOn(Today, new CourseOccupancy(40, 1)).Allowed.ShouldContain(CourseAction.Register);
        var full = open.ActionsOn(Today, new CourseOccupancy(40, 2));

        full.Allowed.ShouldNotContain(CourseAction.Register);
        full.Blocked.ShouldContain(static blocked => blocked.Action == CourseAction.Register && blocked.Code == "courseRegistration.full");
        full.Blocked.ShouldContain(static blocked => blocked.Action == CourseAction.End && blocked.Code == "course.notBegun");
    }
}
