using System.Globalization;
using Nscl.Domain.Awards;
using Nscl.Domain.Enterprises;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Awards.AwardBuilder;

namespace Nscl.Domain.Tests.Awards;

/// <summary>Every condition with every reason (domain-reference §2.4); registered on 3 October 2022.</summary>
public sealed class AwardEligibilityTests
{
    private static readonly AwardEligibilityTerms Terms = new(2022, 36, ReentryYears: 3);

    public static TheoryData<string, AwardEligibilityFacts, AwardConfirmation?, AwardCondition, AwardConditionOutcome, AwardConditionReason> Cases() => new()
    {
        { "declared", Facts(), null, AwardCondition.LegalPerson, AwardConditionOutcome.Met, AwardConditionReason.LegalPersonDeclared },
        { "not declared", Facts(declarations: new AwardDeclarations()), null, AwardCondition.LegalPerson, AwardConditionOutcome.Unknown, AwardConditionReason.LegalPersonNotDeclared },
        { "declared to be none", Facts(declarations: new AwardDeclarations(false)), null, AwardCondition.LegalPerson, AwardConditionOutcome.NotMet, AwardConditionReason.NoLegalPerson },
        { "confirmed", Facts(declarations: new AwardDeclarations()), Confirmed(AwardCondition.LegalPerson), AwardCondition.LegalPerson, AwardConditionOutcome.Met, AwardConditionReason.LegalPersonConfirmed },
        { "refuted", Facts(), Confirmed(AwardCondition.LegalPerson, false), AwardCondition.LegalPerson, AwardConditionOutcome.NotMet, AwardConditionReason.NoLegalPerson },
        { "cooperative", Facts(OrganizationType.Cooperative, declarations: new AwardDeclarations()), null, AwardCondition.LegalPerson, AwardConditionOutcome.Met, AwardConditionReason.LegalFormIsLegalPerson },
        { "household", Facts(OrganizationType.BusinessHousehold), Confirmed(AwardCondition.LegalPerson), AwardCondition.LegalPerson, AwardConditionOutcome.NotMet, AwardConditionReason.HouseholdIsNoLegalPerson },
        { "36 months to the day", Facts(establishedOn: "2019-10-03"), null, AwardCondition.Operation, AwardConditionOutcome.Met, AwardConditionReason.OperatesLongEnough },
        { "a day short", Facts(establishedOn: "2019-10-04"), null, AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperatesTooShort },
        { "a day short, whatever an officer says", Facts(establishedOn: "2019-10-04"), Confirmed(AwardCondition.Operation), AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperatesTooShort },
        { "date unknown", Facts(establishedOn: null), Confirmed(AwardCondition.Operation), AwardCondition.Operation, AwardConditionOutcome.Unknown, AwardConditionReason.EstablishmentUnknown },
        { "continuity not declared", Facts(declarations: new AwardDeclarations(true)), null, AwardCondition.Operation, AwardConditionOutcome.Unknown, AwardConditionReason.ContinuityNotDeclared },
        { "interrupted", Facts(declarations: new AwardDeclarations(true, false)), null, AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperationInterrupted },
        { "interruption found", Facts(), Confirmed(AwardCondition.Operation, false), AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperationInterrupted },
        { "none declared, nobody looked", Facts(), null, AwardCondition.NoViolation, AwardConditionOutcome.Unknown, AwardConditionReason.ViolationNotChecked },
        { "none found", Facts(), Confirmed(AwardCondition.NoViolation), AwardCondition.NoViolation, AwardConditionOutcome.Met, AwardConditionReason.NoViolationConfirmed },
        { "one found", Facts(), Confirmed(AwardCondition.NoViolation, false), AwardCondition.NoViolation, AwardConditionOutcome.NotMet, AwardConditionReason.ViolationFound },
        { "one declared", Facts(declarations: new AwardDeclarations(true, true, true)), Confirmed(AwardCondition.NoViolation), AwardCondition.NoViolation, AwardConditionOutcome.NotMet, AwardConditionReason.ViolationFound },
        { "never won", Facts(), null, AwardCondition.Reentry, AwardConditionOutcome.Met, AwardConditionReason.NoEarlierGold },
        { "gold two rounds ago", Facts(lastGoldYear: 2020), null, AwardCondition.Reentry, AwardConditionOutcome.NotMet, AwardConditionReason.WaitsAfterGold },
        { "gold three rounds ago", Facts(lastGoldYear: 2019), null, AwardCondition.Reentry, AwardConditionOutcome.Met, AwardConditionReason.WaitedLongEnough },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Examine_when_facts_are_so_says_why(string what, AwardEligibilityFacts facts, AwardConfirmation? confirmation, AwardCondition condition, AwardConditionOutcome outcome, AwardConditionReason reason)
    {
        var check = AwardEligibility.Examine(Terms, facts, confirmation is null ? [] : [confirmation]).Single(check => check.Condition == condition);

        (check.Outcome, check.Reason).ShouldBe((outcome, reason), what);
    }

    [Fact]
    public void Examine_when_guides_say_two_years_lets_gold_of_2020_return()
    {
        var check = AwardEligibility.Examine(Terms with { ReentryYears = 2 }, Facts(lastGoldYear: 2020), [])[^1];

        (check.Condition, check.Outcome).ShouldBe((AwardCondition.Reentry, AwardConditionOutcome.Met));
        check.Args["firstYearAgain"].ShouldBe(2022);
    }

    [Fact]
    public void Examine_when_it_explains_gives_every_figure_of_the_explanation()
    {
        var terms = Terms with { ProductMarketMonths = 12 };
        var known = Facts(establishedOn: "2019-10-04", declarations: new AwardDeclarations(true, true, false, new DateOnly(2022, 6, 1)), lastGoldYear: 2020);
        var checks = AwardEligibility.Examine(terms, known, []).ToDictionary(static check => check.Condition, static check => check.Args);

        checks[AwardCondition.Operation].ShouldBe(
            new Dictionary<string, object?> { ["establishedOn"] = new DateOnly(2019, 10, 4), ["asOf"] = new DateOnly(2022, 10, 3), ["months"] = 35, ["requiredMonths"] = 36 }, ignoreOrder: true);
        checks[AwardCondition.ProductOnMarket].ShouldBe(
            new Dictionary<string, object?> { ["marketedSince"] = new DateOnly(2022, 6, 1), ["asOf"] = new DateOnly(2022, 10, 3), ["months"] = 4, ["requiredMonths"] = 12 }, ignoreOrder: true);
        checks[AwardCondition.Reentry].ShouldBe(
            new Dictionary<string, object?> { ["goldYear"] = 2020, ["years"] = 3, ["firstYearAgain"] = 2023, ["year"] = 2022 }, ignoreOrder: true);

        var unknown = AwardEligibility.Examine(terms, Facts(establishedOn: null, declarations: new AwardDeclarations()), []).ToDictionary(static check => check.Condition, static check => check.Args);
        unknown[AwardCondition.Operation].ShouldBe(new Dictionary<string, object?> { ["requiredMonths"] = 36 });
        unknown[AwardCondition.ProductOnMarket].ShouldBe(new Dictionary<string, object?> { ["requiredMonths"] = 12 });
    }

    [Theory]
    [InlineData(null, AwardConditionOutcome.Unknown, AwardConditionReason.MarketDateUnknown)]
    [InlineData("2021-10-03", AwardConditionOutcome.Met, AwardConditionReason.OnMarketLongEnough)]
    [InlineData("2021-10-04", AwardConditionOutcome.NotMet, AwardConditionReason.OnMarketTooShort)]
    public void Examine_when_the_market_is_asked_for_counts_twelve_months(string? since, AwardConditionOutcome outcome, AwardConditionReason reason)
    {
        var marketed = since is null ? (DateOnly?)null : DateOnly.Parse(since, CultureInfo.InvariantCulture);
        var check = AwardEligibility.Examine(Terms with { ProductMarketMonths = 12 }, Facts(declarations: new AwardDeclarations(true, true, false, marketed)), [])
            .Single(static check => check.Condition == AwardCondition.ProductOnMarket);

        (check.Outcome, check.Reason).ShouldBe((outcome, reason));
    }

    [Fact]
    public void Examine_when_the_market_is_not_asked_for_is_silent_about_it() =>
        AwardEligibility.Examine(Terms, Facts(), []).ShouldNotContain(static check => check.Condition == AwardCondition.ProductOnMarket);

    [Fact]
    public void Examine_when_an_officer_looked_twice_goes_by_the_last() =>
        AwardEligibility.Examine(Terms, Facts(), [Confirmed(AwardCondition.NoViolation, false), Confirmed(AwardCondition.NoViolation)])
            .Single(static check => check.Condition == AwardCondition.NoViolation).Outcome.ShouldBe(AwardConditionOutcome.Met);
}
