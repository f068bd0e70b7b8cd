using Nscl.Domain.Awards;
using Nscl.Domain.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

public sealed class AwardSeasonTests
{
    private static readonly List<(AwardSeasonStatus From, AwardSeasonAction Action, AwardSeasonStatus To)> Expected = Transitions.Read<AwardSeasonStatus, AwardSeasonAction>("award-season-transitions.csv");

    public static TheoryData<AwardSeasonStatus, AwardSeasonAction> EveryPair() => Transitions.EveryPair<AwardSeasonStatus, AwardSeasonAction>();

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(AwardSeasonStatus status, AwardSeasonAction action)
    {
        var season = Season(status);
        season.Status.ShouldBe(status);

        if (Expected.Exists(row => row.From == status && row.Action == action))
        {
            Do(season, action);

            season.Status.ShouldBe(Expected.Single(row => row.From == status && row.Action == action).To);
            return;
        }

        var refusal = Should.Throw<RuleViolationException>(() => Do(season, action));

        season.Status.ShouldBe(status);
        refusal.Code.ShouldBe("awardSeason.wrongState");
        refusal.Args["action"].ShouldBe(DomainJson.NameOf(action));
    }

    [Fact]
    public void Transitions_when_listed_are_those_of_the_table() =>
        AwardSeasonStateMachine.Instance.Transitions.Select(static row => (row.From, row.Action, row.To)).ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Final_states_are_closed_and_cancelled() =>
        AwardSeasonStateMachine.Instance.Final.ShouldBe([AwardSeasonStatus.Closed, AwardSeasonStatus.Cancelled]);

    [Fact]
    public void Plan_when_the_regime_is_of_other_years_is_refused() =>
        Refusal.CodeOf(() => AwardSeason.Plan("konTum", RegimeA, Content(2026), Officer)).ShouldBe("awardSeason.regimeNotForYear");

    [Fact]
    public void Open_when_the_years_of_reentry_are_not_decided_is_refused()
    {
        var season = Planned(Content() with { ReentryYears = null, ReentrySource = null });

        season.OpenPoints.ShouldBe([new AwardOpenPoint(AwardOpenPointKind.ReentryYears)]);
        Refusal.CodeOf(() => season.Open(Officer)).ShouldBe("awardSeason.openPointsLeft");
        Refusal.CodeOf(() => season.Update(Content() with { ReentrySource = " " }, Officer)).ShouldBe("awardSeason.sourceRequired");
        season.Update(Content(), Officer);
        season.Open(Officer);
    }

    [Fact]
    public void Open_when_the_regime_of_2026_has_open_points_waits_for_values_with_their_source()
    {
        var season = AwardSeason.Plan("konTum", RegimeB, Content(2026) with { Deadlines = [] }, Officer);
        season.OpenPoints.Count.ShouldBe(10);
        Refusal.CodeOf(() => season.Open(Officer)).ShouldBe("awardSeason.openPointsLeft");
        Refusal.CodeOf(() => season.FillOpenPoints(new AwardRegimeValues(" "), Officer)).ShouldBe("awardSeason.sourceRequired");

        season.FillOpenPoints(new AwardRegimeValues("Thông tư thử nghiệm", [.. RegimeB.Criteria.Select(static criterion => new AwardCriterionPoints(criterion.Code, 125))]), Officer);
        season.OpenPoints.Count.ShouldBe(2);
        season.FillOpenPoints(new AwardRegimeValues("Thông tư thử nghiệm", Levels: [new AwardLevelPoints(AwardLevel.Gold, 800), new AwardLevelPoints(AwardLevel.Silver, 600)]), Officer);
        season.Open(Officer);

        season.Fillings.Count.ShouldBe(2);
        RegimeB.OpenPointsIn(2026).Count.ShouldBe(10, "the season keeps its own copy of the rules");
    }

    [Fact]
    public void ExtendDeadline_when_moved_forward_keeps_the_one_it_had_and_the_reason()
    {
        var season = Season(AwardSeasonStatus.Open);

        season.ExtendDeadline(AwardDeadlineKind.Registration, new DateOnly(2022, 11, 15), "Do dịch bệnh", Officer);

        var deadline = season.Deadlines.Single(static deadline => deadline.Kind == AwardDeadlineKind.Registration);
        deadline.Date.ShouldBe(new DateOnly(2022, 11, 15));
        deadline.Extensions.ShouldHaveSingleItem().ShouldBe(new AwardDeadlineExtension(RegistrationEnds, new DateOnly(2022, 11, 15), "Do dịch bệnh", Today, Officer.ByName));
    }

    [Fact]
    public void ExtendDeadline_when_not_forward_or_past_the_next_step_is_refused()
    {
        var season = Season(AwardSeasonStatus.Open);

        Refusal.CodeOf(() => season.ExtendDeadline(AwardDeadlineKind.Registration, RegistrationEnds, "Lý do", Officer)).ShouldBe("awardSeason.deadlineOnlyForward");
        Refusal.CodeOf(() => season.ExtendDeadline(AwardDeadlineKind.Registration, DossierEnds.AddDays(1), "Lý do", Officer)).ShouldBe("awardSeason.deadlinesOutOfOrder");
        Refusal.CodeOf(() => season.ExtendDeadline(AwardDeadlineKind.Forwarding, DossierEnds, "Lý do", Officer)).ShouldBe("awardSeason.deadlineNotSet");
        Refusal.CodeOf(() => season.ExtendDeadline(AwardDeadlineKind.Dossier, DossierEnds.AddDays(1), " ", Officer)).ShouldBe("awardSeason.reasonMissing");
    }

    [Fact]
    public void Update_when_content_is_not_sound_is_refused()
    {
        var season = Planned();

        Refusal.CodeOf(() => season.Update(Content() with { Title = " " }, Officer)).ShouldBe("awardSeason.titleRequired");
        Refusal.CodeOf(() => season.Update(Content(2023), Officer)).ShouldBe("awardSeason.yearFixed");
        Refusal.CodeOf(() => season.Update(Content() with { Deadlines = [new(AwardDeadlineKind.Dossier, Today), new(AwardDeadlineKind.Dossier, Today)] }, Officer)).ShouldBe("awardSeason.deadlineRepeated");
        Refusal.CodeOf(() => season.Update(Content() with { Deadlines = [new(AwardDeadlineKind.Dossier, Today), new(AwardDeadlineKind.Registration, DossierEnds)] }, Officer)).ShouldBe("awardSeason.deadlinesOutOfOrder");
    }

    [Fact]
    [SourceFact("S4.18")]
    public void Close_when_nobody_took_part_asks_for_the_cause_and_is_a_result()
    {
        var season = Season(AwardSeasonStatus.Open);

        Refusal.CodeOf(() => season.Close(null, AwardSeasonTally.None, Officer)).ShouldBe("awardSeason.explanationRequired");
        season.Close("Doanh nghiệp đang khôi phục sản xuất, kinh doanh", AwardSeasonTally.None, Officer);

        season.Status.ShouldBe(AwardSeasonStatus.Closed);
        season.ClosingExplanation.ShouldBe("Doanh nghiệp đang khôi phục sản xuất, kinh doanh");
    }

    [Fact]
    public void Close_and_forward_when_nominations_are_open_are_refused()
    {
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Open).Close(null, Tally(takingPart: 2, beforeConclusion: 1), Officer)).ShouldBe("awardSeason.nominationsUndecided");
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Assessing).Forward(Tally(takingPart: 2, beforeConclusion: 1, forwarded: 1), Officer)).ShouldBe("awardSeason.nominationsUndecided");
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Assessing).Forward(Tally(takingPart: 2), Officer)).ShouldBe("awardSeason.nothingToForward");
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Forwarded).Close(null, Tally(takingPart: 2, awaitingResult: 1, forwarded: 2), Officer)).ShouldBe("awardSeason.resultsMissing");
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Open).StartAssessing(AwardSeasonTally.None, Officer)).ShouldBe("awardSeason.nobodyTakesPart");
    }

    [Fact]
    public void RequireTakesNominations_when_the_last_day_has_passed_is_refused()
    {
        Season(AwardSeasonStatus.Open).RequireTakesNominations(RegistrationEnds);
        Refusal.CodeOf(() => Season(AwardSeasonStatus.Open).RequireTakesNominations(RegistrationEnds.AddDays(1))).ShouldBe("awardSeason.registrationPassed");
    }

    [Fact]
    public void ActionsOn_when_something_stands_in_the_way_says_what()
    {
        var actions = Season(AwardSeasonStatus.Open).ActionsOn(RegistrationEnds.AddDays(1), AwardSeasonTally.None);

        actions.Allowed.ShouldBe([AwardSeasonAction.ExtendDeadline, AwardSeasonAction.Close, AwardSeasonAction.Cancel]);
        actions.Blocked.Select(static blocked => blocked.Code).ShouldBe(["awardSeason.registrationPassed", "awardSeason.nobodyTakesPart"]);
    }

    private static void Do(AwardSeason season, AwardSeasonAction action)
    {
        switch (action)
        {
            case AwardSeasonAction.Update:
                season.Update(Content(), Officer);
                break;
            case AwardSeasonAction.FillOpenPoints:
                season.FillOpenPoints(new AwardRegimeValues("Nguồn"), Officer);
                break;
            case AwardSeasonAction.Open:
                season.Open(Officer);
                break;
            case AwardSeasonAction.Nominate:
                season.RequireTakesNominations(Today);
                break;
            case AwardSeasonAction.ExtendDeadline:
                season.ExtendDeadline(AwardDeadlineKind.Dossier, DossierEnds.AddDays(1), "Do dịch bệnh", Officer);
                break;
            case AwardSeasonAction.StartAssessing:
                season.StartAssessing(Tally(takingPart: 1), Officer);
                break;
            case AwardSeasonAction.Forward:
                season.Forward(Tally(takingPart: 1, forwarded: 1), Officer);
                break;
            case AwardSeasonAction.Close:
                season.Close(null, Tally(takingPart: 1), Officer);
                break;
            default:
                season.Cancel("Dịch bệnh", Officer);
                break;
        }
    }
}
