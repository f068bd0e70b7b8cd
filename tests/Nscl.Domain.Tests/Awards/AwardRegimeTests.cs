using Nscl.Domain.Awards;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

/// <summary>The regimes as the reference data has them (domain-reference §2.4).</summary>
public sealed class AwardRegimeTests
{
    [Fact]
    public void Regime_when_of_rounds_up_to_2025_has_seven_criteria_that_add_up_to_a_thousand()
    {
        RegimeA.Criteria.Select(static criterion => criterion.MaxPoints).ShouldBe([120, 85, 85, 90, 85, 85, 450]);
        RegimeA.Criteria.Sum(static criterion => criterion.MaxPoints).ShouldBe(1000);
        RegimeA.MaxPoints.ShouldBe(1000);
        RegimeA.OpenPointsIn(2022).ShouldBeEmpty();
        RegimeA.DossierParts.Select(static part => part.Required).ShouldBe([true, true, true, true, true, true, true, false]);
    }

    [Fact]
    public void Regime_when_of_2026_leaves_points_and_thresholds_open()
    {
        RegimeB.Criteria.ShouldAllBe(static criterion => criterion.MaxPoints == null);
        RegimeB.Groups.Count.ShouldBe(2);
        RegimeB.Criteria.Count(static criterion => criterion.Group == "governance").ShouldBe(7);
        RegimeB.OpenPointsIn(2026).Count(static point => point.Kind == AwardOpenPointKind.CriterionPoints).ShouldBe(8);
        RegimeB.OpenPointsIn(2026).Where(static point => point.Kind == AwardOpenPointKind.Threshold).Select(static point => point.Code).ShouldBe(["gold", "silver"]);
        (RegimeB.OperationMonths, RegimeB.ProductMarketMonths).ShouldBe((36, 12));
        RegimeB.UnlimitedReentry.ShouldBe([AwardLevel.Silver]);
    }

    [Theory]
    [InlineData(2018, true, false)]
    [InlineData(2025, true, false)]
    [InlineData(2026, false, true)]
    public void HoldsIn_when_asked_for_a_round_picks_one_regime(int year, bool first, bool second) =>
        (RegimeA.HoldsIn(year), RegimeB.HoldsIn(year)).ShouldBe((first, second));

    [Theory]
    [InlineData(2022, 599, "")]
    [InlineData(2022, 600, "Silver")]
    [InlineData(2022, 799, "Silver")]
    [InlineData(2022, 800, "Gold Silver")]
    [InlineData(2022, 1000, "Gold Silver")]
    [InlineData(2018, 600, "AwardLegacy")]
    [InlineData(2018, 800, "Gold AwardLegacy")]
    [SourceFact("S2.17")]
    public void PossibleLevels_when_points_reach_a_threshold_names_the_levels_of_the_round(int year, int points, string levels) =>
        string.Join(' ', RegimeA.PossibleLevels(points, year)).ShouldBe(levels);

    [Theory]
    [InlineData(AwardActivity.Production, 300, AwardType.ProductionSme)]
    [InlineData(AwardActivity.Production, 301, AwardType.ProductionLarge)]
    [InlineData(AwardActivity.Service, 300, AwardType.ServiceSme)]
    [InlineData(AwardActivity.Service, 301, AwardType.ServiceLarge)]
    public void TypeOf_when_there_are_more_than_300_employees_is_large(AwardActivity activity, int employees, AwardType type) =>
        RegimeA.TypeOf(activity, employees).ShouldBe(type);

    [Fact]
    public void With_when_values_are_complete_and_sum_up_closes_the_open_points()
    {
        var filled = RegimeB.With(Values(125));

        filled.OpenPointsIn(2026).ShouldBeEmpty();
        filled.PossibleLevels(700, 2026).ShouldBe([AwardLevel.Silver]);
    }

    [Fact]
    public void With_when_a_part_is_entered_puts_each_value_in_its_place_and_takes_the_least_and_the_most()
    {
        var (first, second) = (RegimeB.Criteria[0].Code, RegimeB.Criteria[1].Code);

        var filled = RegimeB.With(new AwardRegimeValues("TT", [new AwardCriterionPoints(first, 1), new AwardCriterionPoints(second, RegimeB.MaxPoints)], [new AwardLevelPoints(AwardLevel.Silver, RegimeB.MaxPoints)]));

        filled.Criteria.Where(static criterion => criterion.MaxPoints is not null).Select(static criterion => (criterion.Code, criterion.MaxPoints)).ShouldBe([(first, 1), (second, RegimeB.MaxPoints)]);
        filled.LevelsIn(2026).Where(static level => level.MinPoints is not null).Select(static level => (level.Level, level.MinPoints)).ShouldBe([(AwardLevel.Silver, RegimeB.MaxPoints)]);
        Refusal.CodeOf(() => RegimeB.With(new AwardRegimeValues("TT", [new AwardCriterionPoints(first, 0)]))).ShouldBe("awardSeason.pointsOutOfRange");
    }

    [Fact]
    public void With_when_values_are_not_sound_refuses()
    {
        Refusal.CodeOf(() => RegimeB.With(Values(100))).ShouldBe("awardSeason.pointsDoNotSum");
        Refusal.CodeOf(() => RegimeB.With(new AwardRegimeValues("TT", [new AwardCriterionPoints("luck", 1)]))).ShouldBe("awardSeason.criterionUnknown");
        Refusal.CodeOf(() => RegimeB.With(new AwardRegimeValues("TT", [new AwardCriterionPoints("leadership", 1001)]))).ShouldBe("awardSeason.pointsOutOfRange");
        Refusal.CodeOf(() => RegimeA.With(new AwardRegimeValues("TT", [new AwardCriterionPoints("leadership", 100)]))).ShouldBe("awardSeason.pointStated");
        Refusal.CodeOf(() => RegimeA.With(new AwardRegimeValues("TT", Levels: [new AwardLevelPoints(AwardLevel.Gold, 700)]))).ShouldBe("awardSeason.pointStated");
    }

    private static AwardRegimeValues Values(int each) => new(
        "Văn bản thử nghiệm",
        [.. RegimeB.Criteria.Select(criterion => new AwardCriterionPoints(criterion.Code, each))],
        [new AwardLevelPoints(AwardLevel.Gold, 800), new AwardLevelPoints(AwardLevel.Silver, 600)]);
}
