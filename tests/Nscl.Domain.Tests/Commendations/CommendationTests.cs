using Nscl.Domain.Commendations;
using Nscl.Domain.Programs;
using Nscl.Domain.Tests.Awards;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Commendations;

public sealed class CommendationTests
{
    private static readonly DateOnly Today = new(2022, 10, 3);
    private static readonly CommendationAct Officer = new("Nguyễn Thị Hồng Nhung", new DateTimeOffset(2022, 10, 3, 2, 0, 0, TimeSpan.Zero), Today);
    private static readonly ProgramContent Kt2021 = PackData.ProgramContent("KT2021");
    private static readonly SupportProgram Program = SupportProgram.Create("konTum", Kt2021);

    private static readonly List<(CommendationStatus From, CommendationAction Action, CommendationStatus To)> Expected =
    [
        (CommendationStatus.Proposed, CommendationAction.Update, CommendationStatus.Proposed),
        (CommendationStatus.Proposed, CommendationAction.AttachDocument, CommendationStatus.Proposed),
        (CommendationStatus.Proposed, CommendationAction.RemoveDocument, CommendationStatus.Proposed),
        (CommendationStatus.Proposed, CommendationAction.Review, CommendationStatus.Reviewed),
        (CommendationStatus.Proposed, CommendationAction.Decline, CommendationStatus.NotCommended),
        (CommendationStatus.Proposed, CommendationAction.Withdraw, CommendationStatus.Withdrawn),
        (CommendationStatus.Reviewed, CommendationAction.AttachDocument, CommendationStatus.Reviewed),
        (CommendationStatus.Reviewed, CommendationAction.RemoveDocument, CommendationStatus.Reviewed),
        (CommendationStatus.Reviewed, CommendationAction.SendBack, CommendationStatus.Proposed),
        (CommendationStatus.Reviewed, CommendationAction.Submit, CommendationStatus.Submitted),
        (CommendationStatus.Reviewed, CommendationAction.Decline, CommendationStatus.NotCommended),
        (CommendationStatus.Reviewed, CommendationAction.Withdraw, CommendationStatus.Withdrawn),
        (CommendationStatus.Submitted, CommendationAction.AttachDocument, CommendationStatus.Submitted),
        (CommendationStatus.Submitted, CommendationAction.SendBack, CommendationStatus.Proposed),
        (CommendationStatus.Submitted, CommendationAction.RecordDecision, CommendationStatus.Decided),
        (CommendationStatus.Submitted, CommendationAction.Decline, CommendationStatus.NotCommended),
        (CommendationStatus.Submitted, CommendationAction.Withdraw, CommendationStatus.Withdrawn),
        (CommendationStatus.Decided, CommendationAction.AttachDocument, CommendationStatus.Decided),
    ];

    public static TheoryData<CommendationStatus, CommendationAction> EveryPair() => Transitions.EveryPair<CommendationStatus, CommendationAction>();

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(CommendationStatus status, CommendationAction action)
    {
        var proposal = In(status);

        if (Expected.Exists(row => row.From == status && row.Action == action))
        {
            Do(proposal, action);

            proposal.Status.ShouldBe(Expected.Single(row => row.From == status && row.Action == action).To);
            return;
        }

        Refusal.CodeOf(() => Do(proposal, action)).ShouldBe("commendation.wrongState");
        proposal.Status.ShouldBe(status);
    }

    [Fact]
    public void Propose_when_it_is_sound_has_a_code_of_its_year_and_begins_its_timeline()
    {
        var proposal = Proposed();

        proposal.Code.ShouldBe("KHT-2022-0001");
        proposal.ProgramId.ShouldBe(Program.Id);
        var begun = proposal.Timeline.ShouldHaveSingleItem();
        (begun.ByName, begun.On, begun.To, begun.Action).ShouldBe((Officer.ByName, Today, CommendationStatus.Proposed, null));
    }

    [Fact]
    public void Propose_when_name_or_achievement_is_missing_is_refused()
    {
        Refusal.PointerOf(() => Proposed(Content() with { Name = " " })).ShouldBe("/name");
        Refusal.CodeOf(() => Proposed(Content() with { Achievement = " " })).ShouldBe("commendation.achievementRequired");
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2026)]
    public void Propose_when_the_year_is_not_in_the_period_of_the_program_is_refused(int year) =>
        Refusal.CodeOf(() => CommendationProposal.Propose(Program, "konTum", 1, year, Content(), Officer)).ShouldBe("commendation.yearOutsidePeriod");

    [Fact]
    public void RecordReview_when_day_or_minutes_are_not_sound_is_refused()
    {
        var proposal = Proposed();

        Refusal.CodeOf(() => proposal.RecordReview(Today.AddDays(1), "Biên bản 01", Officer)).ShouldBe("commendation.dateInFuture");
        Refusal.CodeOf(() => proposal.RecordReview(Today, " ", Officer)).ShouldBe("commendation.minutesRequired");
        proposal.Status.ShouldBe(CommendationStatus.Proposed);
    }

    [Fact]
    public void Submit_when_the_minutes_are_not_among_the_papers_is_blocked()
    {
        var proposal = Proposed();
        proposal.Attach(CommendationDocumentKind.AchievementReport, Guid.CreateVersion7(), "bao-cao.pdf", Officer);
        proposal.RecordReview(Today, "Biên bản 01", Officer);

        var blocked = proposal.Actions().Blocked.ShouldHaveSingleItem();
        (blocked.Action, blocked.Code).ShouldBe((CommendationAction.Submit, "commendation.minutesNotAttached"));
        Refusal.CodeOf(() => proposal.Submit(Officer)).ShouldBe("commendation.minutesNotAttached");

        var minutes = proposal.Attach(CommendationDocumentKind.Minutes, Guid.CreateVersion7(), "bien-ban.pdf", Officer);
        proposal.Actions().Allowed.ShouldContain(CommendationAction.Submit);
        proposal.Remove(minutes);
        proposal.Actions().Allowed.ShouldNotContain(CommendationAction.Submit);
    }

    [Fact]
    public void SendBack_when_it_is_corrected_needs_the_meeting_again()
    {
        var proposal = In(CommendationStatus.Submitted);

        proposal.SendBack("Bổ sung thành tích", Officer);

        (proposal.Review, proposal.SubmittedOn).ShouldBe((null, null));
        proposal.Actions().Allowed.ShouldNotContain(CommendationAction.Submit);
        proposal.Update(Content() with { Achievement = "Đã bổ sung" });
        proposal.Timeline[^1].Reason.ShouldBe("Bổ sung thành tích");
        proposal.Timeline.Select(static entry => entry.Sequence).ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(CommendationStatus.Reviewed)]
    [InlineData(CommendationStatus.Submitted)]
    public void Submit_when_the_minutes_are_of_the_meeting_before_it_was_sent_back_is_blocked(CommendationStatus sentBackFrom)
    {
        var proposal = In(sentBackFrom);
        proposal.Attach(CommendationDocumentKind.AchievementReport, Guid.CreateVersion7(), "bao-cao.pdf", Officer);
        proposal.SendBack("Bổ sung thành tích", Officer);
        proposal.RecordReview(Today, "Biên bản 02", Officer);

        proposal.Documents.Select(static document => (document.Kind, document.IsOfEarlierMeeting))
            .ShouldBe([(CommendationDocumentKind.Minutes, true), (CommendationDocumentKind.AchievementReport, false)], ignoreOrder: true);
        Refusal.CodeOf(() => proposal.Submit(Officer)).ShouldBe("commendation.minutesNotAttached");

        proposal.Attach(CommendationDocumentKind.Minutes, Guid.CreateVersion7(), "bien-ban-02.pdf", Officer);
        proposal.Submit(Officer);
        proposal.Status.ShouldBe(CommendationStatus.Submitted);
    }

    [Fact]
    public void RecordDecision_when_its_date_is_not_sound_is_refused()
    {
        var proposal = In(CommendationStatus.Submitted);

        Refusal.CodeOf(() => proposal.RecordDecision("10/QĐ-UBND", Today.AddDays(1), null, Officer)).ShouldBe("commendation.dateInFuture");
        Refusal.CodeOf(() => proposal.RecordDecision("10/QĐ-UBND", Today.AddDays(-1), null, Officer)).ShouldBe("commendation.decidedBeforeMeeting");
    }

    [Theory]
    [InlineData(null, "provinceMerit")]
    [InlineData("departmentMerit", "departmentMerit")]
    public void RecordDecision_when_another_form_is_granted_says_so_and_keeps_what_was_proposed(string? granted, string expected)
    {
        var proposal = In(CommendationStatus.Submitted);

        proposal.RecordDecision(" 10/QĐ-UBND ", Today, granted, Officer);

        (proposal.Decision!.Number, proposal.Decision.Form, proposal.Form).ShouldBe(("10/QĐ-UBND", expected, "provinceMerit"));
    }

    [Fact]
    public void End_when_no_reason_is_given_is_refused()
    {
        Refusal.CodeOf(() => Proposed().Decline(" ", Officer)).ShouldBe("commendation.reasonMissing");
        Refusal.CodeOf(() => Proposed().Withdraw(" ", Officer)).ShouldBe("commendation.reasonMissing");
        Refusal.CodeOf(() => In(CommendationStatus.Reviewed).SendBack(" ", Officer)).ShouldBe("commendation.reasonMissing");
    }

    [Fact]
    public void Attach_when_there_are_fifty_papers_is_refused()
    {
        var proposal = Proposed();
        for (var i = 0; i < 50; i++)
        {
            proposal.Attach(CommendationDocumentKind.Other, Guid.CreateVersion7(), "giay-to.pdf", Officer);
        }

        Refusal.CodeOf(() => proposal.Attach(CommendationDocumentKind.Other, Guid.CreateVersion7(), "giay-to.pdf", Officer)).ShouldBe("commendation.tooManyDocuments");
    }

    [Fact]
    public void Remove_when_there_is_no_such_paper_is_refused() =>
        Refusal.CodeOf(() => Proposed().Remove(Guid.CreateVersion7())).ShouldBe("commendation.documentUnknown");

    [Fact]
    [SourceFact("S3.20")]
    public void Of_when_it_is_the_plan_of_kon_tum_foresees_five_to_ten_in_the_whole_period() =>
        CommendationPeriod.Of(Kt2021).ShouldBe([new CommendationPeriod("K3.8", 2021, 2025, 5, 10)]);

    [Fact]
    public void Of_when_the_target_counts_by_year_has_a_period_for_each() =>
        CommendationPeriod.Of(With(target => target with { Period = TargetPeriod.Year })).Select(static period => (period.FirstYear, period.LastYear))
            .ShouldBe([(2021, 2021), (2022, 2022), (2023, 2023), (2024, 2024), (2025, 2025)]);

    [Fact]
    public void Of_when_the_target_is_of_one_year_has_that_year() =>
        CommendationPeriod.Of(With(target => target with { Period = TargetPeriod.Year, Year = 2022 })).ShouldBe([new CommendationPeriod("K3.8", 2022, 2022, 5, 10)]);

    [Fact]
    public void Of_when_the_target_is_of_a_phase_has_its_years()
    {
        var first = new ProgramPhase("first", "Giai đoạn 1", "Phase 1", new DateOnly(2021, 1, 1), new DateOnly(2022, 12, 31), Kt2021.Phases[0].Kind);

        CommendationPeriod.Of(With(target => target with { Period = TargetPeriod.Phase, Phase = "first" }) with { Phases = [first] }).ShouldBe([new CommendationPeriod("K3.8", 2021, 2022, 5, 10)]);
    }

    [Theory]
    [InlineData(TargetOperator.AtLeast, 5, null)]
    [InlineData(TargetOperator.AtMost, null, 5)]
    [InlineData(TargetOperator.Equals, 5, 5)]
    [InlineData(TargetOperator.Approximately, 5, 5)]
    public void Of_when_the_target_has_one_value_bounds_the_side_it_speaks_of(TargetOperator @operator, int? from, int? to)
    {
        var period = CommendationPeriod.Of(With(target => target with { Operator = @operator, High = null })).ShouldHaveSingleItem();

        (period.From, period.To).ShouldBe((from, to));
    }

    [Fact]
    public void Of_when_no_target_speaks_of_commendations_foresees_nothing() =>
        CommendationPeriod.Of(Kt2021 with { Targets = [] }).ShouldBe([new CommendationPeriod(null, 2021, 2025, null, null)]);

    [Theory]
    [InlineData(0, 0, 5, 10, 0, CommendationStanding.Below)]
    [InlineData(4, 3, 1, 6, 0, CommendationStanding.Below)]
    [InlineData(5, 0, 0, 5, 0, CommendationStanding.Within)]
    [InlineData(7, 3, 0, 3, 0, CommendationStanding.Within)]
    [InlineData(7, 4, 0, 3, 1, CommendationStanding.Within)]
    [InlineData(10, 0, 0, 0, 0, CommendationStanding.Full)]
    [InlineData(11, 0, 0, 0, 1, CommendationStanding.Beyond)]
    [SourceFact("S3.20")]
    public void Count_when_the_plan_foresees_five_to_ten_says_how_many_are_missing_and_left(int decided, int open, int missing, int left, int surplus, CommendationStanding standing)
    {
        var count = new CommendationCount(decided, open, 5, 10);

        (count.Missing, count.Left, count.Surplus, count.Standing).ShouldBe((missing, left, surplus, standing));
    }

    [Fact]
    public void Count_when_the_plan_foresees_nothing_has_no_bounds()
    {
        var count = new CommendationCount(3, 1);

        (count.Missing, count.Left, count.Surplus, count.Standing).ShouldBe((0, null, 0, CommendationStanding.NothingForeseen));
    }

    private static ProgramContent With(Func<ProgramTarget, ProgramTarget> change) =>
        Kt2021 with { Targets = [.. Kt2021.Targets.Select(target => target.Code == "K3.8" ? change(target) : target)] };

    private static CommendationContent Content() => new(CommendationSubjectKind.Collective, "Chi cục Tiêu chuẩn Đo lường Chất lượng", "provinceMerit", "Thành tích cao trong hoạt động nâng cao năng suất, chất lượng");

    private static CommendationProposal Proposed(CommendationContent? content = null) => CommendationProposal.Propose(Program, "konTum", 1, 2022, content ?? Content(), Officer);

    /// <summary>With the minutes among its papers.</summary>
    private static CommendationProposal In(CommendationStatus status)
    {
        var proposal = Proposed();
        proposal.Attach(CommendationDocumentKind.Minutes, Guid.CreateVersion7(), "bien-ban.pdf", Officer);
        foreach (var action in status switch
        {
            CommendationStatus.Reviewed => [CommendationAction.Review],
            CommendationStatus.Submitted => [CommendationAction.Review, CommendationAction.Submit],
            CommendationStatus.Decided => [CommendationAction.Review, CommendationAction.Submit, CommendationAction.RecordDecision],
            CommendationStatus.NotCommended => [CommendationAction.Decline],
            CommendationStatus.Withdrawn => [CommendationAction.Withdraw],
            _ => Array.Empty<CommendationAction>(),
        })
        {
            Do(proposal, action);
        }

        return proposal;
    }

    private static void Do(CommendationProposal proposal, CommendationAction action)
    {
        switch (action)
        {
            case CommendationAction.Update:
                proposal.Update(Content());
                break;
            case CommendationAction.AttachDocument:
                proposal.Attach(CommendationDocumentKind.Other, Guid.CreateVersion7(), "giay-to.pdf", Officer);
                break;
            case CommendationAction.RemoveDocument:
                proposal.Remove(proposal.Documents[0].Id);
                break;
            case CommendationAction.Review:
                proposal.RecordReview(Today, "Biên bản 01", Officer);
                break;
            case CommendationAction.SendBack:
                proposal.SendBack("Bổ sung", Officer);
                break;
            case CommendationAction.Submit:
                proposal.Submit(Officer);
                break;
            case CommendationAction.RecordDecision:
                proposal.RecordDecision("10/QĐ-UBND", Today, null, Officer);
                break;
            case CommendationAction.Decline:
                proposal.Decline("Chưa đủ thành tích", Officer);
                break;
            default:
                proposal.Withdraw("Đơn vị rút đề xuất", Officer);
                break;
        }
    }
}
