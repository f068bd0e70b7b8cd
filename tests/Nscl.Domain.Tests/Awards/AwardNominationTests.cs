using Nscl.Domain.Awards;
using Nscl.Domain.Calendar;
using Nscl.Domain.Common;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

public sealed class AwardNominationTests
{
    private static readonly List<(AwardNominationStatus From, AwardNominationAction Action, AwardNominationStatus To)> Expected =
        Transitions.Read<AwardNominationStatus, AwardNominationAction>("award-nomination-transitions.csv");

    public static TheoryData<AwardNominationStatus, AwardNominationAction> EveryPair() => Transitions.EveryPair<AwardNominationStatus, AwardNominationAction>();

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(AwardNominationStatus status, AwardNominationAction action)
    {
        var driver = NominationDriver.In(status);
        driver.Nomination.Status.ShouldBe(status);

        if (Expected.Exists(row => row.From == status && row.Action == action))
        {
            driver.Do(action);

            driver.Nomination.Status.ShouldBe(Expected.Single(row => row.From == status && row.Action == action).To);
            return;
        }

        var refusal = Should.Throw<RuleViolationException>(() => driver.Do(action));

        driver.Nomination.Status.ShouldBe(status);
        refusal.Code.ShouldBe("awardNomination.wrongState");
    }

    [Fact]
    public void Transitions_when_listed_are_those_of_the_reference() =>
        AwardNominationStateMachine.Instance.Transitions.Select(static row => (row.From, row.Action, row.To)).ShouldBe(Expected, ignoreOrder: true);

    [Fact]
    public void Register_when_sound_gets_its_code_and_type()
    {
        var nomination = Registered(Season(AwardSeasonStatus.Open));

        (nomination.Code, nomination.Type, nomination.NominatedBy).ShouldBe(("GTCLQG-2022-0001", AwardType.ProductionSme, AwardParty.Office));
        Refusal.CodeOf(() => AwardNomination.Register(Season(AwardSeasonStatus.Open), 1, Registration(Today.AddDays(1)), new AwardNominationContent(), Officer)).ShouldBe("awardNomination.registeredInFuture");
        Refusal.CodeOf(() => AwardNomination.Register(Season(AwardSeasonStatus.Planned), 1, Registration(), new AwardNominationContent(), Officer)).ShouldBe("awardSeason.wrongState");
        Refusal.CodeOf(() => Registered(Season(AwardSeasonStatus.Open), new AwardNominationContent(OfficialEmployees: -1))).ShouldBe("awardNomination.employeesOutOfRange");
    }

    [Fact]
    public void Update_when_a_criterion_is_named_replaces_that_one_and_leaves_the_rest()
    {
        var season = Season(AwardSeasonStatus.Open);
        var nomination = Registered(season);
        nomination.Update(season, new AwardNominationContent(SelfAssessment: [new("results", 300, "Doanh thu tăng"), new("leadership", 100, "Tầm nhìn")]), Officer);

        nomination.Update(season, new AwardNominationContent(SelfAssessment: [new("results", 350, "Doanh thu tăng", ["  ", "Báo cáo tài chính"])]), Officer);

        nomination.SelfAssessment.Select(static own => (own.Criterion, own.Points)).ShouldBe([("leadership", 100), ("results", 350)]);
        nomination.SelfAssessment[1].Evidence.ShouldBe(["Báo cáo tài chính"]);
        (nomination.Activity, nomination.OfficialEmployees).ShouldBe((AwardActivity.Production, 36));
        Refusal.CodeOf(() => nomination.Update(season, new AwardNominationContent(SelfAssessment: [new("results", 451)]), Officer)).ShouldBe("awardNomination.pointsOutOfRange");
        Refusal.PointerOf(() => nomination.Update(season, new AwardNominationContent(SelfAssessment: [new("results", 1), new("luck", 1)]), Officer)).ShouldBe("/selfAssessment/1/criterion");
    }

    [Fact]
    public void SubmitDossier_when_parts_are_missing_names_them()
    {
        var season = Season(AwardSeasonStatus.Open);
        var nomination = Registered(season);
        nomination.Attach(season, "applicationForm", Guid.CreateVersion7(), "don.pdf", Officer);

        var refusal = Should.Throw<RuleViolationException>(() => nomination.SubmitDossier(season, Days, Officer));

        refusal.Code.ShouldBe("awardNomination.partsMissing");
        refusal.Args["parts"].ShouldBe(new[] { "introduction", "selfAssessment", "managementSystems", "productConformity", "environment", "taxAndInsurance" });
        nomination.Update(season, new AwardNominationContent(SelfAssessment: [.. season.Regime.Criteria.Select(static criterion => new AwardSelfAssessment(criterion.Code, 1, "Có"))]), Officer);
        nomination.MissingParts(season.Regime).ShouldNotContain("selfAssessment");
    }

    [Fact]
    public void SubmitDossier_when_the_type_cannot_be_told_or_the_day_has_passed_is_refused()
    {
        var season = Season(AwardSeasonStatus.Open);
        Refusal.CodeOf(() => Registered(season, new AwardNominationContent(AwardActivity.Service)).SubmitDossier(season, Days, Officer)).ShouldBe("awardNomination.typeUnknown");
        Refusal.CodeOf(() => Complete(season).SubmitDossier(season, Days, ActOn(DossierEnds.AddDays(1)))).ShouldBe("awardNomination.dossierDatePassed");
        Complete(season).SubmitDossier(season, Days, ActOn(DossierEnds));
    }

    [Fact]
    public void SubmitDossier_when_handed_in_gives_the_office_five_working_days()
    {
        var season = Season(AwardSeasonStatus.Open);
        var nomination = Complete(season);
        // Monday 3 October; the 7th taken as a holiday.
        nomination.SubmitDossier(season, new WorkingDayCalendar([new CalendarDay(new DateOnly(2022, 10, 7), CalendarDayKind.Holiday, "Nghỉ bù", "Day off")]), Officer);

        nomination.CheckDueOn.ShouldBe(new DateOnly(2022, 10, 11));
        nomination.RequestSupplement(season, "Thiếu chứng chỉ", ["managementSystems"], new DateOnly(2022, 10, 20), ActOn(new DateOnly(2022, 10, 11)));
        nomination.OpenSupplement!.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void RequestSupplement_when_late_or_not_sound_shows_it()
    {
        var driver = NominationDriver.In(AwardNominationStatus.DossierSubmitted);
        var (season, nomination) = (driver.Season, driver.Nomination);
        Refusal.CodeOf(() => nomination.RequestSupplement(season, " ", ["environment"], Today, Officer)).ShouldBe("awardNomination.reasonMissing");
        Refusal.CodeOf(() => nomination.RequestSupplement(season, "Thiếu", [], Today, Officer)).ShouldBe("awardNomination.supplementNeedsParts");
        Refusal.CodeOf(() => nomination.RequestSupplement(season, "Thiếu", ["poem"], Today, Officer)).ShouldBe("awardNomination.partUnknown");
        Refusal.CodeOf(() => nomination.RequestSupplement(season, "Thiếu", ["environment"], Today.AddDays(-1), Officer)).ShouldBe("awardNomination.supplementDeadlinePast");

        nomination.RequestSupplement(season, "Thiếu", ["environment"], new DateOnly(2022, 10, 20), ActOn(new DateOnly(2022, 10, 11)));

        nomination.OpenSupplement!.IsLate.ShouldBeTrue("five working days end on 10 October");
        Refusal.CodeOf(() => nomination.Resubmit(season, Days, ActOn(new DateOnly(2022, 10, 21)))).ShouldBe("awardNomination.supplementOverdue");
        nomination.Resubmit(season, Days, ActOn(new DateOnly(2022, 10, 20)));
        nomination.Supplements.ShouldHaveSingleItem().ResubmittedOn.ShouldBe(new DateOnly(2022, 10, 20));
    }

    [Fact]
    public void Remove_when_handed_in_is_refused_and_before_takes_it_out()
    {
        var season = Season(AwardSeasonStatus.Open);
        var nomination = Complete(season);
        var extra = nomination.Attach(season, "businessResults", Guid.CreateVersion7(), "nham.pdf", Officer);
        nomination.Remove(season, extra, Officer);
        nomination.SubmitDossier(season, Days, Officer);
        nomination.RequestSupplement(season, "Thiếu", ["environment"], Today, Officer);

        Refusal.CodeOf(() => nomination.Remove(season, extra, Officer)).ShouldBe("awardNomination.documentUnknown");
        Refusal.CodeOf(() => nomination.Remove(season, nomination.Documents[0].Id, Officer)).ShouldBe("awardNomination.documentHandedIn");
        Refusal.CodeOf(() => nomination.Attach(season, "poem", Guid.CreateVersion7(), "a.pdf", Officer)).ShouldBe("awardNomination.partUnknown");
    }

    [Fact]
    public void Accept_when_a_condition_is_not_met_or_unknown_names_every_reason()
    {
        var driver = NominationDriver.In(AwardNominationStatus.DossierSubmitted);
        var terms = new AwardEligibilityTerms(2022, 36, ReentryYears: 3);
        var notMet = AwardEligibility.Examine(terms, Facts(establishedOn: "2021-01-01", declarations: new AwardDeclarations(false, true, true), lastGoldYear: 2021), []);
        var unknown = AwardEligibility.Examine(terms, Facts(establishedOn: null, declarations: new AwardDeclarations()), []);

        var refusal = Should.Throw<RuleViolationException>(() => driver.Nomination.Accept(driver.Season, notMet, Officer));
        refusal.Code.ShouldBe("awardNomination.ineligible");
        refusal.Args["reasons"].ShouldBe(new[] { "noLegalPerson", "operatesTooShort", "violationFound", "waitsAfterGold" });
        refusal = Should.Throw<RuleViolationException>(() => driver.Nomination.Accept(driver.Season, unknown, Officer));
        refusal.Code.ShouldBe("awardNomination.eligibilityUnknown");
        refusal.Args["reasons"].ShouldBe(new[] { "legalPersonNotDeclared", "establishmentUnknown", "violationNotChecked" });

        driver.Nomination.Accept(driver.Season, AllMet, Officer);
        driver.Nomination.AcceptedChecks.ShouldBe(AllMet.Select(static check => check), ignoreOrder: false, comparer: Same);
    }

    [Fact]
    public void ConfirmEligibility_when_the_condition_follows_from_dates_or_evidence_is_missing_is_refused()
    {
        var season = Season(AwardSeasonStatus.Open);
        var nomination = Registered(season);

        Refusal.CodeOf(() => nomination.ConfirmEligibility(season, AwardCondition.Reentry, true, "Danh sách", Officer)).ShouldBe("awardNomination.notConfirmable");
        Refusal.CodeOf(() => nomination.ConfirmEligibility(season, AwardCondition.NoViolation, true, " ", Officer)).ShouldBe("awardNomination.evidenceRequired");
        nomination.ConfirmEligibility(season, AwardCondition.NoViolation, true, "Công văn 12/CT-KTr", Officer);
        nomination.Confirmations.ShouldHaveSingleItem().Evidence.ShouldBe("Công văn 12/CT-KTr");
    }

    [Fact]
    public void Do_when_the_season_is_not_at_that_step_is_refused()
    {
        var open = Season(AwardSeasonStatus.Open);
        var nomination = Complete(open);
        Refusal.CodeOf(() => nomination.SubmitDossier(Season(AwardSeasonStatus.Assessing), Days, Officer)).ShouldBe("awardNomination.seasonNotReady");
        nomination.SubmitDossier(open, Days, Officer);
        nomination.Accept(open, AllMet, Officer);
        Refusal.CodeOf(() => nomination.StartAssessment(open, Officer)).ShouldBe("awardNomination.seasonNotReady");
    }

    [Fact]
    public void Timeline_when_acts_follow_keeps_every_step_with_its_reason()
    {
        var driver = NominationDriver.In(AwardNominationStatus.Withdrawn);

        driver.Nomination.Timeline.Select(static step => (step.Sequence, step.To)).ShouldBe([(1, AwardNominationStatus.Registered), (2, AwardNominationStatus.Withdrawn)]);
        driver.Nomination.Timeline[^1].Reason.ShouldBe("Chưa sẵn sàng");
        driver.Nomination.EndReason.ShouldBe("Chưa sẵn sàng");
    }

    private static readonly EqualityComparer<AwardConditionCheck> Same =
        EqualityComparer<AwardConditionCheck>.Create(static (one, other) => DomainJson.Serialize(one) == DomainJson.Serialize(other));
}

/// <summary>A nomination with the season it stands in, brought to a state by acts alone.</summary>
internal sealed class NominationDriver
{
    private Guid _attached;

    private NominationDriver(AwardSeason season)
    {
        Season = season;
        Nomination = Complete(season);
    }

    public AwardSeason Season { get; }

    public AwardNomination Nomination { get; }

    public static NominationDriver In(AwardNominationStatus status)
    {
        var driver = new NominationDriver(AwardBuilder.Season(AwardSeasonStatus.Open));
        foreach (var action in PathTo(status))
        {
            driver.Do(action);
        }

        return driver;
    }

    public void Do(AwardNominationAction action)
    {
        switch (action)
        {
            case AwardNominationAction.Update:
                Nomination.Update(Season, new AwardNominationContent(), Officer);
                break;
            case AwardNominationAction.AttachDocument:
                _attached = Nomination.Attach(Season, "businessResults", Guid.CreateVersion7(), "kqkd.pdf", Officer);
                break;
            case AwardNominationAction.RemoveDocument:
                if (AwardNominationStateMachine.Instance.After(Nomination.Status, AwardNominationAction.AttachDocument) is not null)
                {
                    Do(AwardNominationAction.AttachDocument);
                }

                Nomination.Remove(Season, _attached, Officer);
                break;
            case AwardNominationAction.SubmitDossier:
                Nomination.SubmitDossier(Season, Days, Officer);
                break;
            case AwardNominationAction.Resubmit:
                Nomination.Resubmit(Season, Days, Officer);
                break;
            case AwardNominationAction.RequestSupplement:
                Nomination.RequestSupplement(Season, "Thiếu chứng chỉ", ["managementSystems"], Today.AddDays(7), Officer);
                break;
            case AwardNominationAction.ConfirmEligibility:
                Nomination.ConfirmEligibility(Season, AwardCondition.NoViolation, true, "Công văn xác nhận", Officer);
                break;
            case AwardNominationAction.Accept:
                Nomination.Accept(Season, AllMet, Officer);
                break;
            case AwardNominationAction.Refuse:
                Nomination.Refuse(Season, "Không đủ điều kiện", Officer);
                break;
            case AwardNominationAction.StartAssessment:
                if (Season.Status == AwardSeasonStatus.Open)
                {
                    Season.StartAssessing(Tally(takingPart: 1), Officer);
                }

                Nomination.StartAssessment(Season, Officer);
                break;
            case AwardNominationAction.Score:
                AwardScoreSheet.Begin(Nomination, AwardStage.Dossier, Officer).Score(Nomination, Season, Scores(700), null, Officer);
                break;
            case AwardNominationAction.CloseStage:
                Close(AwardStage.Dossier);
                break;
            case AwardNominationAction.Forward:
                CloseBoth();
                Nomination.Forward(Season, Guid.CreateVersion7(), 4, 1, 5, 4, Officer);
                break;
            case AwardNominationAction.NotForward:
                CloseBoth();
                Nomination.NotForward(Season, Guid.CreateVersion7(), 1, 4, 5, 4, "Chưa đạt", Officer);
                break;
            case AwardNominationAction.RecordConsent:
                Nomination.RecordConsent(Season, new AwardOfficialDocument("120/UBND-KT", Today), Officer);
                break;
            case AwardNominationAction.RecordResult:
                if (Nomination.Status == AwardNominationStatus.Forwarded)
                {
                    Do(AwardNominationAction.RecordConsent);
                    Season.Forward(Tally(takingPart: 1, forwarded: 1), Officer);
                }

                Nomination.RecordResult(Season, AwardOutcome.Gold, new AwardOfficialDocument("15/QĐ-TTg", Today), bestOfType: true, "GV-01", Officer);
                break;
            case AwardNominationAction.WriteFeedback:
                Nomination.WriteFeedback(Season, [new AwardFeedbackItem("results", "Doanh thu tăng", "Đo lường khách hàng")], Officer);
                break;
            case AwardNominationAction.ReleaseFeedback:
                if (AwardNominationStateMachine.Instance.After(Nomination.Status, AwardNominationAction.ReleaseFeedback) is not null)
                {
                    Do(AwardNominationAction.WriteFeedback);
                }

                Nomination.ReleaseFeedback(Season, Officer);
                break;
            default:
                Nomination.Withdraw(Season, "Chưa sẵn sàng", Officer);
                break;
        }
    }

    /// <param name="points">So many of the thousand, taken from the first criteria on.</param>
    public void Close(AwardStage stage, int points = 850) => Nomination.CloseStage(Season, stage, [Scores(points)], Officer);

    public void CloseBoth(int points = 850)
    {
        if (Nomination.Status == AwardNominationStatus.Assessing)
        {
            Close(AwardStage.Dossier, points);
            Close(AwardStage.Site, points);
        }
    }

    private static AwardNominationAction[] PathTo(AwardNominationStatus status) => status switch
    {
        AwardNominationStatus.Registered => [],
        AwardNominationStatus.DossierSubmitted => [AwardNominationAction.SubmitDossier],
        AwardNominationStatus.DossierIncomplete => [AwardNominationAction.SubmitDossier, AwardNominationAction.RequestSupplement],
        AwardNominationStatus.DossierAccepted => [AwardNominationAction.SubmitDossier, AwardNominationAction.Accept],
        AwardNominationStatus.Assessing => [AwardNominationAction.SubmitDossier, AwardNominationAction.Accept, AwardNominationAction.StartAssessment],
        AwardNominationStatus.NotForwarded => [AwardNominationAction.SubmitDossier, AwardNominationAction.Refuse],
        AwardNominationStatus.Forwarded => [.. PathTo(AwardNominationStatus.Assessing), AwardNominationAction.Forward],
        AwardNominationStatus.ResultRecorded => [.. PathTo(AwardNominationStatus.Forwarded), AwardNominationAction.RecordResult],
        _ => [AwardNominationAction.Withdraw],
    };
}
