using Nscl.Domain.Common;
using Nscl.Domain.Experts;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Experts;

public sealed class ExpertTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);
    private static readonly ExpertAct Officer = ActOn(Today);
    private static readonly ExpertContent Known = new("  Lương  Thế Hải ", ExpertSourceGroup.Officials, " Chi cục Tiêu chuẩn Đo lường Chất lượng ", AppointmentNumber: "901/QĐ-SKHCN", AppointedOn: new DateOnly(2022, 2, 28));
    private static readonly OutsideTraining Outside = new("Đào tạo chuyên gia năng suất chất lượng", "Đà Nẵng", new DateOnly(2021, 10, 18), new DateOnly(2021, 10, 29));
    private static readonly OwnTraining Own = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "LƯƠNG THẾ HẢI", "VietGAP", "Kon Tum", new DateOnly(2022, 6, 14), new DateOnly(2022, 6, 15), TookPart: true);

    [Fact]
    [SourceFact("S0.20")]
    public void Register_when_sound_keeps_person_agency_and_appointment_tidy()
    {
        var expert = Expert.Register("konTum", Known, Officer);

        (expert.FullName, expert.AgencyName, expert.SourceGroup).ShouldBe(("Lương Thế Hải", "Chi cục Tiêu chuẩn Đo lường Chất lượng", ExpertSourceGroup.Officials));
        (expert.AppointmentNumber, expert.AppointedOn).ShouldBe(("901/QĐ-SKHCN", new DateOnly(2022, 2, 28)));
        expert.PersonKey.ShouldBe("luong the hai|chi cuc tieu chuan do luong chat luong");
        expert.ActionsWith(0).Allowed.ShouldBe([ExpertAction.Update, ExpertAction.AddQualification, ExpertAction.Assign, ExpertAction.Deactivate]);
    }

    public static TheoryData<string, ExpertContent> Unsound => new()
    {
        { "expert.nameRequired", Known with { FullName = " " } },
        { "expert.agencyRequired", Known with { AgencyName = " " } },
        { "expert.appointmentIncomplete", Known with { AppointmentNumber = " " } },
        { "expert.appointmentIncomplete", Known with { AppointedOn = null } },
        { "expert.appointedInFuture", Known with { AppointedOn = Today.AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Register_when_unsound_is_refused(string code, ExpertContent content) => Refused(() => Expert.Register("konTum", content, Officer), code);

    [Fact]
    public void Register_when_there_is_no_decision_yet_is_taken() =>
        Expert.Register("konTum", Known with { AppointmentNumber = null, AppointedOn = null }, Officer).AppointedOn.ShouldBeNull();

    [Fact]
    [SourceFact("S1.5")]
    public void AddQualification_when_at_a_course_of_ours_needs_no_paper_and_elsewhere_does()
    {
        var expert = Expert.Register("konTum", Known, Officer);

        var outside = expert.AddQualification(Outside, Officer);
        expert.AddQualification(Own, Officer);

        expert.Qualifications.Select(static row => (row.Kind, row.IsProven)).ShouldBe([(QualificationKind.OwnCourse, true), (QualificationKind.Outside, false)]);
        expert.Prove(outside, Guid.CreateVersion7(), "chung-nhan.pdf").ShouldBeTrue();
        expert.Qualifications.ShouldAllBe(static row => row.IsProven);
        expert.Prove(Guid.CreateVersion7(), Guid.CreateVersion7(), "chung-nhan.pdf").ShouldBeFalse();
    }

    [Fact]
    public void Prove_when_the_course_was_ours_is_refused()
    {
        var expert = Expert.Register("konTum", Known, Officer);
        var own = expert.AddQualification(Own, Officer);

        Refused(() => expert.Prove(own, Guid.CreateVersion7(), "chung-nhan.pdf"), "expert.evidenceNotNeeded");
    }

    [Fact]
    public void AddQualification_when_the_list_does_not_bear_it_out_is_refused()
    {
        var expert = Expert.Register("konTum", Known, Officer);

        Refused(() => expert.AddQualification(Own with { TookPart = false }, Officer), "expert.notParticipated");
        Refused(() => expert.AddQualification(Own with { FullName = "Lương Thế Hai Mươi" }, Officer), "expert.anotherPerson");
        expert.AddQualification(Own, Officer);
        Refused(() => expert.AddQualification(Own, Officer), "expert.trainingRecorded");
    }

    public static TheoryData<string, OutsideTraining> UnsoundTraining => new()
    {
        { "expert.titleRequired", Outside with { Title = " " } },
        { "expert.placeRequired", Outside with { Place = " " } },
        { "expert.endsBeforeItStarts", Outside with { EndsOn = Outside.StartsOn.AddDays(-1) } },
        { "expert.trainingNotOver", Outside with { EndsOn = Today.AddDays(1) } },
    };

    [Theory]
    [MemberData(nameof(UnsoundTraining))]
    public void AddQualification_when_unsound_is_refused(string code, OutsideTraining training) =>
        Refused(() => Expert.Register("konTum", Known, Officer).AddQualification(training, Officer), code);

    [Fact]
    public void AddQualification_when_there_are_a_hundred_is_refused()
    {
        var expert = Expert.Register("konTum", Known, Officer);
        for (var i = 0; i < Expert.MaxQualifications; i++)
        {
            expert.AddQualification(Outside, Officer);
        }

        Refused(() => expert.AddQualification(Outside, Officer), "expert.tooManyQualifications");
        expert.ActionsWith(0).Blocked.Single().Code.ShouldBe("expert.tooManyQualifications");
    }

    [Fact]
    public void Deactivate_when_assignments_are_open_is_refused_and_otherwise_keeps_day_and_reason_until_reactivated()
    {
        var expert = Expert.Register("konTum", Known, Officer);
        Refused(() => expert.Deactivate("Chuyển công tác", 1, Officer), "expert.hasAssignments");
        expert.ActionsWith(1).Blocked.Single().ShouldSatisfyAllConditions(
            static blocked => blocked.Action.ShouldBe(ExpertAction.Deactivate),
            static blocked => blocked.Args["count"].ShouldBe(1));
        Refused(() => expert.Deactivate(" ", 0, Officer), "expert.reasonMissing");

        expert.Deactivate("Chuyển công tác", 0, Officer);

        (expert.Status, expert.InactiveSince, expert.InactiveReason).ShouldBe((ExpertStatus.Inactive, Today, "Chuyển công tác"));
        expert.ActionsWith(0).Allowed.ShouldBe([ExpertAction.Update, ExpertAction.AddQualification, ExpertAction.Reactivate]);
        Refused(() => expert.Deactivate("Nghỉ hưu", 0, Officer), "expert.wrongState");
        expert.Reactivate();
        (expert.Status, expert.InactiveSince, expert.InactiveReason).ShouldBe((ExpertStatus.Active, null, null));
        Refused(expert.Reactivate, "expert.wrongState");
    }

    [Fact]
    public void RemoveQualification_when_there_is_none_says_so()
    {
        var expert = Expert.Register("konTum", Known, Officer);
        var id = expert.AddQualification(Outside, Officer);
        expert.ActionsWith(0).Allowed.ShouldContain(ExpertAction.RemoveQualification);

        expert.RemoveQualification(id).ShouldBeTrue();

        expert.RemoveQualification(id).ShouldBeFalse();
        expert.Qualifications.ShouldBeEmpty();
    }

    internal static ExpertAct ActOn(DateOnly day) => new(Guid.Parse("0192f0a0-0000-7000-8000-000000000001"), "Trần Thị Mai", new DateTimeOffset(day.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero), day);

    private static void Refused(Action act, string code) => Should.Throw<RuleViolationException>(act).Code.ShouldBe(code);
}
