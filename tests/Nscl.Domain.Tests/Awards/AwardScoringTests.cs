using Nscl.Domain.Awards;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

/// <summary>From sheets to points, and from points to what the national side may give.</summary>
public sealed class AwardScoringTests
{
    [Theory]
    [InlineData("599", 599)]
    [InlineData("599,600", 600)]
    [InlineData("599,599,600", 599)]
    [InlineData("599,600,600", 600)]
    [InlineData("0", 0)]
    [InlineData("1000,1000", 1000)]
    public void Close_when_sheets_differ_takes_their_mean_half_up(string totals, int points) =>
        AwardScoring.Close(RegimeA, AwardStage.Site, [.. totals.Split(',').Select(static total => Scores(int.Parse(total, System.Globalization.CultureInfo.InvariantCulture)))], Officer).Points.ShouldBe(points);

    [Fact]
    public void Close_when_criteria_are_averaged_keeps_hundredths_and_marks_a_wide_spread()
    {
        var low = Scores(1000).Select(static score => score.Criterion == "leadership" ? score with { Points = 95 } : score.Criterion == "results" ? score with { Points = 300 } : score).ToList();

        var result = AwardScoring.Close(RegimeA, AwardStage.Dossier, [Scores(1000), Scores(1000), low], Officer);

        var leadership = result.Criteria.Single(static criterion => criterion.Criterion == "leadership");
        // (120 + 120 + 95) / 3 = 111,666…; the spread of 25 is more than a fifth of 120.
        (leadership.Average, leadership.Lowest, leadership.Highest, leadership.Spread, leadership.IsWide).ShouldBe((11_167, 95, 120, 25, true));
        result.Criteria.Single(static criterion => criterion.Criterion == "results").IsWide.ShouldBeTrue();
        result.Criteria.Single(static criterion => criterion.Criterion == "strategy").IsWide.ShouldBeFalse();
        (result.Sheets, result.Points).ShouldBe((3, 942), "(1000 + 1000 + 825) / 3 = 941,67");
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void Close_when_the_spread_is_a_fifth_of_the_points_lets_it_pass(int spread, bool isWide)
    {
        var lower = Scores(1000).Select(score => score.Criterion == "leadership" ? score with { Points = 120 - spread } : score).ToList();

        AwardScoring.Close(RegimeA, AwardStage.Dossier, [Scores(1000), lower], Officer).Criteria[0].IsWide.ShouldBe(isWide);
    }

    [Fact]
    public void Checked_when_a_sheet_is_not_sound_is_refused()
    {
        Refusal.CodeOf(() => AwardScoring.Checked(RegimeA, [.. Scores(1).Skip(1)])).ShouldBe("awardNomination.criteriaMissing");
        Refusal.CodeOf(() => AwardScoring.Checked(RegimeA, [.. Scores(1), new AwardCriterionScore("luck", 1)])).ShouldBe("awardNomination.criterionUnknown");
        Refusal.CodeOf(() => AwardScoring.Checked(RegimeA, [.. Scores(1), new AwardCriterionScore("results", 1)])).ShouldBe("awardNomination.criterionTwice");
        Refusal.PointerOf(() => AwardScoring.Checked(RegimeA, [new AwardCriterionScore("leadership", 121)])).ShouldBe("/scores/0/points");
        Refusal.CodeOf(() => AwardScoring.Close(RegimeA, AwardStage.Dossier, [], Officer)).ShouldBe("awardNomination.noSheets");
    }

    [Fact]
    public void Score_when_a_stage_is_closed_or_not_its_turn_is_refused()
    {
        var driver = NominationDriver.In(AwardNominationStatus.Assessing);
        Refusal.CodeOf(() => Score(AwardStage.Site)).ShouldBe("awardNomination.dossierStageOpen");
        Score(AwardStage.Dossier);
        driver.Close(AwardStage.Dossier);
        Refusal.CodeOf(() => Score(AwardStage.Dossier)).ShouldBe("awardNomination.stageClosed");
        Refusal.CodeOf(() => driver.Nomination.Forward(driver.Season, Guid.CreateVersion7(), 3, 0, 3, 2, Officer)).ShouldBe("awardNomination.stagesOpen");
        driver.Close(AwardStage.Site);
        Refusal.CodeOf(() => Score(AwardStage.Site)).ShouldBe("awardNomination.stageClosed");

        void Score(AwardStage stage) => AwardScoreSheet.Begin(driver.Nomination, stage, Officer).Score(driver.Nomination, driver.Season, Scores(700), null, Officer);
    }

    [Theory]
    [InlineData(599, 5, 0, "awardNomination.belowThreshold")]
    [InlineData(600, 2, 2, "awardNomination.noMajority")]
    [InlineData(600, 1, 2, "awardNomination.noMajority")]
    [InlineData(600, 3, 2, null)]
    public void Forward_when_points_and_votes_are_so(int points, int votesFor, int votesAgainst, string? code)
    {
        var driver = NominationDriver.In(AwardNominationStatus.Assessing);
        driver.CloseBoth(points);
        void Forward() => driver.Nomination.Forward(driver.Season, Guid.CreateVersion7(), votesFor, votesAgainst, 5, 4, Officer);

        if (code is null)
        {
            Forward();
            driver.Nomination.Conclusion!.Points.ShouldBe(points);
        }
        else
        {
            Refusal.CodeOf(Forward).ShouldBe(code);
        }
    }

    [Theory]
    [InlineData(799, AwardOutcome.Gold, true, "awardNomination.levelNotReached")]
    [InlineData(800, AwardOutcome.Gold, false, "awardNomination.bestOfTypeRequired")]
    [InlineData(800, AwardOutcome.Gold, true, null)]
    [InlineData(900, AwardOutcome.Silver, false, null)]
    [InlineData(600, AwardOutcome.Silver, false, null)]
    [InlineData(900, AwardOutcome.None, false, null)]
    [InlineData(900, AwardOutcome.AwardLegacy, false, "awardNomination.levelUnknown")]
    public void RecordResult_when_the_level_is_announced_must_be_possible(int points, AwardOutcome level, bool best, string? code)
    {
        var driver = NominationDriver.In(AwardNominationStatus.Assessing);
        driver.CloseBoth(points);
        driver.Nomination.Forward(driver.Season, Guid.CreateVersion7(), 5, 0, 5, 4, Officer);
        driver.Season.Forward(Tally(takingPart: 1, forwarded: 1), Officer);
        Refusal.CodeOf(Record).ShouldBe("awardNomination.consentMissing");
        Refusal.CodeOf(() => driver.Nomination.RecordConsent(driver.Season, new AwardOfficialDocument("1/UBND", Today.AddDays(1)), Officer)).ShouldBe("awardNomination.documentInFuture");
        driver.Do(AwardNominationAction.RecordConsent);

        if (code is not null)
        {
            Refusal.CodeOf(Record).ShouldBe(code);
            return;
        }

        Record();
        var win = AwardWin.Of(driver.Nomination, driver.Season);
        (win?.Level.ToString()).ShouldBe(level == AwardOutcome.None ? null : level.ToString());

        void Record() => driver.Nomination.RecordResult(driver.Season, level, new AwardOfficialDocument("15/QĐ-TTg", Today), best, null, Officer);
    }

    [Fact]
    public void Feedback_when_released_is_fixed()
    {
        var driver = NominationDriver.In(AwardNominationStatus.ResultRecorded);
        Refusal.CodeOf(() => driver.Nomination.ReleaseFeedback(driver.Season, Officer)).ShouldBe("awardNomination.feedbackMissing");
        Refusal.CodeOf(() => driver.Nomination.WriteFeedback(driver.Season, [new AwardFeedbackItem("luck")], Officer)).ShouldBe("awardNomination.criterionUnknown");
        driver.Do(AwardNominationAction.ReleaseFeedback);

        driver.Nomination.Feedback!.ReleasedOn.ShouldBe(Today);
        Refusal.CodeOf(() => driver.Do(AwardNominationAction.WriteFeedback)).ShouldBe("awardNomination.feedbackReleased");
    }
}
