using Nscl.Domain.Common;
using Nscl.Domain.Experts;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Experts.ExpertTests;

namespace Nscl.Domain.Tests.Experts;

public sealed class ExpertAssignmentTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);
    private static readonly Guid Enterprise = Guid.CreateVersion7();

    [Fact]
    [SourceFact("S0.20")]
    public void Assign_when_the_expert_is_active_sends_him_for_a_purpose_and_a_time()
    {
        var assignment = Assigned(Today, Today.AddDays(30));

        (assignment.Purpose, assignment.StartsOn, assignment.EndsOn, assignment.Note).ShouldBe(("modelMonitoring", Today, Today.AddDays(30), "Mô hình ISO 22000"));
        assignment.Province.ShouldBe("konTum");
        assignment.StageOn(Today).ShouldBe(ExpertAssignmentStage.Current);
    }

    [Fact]
    public void Assign_when_the_expert_is_inactive_is_refused()
    {
        var expert = Registered();
        expert.Deactivate("Nghỉ hưu", 0, ActOn(Today));

        Refused(() => ExpertAssignment.Assign(expert, Enterprise, new ExpertAssignmentContent("guidance", Today), ActOn(Today)), "expert.inactive");
    }

    [Fact]
    public void Assign_when_it_ends_before_it_starts_is_refused() => Refused(() => Assigned(Today, Today.AddDays(-1)), "expertAssignment.endsBeforeItStarts");

    [Theory]
    [InlineData(1, null, ExpertAssignmentStage.Upcoming)]
    [InlineData(0, null, ExpertAssignmentStage.Current)]
    [InlineData(0, 0, ExpertAssignmentStage.Current)]
    [InlineData(-5, -1, ExpertAssignmentStage.AwaitingNote)]
    public void StageOn_says_where_it_stands(int startsIn, int? endsIn, ExpertAssignmentStage stage) =>
        Assigned(Today.AddDays(startsIn), endsIn is { } days ? Today.AddDays(days) : null).StageOn(Today).ShouldBe(stage);

    [Theory]
    [InlineData(-10, null, -11)]
    [InlineData(-10, null, 1)]
    [InlineData(-10, -2, -1)]
    public void End_when_the_day_does_not_fit_is_refused(int startsIn, int? endsIn, int endedIn) => Refused(
        () => Assigned(Today.AddDays(startsIn), endsIn is { } days ? Today.AddDays(days) : null).End(Today.AddDays(endedIn), "Đã xong", ActOn(Today)),
        "expertAssignment.endedOnOutOfRange");

    [Fact]
    public void End_when_under_way_shortens_it_and_keeps_what_came_of_it()
    {
        var assignment = Assigned(Today.AddDays(-10), Today.AddDays(30));

        assignment.End(Today, " Mô hình đã vận hành ", ActOn(Today));

        (assignment.Status, assignment.EndsOn, assignment.ClosingNote, assignment.ClosedByName).ShouldBe((ExpertAssignmentStatus.Ended, Today, "Mô hình đã vận hành", "Trần Thị Mai"));
        assignment.ActionsOn(Today).Allowed.ShouldBeEmpty();
        Refused(() => assignment.Cancel("Nhầm", ActOn(Today)), "expertAssignment.wrongState");
    }

    [Fact]
    public void End_when_not_begun_or_without_note_is_refused()
    {
        var upcoming = Assigned(Today.AddDays(1), null);
        Refused(() => upcoming.End(Today.AddDays(1), "Đã xong", ActOn(Today)), "expertAssignment.notBegun");
        upcoming.ActionsOn(Today).Allowed.ShouldBe([ExpertAssignmentAction.Cancel]);
        upcoming.ActionsOn(Today).Blocked.Single().Code.ShouldBe("expertAssignment.notBegun");
        ExpertAssignment.AllowedOn(upcoming.Status, upcoming.StartsOn, Today).ShouldBe([ExpertAssignmentAction.Cancel]);
        Refused(() => Assigned(Today, null).End(Today, " ", ActOn(Today)), "expertAssignment.noteMissing");
    }

    [Fact]
    public void Cancel_when_open_keeps_the_days_agreed()
    {
        var assignment = Assigned(Today.AddDays(1), Today.AddDays(9));
        Refused(() => assignment.Cancel(" ", ActOn(Today)), "expertAssignment.noteMissing");

        assignment.Cancel("Doanh nghiệp hoãn", ActOn(Today));

        (assignment.Status, assignment.EndsOn, assignment.ClosingNote).ShouldBe((ExpertAssignmentStatus.Cancelled, Today.AddDays(9), "Doanh nghiệp hoãn"));
        assignment.StageOn(Today).ShouldBe(ExpertAssignmentStage.Cancelled);
    }

    private static Expert Registered() => Expert.Register("konTum", new ExpertContent("Lương Thế Hải", ExpertSourceGroup.Officials, "Chi cục"), ActOn(Today));

    private static ExpertAssignment Assigned(DateOnly startsOn, DateOnly? endsOn) =>
        ExpertAssignment.Assign(Registered(), Enterprise, new ExpertAssignmentContent("modelMonitoring", startsOn, endsOn, " Mô hình ISO 22000 "), ActOn(Today));

    private static void Refused(Action act, string code) => Should.Throw<RuleViolationException>(act).Code.ShouldBe(code);
}
