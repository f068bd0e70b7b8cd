using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;
using static Nscl.Domain.Tests.Refusal;

namespace Nscl.Domain.Tests.Subsidies;

public sealed class SubsidyCalculatorTests
{
    private const string Cert = "P50-CERT";

    private static readonly PolicyVersionSnapshot Kt2021 = PackData.Kt2021Policy();

    [Fact]
    public void Calculate_when_nothing_is_asked_refuses() =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(), Kt2021)).ShouldBe("subsidy.noLines");

    [Fact]
    public void Calculate_when_the_item_is_unknown_refuses_and_names_the_line()
    {
        var refusal = Should.Throw<RuleViolationException>(() => SubsidyCalculator.Calculate(
            Facts.Of(Facts.Line(Cert, "ISO_9001", 1), Facts.Line("P50-NONE", "ISO_9001", 1)),
            Kt2021));

        refusal.Code.ShouldBe("subsidy.unknownItem");
        refusal.Args["pointer"].ShouldBe("/lines/1/itemCode");
        refusal.Args["itemCode"].ShouldBe("P50-NONE");
    }

    [Fact]
    public void Calculate_when_a_unit_stands_twice_under_one_item_refuses() =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 1), Facts.Line(Cert, "ISO_9001", 2)), Kt2021))
            .ShouldBe("subsidy.duplicateUnit");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Calculate_when_a_unit_has_no_name_refuses(string unitKey) =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, unitKey, 1)), Kt2021)).ShouldBe("subsidy.unitMissing");

    [Theory]
    [InlineData(-1, 0, "subsidy.negativeAmount")]
    [InlineData(1, -1, "subsidy.negativeAmount")]
    [InlineData(1, 2, "subsidy.otherSupportAboveCost")]
    public void Calculate_when_amounts_make_no_sense_refuses(long eligibleCost, long otherPublicSupport, string code) =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", eligibleCost, otherPublicSupport)), Kt2021)).ShouldBe(code);

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Calculate_when_the_council_counts_anything_but_one_or_none_refuses(int count) =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 1) with { UnitCountConfirmed = count }), Kt2021))
            .ShouldBe("subsidy.unitCountOutOfRange");

    [Theory]
    [InlineData("2020-12-31")]
    [InlineData("2026-01-01")]
    public void Calculate_when_no_version_is_in_force_refuses(string asOf) =>
        CodeOf(() => SubsidyCalculator.Calculate(
                Facts.Of(Facts.Line(Cert, "ISO_9001", 1)) with { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) },
                Kt2021))
            .ShouldBe("subsidy.noPolicyInForce");

    [Theory]
    [InlineData("2021-01-01")]
    [InlineData("2025-12-31")]
    public void Calculate_when_it_is_the_first_or_last_day_of_the_version_calculates(string asOf) =>
        SubsidyCalculator.Calculate(
                Facts.Of(Facts.Line(Cert, "ISO_9001", 2)) with { AsOf = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture) },
                Kt2021)
            .Total.ShouldBe(new Money(1));

    [Fact]
    public void Calculate_when_the_policy_is_another_programs_refuses() =>
        CodeOf(() => SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 1)) with { ProgramCode = "TN2019" }, Kt2021))
            .ShouldBe("subsidy.policyOfAnotherProgram");

    [Theory]
    [SourceFact("S3.26")]
    [InlineData(SizeClass.Micro, SubsidyOutcome.Granted, null)]
    [InlineData(SizeClass.Small, SubsidyOutcome.Granted, null)]
    [InlineData(SizeClass.Medium, SubsidyOutcome.Granted, null)]
    [InlineData(SizeClass.NotSme, SubsidyOutcome.Ineligible, "notSme")]
    [InlineData(SizeClass.NotApplicable, SubsidyOutcome.Ineligible, "notAnEnterprise")]
    [InlineData(null, SubsidyOutcome.NotStated, "sizeClass")]
    public void Calculate_when_the_program_admits_only_smes_goes_by_the_size_class(SizeClass? sizeClass, SubsidyOutcome outcome, string? reason)
    {
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000)) with { Enterprise = EnterpriseFacts.Of(Facts.EnterpriseId, sizeClass) };

        var line = SubsidyCalculator.Calculate(facts, Kt2021).Lines.ShouldHaveSingleItem();

        line.Outcome.ShouldBe(outcome);
        line.Reason.ShouldBe(reason);
        line.Amount?.Dong.ShouldBe(outcome == SubsidyOutcome.Granted ? 40_000_000 : 0);
        line.Steps[0].Rule.ShouldBe(SubsidyStepRule.Eligibility);
        line.Steps[0].LegalBasis.Clause.ShouldBe("III.1");
    }

    [Fact]
    [SourceFact("S2.4")]
    public void Calculate_when_the_program_admits_others_too_does_not_ask_for_the_size()
    {
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000)) with
        {
            Eligibility = Facts.SmeOnly with { SmeOnly = false },
            Enterprise = EnterpriseFacts.Of(Facts.EnterpriseId, SizeClass.NotSme),
        };

        SubsidyCalculator.Calculate(facts, Kt2021).Lines[0].Outcome.ShouldBe(SubsidyOutcome.Granted);
    }

    [Fact]
    public void Calculate_when_there_is_no_applicant_estimates_and_says_that_eligibility_was_not_assessed()
    {
        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000)) with { Enterprise = null }, Kt2021).Lines[0];

        line.Amount.ShouldBe(new Money(40_000_000));
        line.Steps[0].Explanation.Code.ShouldBe("subsidies.eligibility.notAssessed");
    }

    [Fact]
    [SourceFact("S3.40")]
    public void Calculate_when_the_state_runs_the_activity_gives_its_whole_cost_only_without_an_applicant()
    {
        var facts = Facts.Of(Facts.Line("P100-COMM", "conference", 50_000_000));

        SubsidyCalculator.Calculate(facts with { Enterprise = null }, Kt2021).Lines[0].Amount.ShouldBe(new Money(50_000_000));
        SubsidyCalculator.Calculate(facts, Kt2021).Lines[0].Reason.ShouldBe("stateRunActivity");
    }

    [Fact]
    public void Calculate_when_the_rate_is_not_stated_says_so_and_gives_no_total()
    {
        var policy = Kt2021.With(Cert, static item => item with { Rate = null, NotStated = ["rate"] });

        var result = SubsidyCalculator.Calculate(
            Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000), Facts.Line("P100-IP", "mark", 8_000_000)),
            policy);

        result.Lines[0].Outcome.ShouldBe(SubsidyOutcome.NotStated);
        result.Lines[0].Reason.ShouldBe("rate");
        result.Lines[0].Amount.ShouldBeNull();
        result.Lines[0].Counterpart.ShouldBeNull();
        result.Lines[0].Steps[^1].Output.ShouldBeNull();
        result.Lines[1].Amount.ShouldBe(new Money(8_000_000));
        result.Total.ShouldBeNull();
        result.CounterpartTotal.ShouldBeNull();
    }

    [Fact]
    public void Calculate_when_the_cap_is_not_stated_does_not_take_it_for_none()
    {
        var unknown = Kt2021.With(Cert, static item => item with { Cap = null, NotStated = ["cap"] });
        var none = Kt2021.With(Cert, static item => item with { Cap = null });
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 120_000_000));

        SubsidyCalculator.Calculate(facts, unknown).Lines[0].Reason.ShouldBe("cap");
        SubsidyCalculator.Calculate(facts, none).Lines[0].Amount.ShouldBe(new Money(60_000_000));
    }

    [Fact]
    public void Calculate_when_the_item_gives_a_fixed_amount_gives_it_whatever_the_cost()
    {
        var policy = Kt2021.With(Cert, static item => item with { Calculation = AmountBasis.FixedAmount, Rate = null, Cap = null, FixedAmount = new Money(30_000_000) });

        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "award", 0)), policy).Lines[0];

        line.Amount.ShouldBe(new Money(30_000_000));
        line.Counterpart.ShouldBe(Money.Zero);
        line.Outcome.ShouldBe(SubsidyOutcome.Granted);
    }

    [Theory]
    [SourceFact("S2.17")]
    [InlineData("gold", SubsidyOutcome.Granted, null, 50_000_000L)]
    [InlineData("silver", SubsidyOutcome.NotStated, "fixedAmount", null)]
    [InlineData("bronze", SubsidyOutcome.Ineligible, "levelNotInPolicy", 0L)]
    [InlineData(null, SubsidyOutcome.NotStated, "level", null)]
    public void Calculate_when_the_amount_is_set_by_level_goes_by_the_level(string? level, SubsidyOutcome outcome, string? reason, long? amount)
    {
        var policy = Kt2021.With(Cert, static item => item with
        {
            Calculation = AmountBasis.FixedAmount,
            Rate = null,
            Cap = null,
            FixedAmounts = [new LevelAmount("gold", 1, new Money(50_000_000)), new LevelAmount("silver", 2)],
        });

        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "award", 0) with { Level = level }), policy).Lines[0];

        line.Outcome.ShouldBe(outcome);
        line.Reason.ShouldBe(reason);
        line.Amount?.Dong.ShouldBe(amount!.Value);
        (line.Amount is null).ShouldBe(amount is null);
    }

    [Theory]
    [SourceFact("S2.16")]
    [InlineData(true, SubsidyOutcome.Granted, null)]
    [InlineData(false, SubsidyOutcome.Ineligible, "preconditionNotMet")]
    [InlineData(null, SubsidyOutcome.NotStated, "precondition")]
    public void Calculate_when_the_item_has_a_precondition_needs_an_answer(bool? holds, SubsidyOutcome outcome, string? reason)
    {
        var policy = Kt2021.With(Cert, static item => item with { Preconditions = ["noNationalStandard"] });
        IReadOnlyList<PreconditionFacts> answers = holds is { } answer ? [new PreconditionFacts("noNationalStandard", answer)] : [];

        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "product", 2) with { Preconditions = answers }), policy).Lines[0];

        line.Outcome.ShouldBe(outcome);
        line.Reason.ShouldBe(reason);
    }

    [Fact]
    public void Calculate_when_the_council_does_not_confirm_the_unit_gives_nothing()
    {
        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000) with { UnitCountConfirmed = 0 }), Kt2021).Lines[0];

        (line.Outcome, line.Reason, line.Amount).ShouldBe((SubsidyOutcome.Ineligible, "unitNotConfirmed", Money.Zero));
    }

    [Fact]
    public void Calculate_when_the_council_proposed_less_goes_by_its_figure_and_shows_both()
    {
        var asked = Facts.Line(Cert, "ISO_9001", 60_000_000) with { RequestedCost = new Money(80_000_000), UnitCountConfirmed = 1 };

        var line = SubsidyCalculator.Calculate(Facts.Of(asked), Kt2021).Lines[0];

        line.Amount.ShouldBe(new Money(30_000_000));
        var cost = line.Steps.Single(static step => step.Rule == SubsidyStepRule.EligibleCost);
        (cost.Input, cost.Output).ShouldBe((new Money(80_000_000), new Money(60_000_000)));
        cost.Explanation.Code.ShouldBe("subsidies.eligibleCost.proposedByCouncil");
    }

    [Fact]
    public void Calculate_when_the_council_proposed_less_than_others_already_pay_gives_nothing()
    {
        var asked = Facts.Line(Cert, "ISO_9001", 10_000_000, 20_000_000) with { RequestedCost = new Money(80_000_000) };

        var line = SubsidyCalculator.Calculate(Facts.Of(asked), Kt2021).Lines[0];

        (line.Outcome, line.Reason, line.Counterpart).ShouldBe((SubsidyOutcome.Zero, "coveredByOtherPublicSupport", Money.Zero));
    }

    [Fact]
    public void Calculate_when_the_item_is_once_and_the_unit_is_held_refuses_the_unit_and_no_other()
    {
        var policy = Kt2021.With(Cert, static item => item with { Repeat = Repeat.Once });
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000), Facts.Line(Cert, "ISO_14001", 80_000_000))
            .Holding(new HeldUnitFacts(Cert, "ISO_9001", new Money(1)));

        var result = SubsidyCalculator.Calculate(facts, policy);

        (result.Lines[0].Outcome, result.Lines[0].Reason, result.Lines[0].Amount)
            .ShouldBe((SubsidyOutcome.Ineligible, "unitAlreadyFunded", Money.Zero));
        result.Lines[1].Outcome.ShouldBe(SubsidyOutcome.Granted);
        result.Total.ShouldBe(new Money(40_000_000));
    }

    [Theory]
    [InlineData("2022-10-02", SubsidyOutcome.Granted, null)]
    [InlineData("2022-10-03", SubsidyOutcome.Ineligible, "unitAlreadyFunded")]
    [InlineData(null, SubsidyOutcome.NotStated, "certificateExpiry")]
    public void Calculate_when_the_item_is_per_certificate_cycle_goes_by_the_running_certificate(string? until, SubsidyOutcome outcome, string? reason)
    {
        var policy = Kt2021.With(Cert, static item => item with { Repeat = Repeat.PerCertificateCycle });
        DateOnly? cycle = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000)).Holding(new HeldUnitFacts(Cert, "ISO_9001", new Money(45_000_000), cycle));

        var line = SubsidyCalculator.Calculate(facts, policy).Lines[0];

        (line.Outcome, line.Reason).ShouldBe((outcome, reason));
    }

    [Theory]
    [InlineData(Rounding.Floor, 1, 45_000_001, 22_500_000)]
    [InlineData(Rounding.HalfUp, 1, 45_000_001, 22_500_001)]
    [InlineData(Rounding.Ceiling, 1, 45_000_001, 22_500_001)]
    [InlineData(Rounding.Floor, 1000, 45_001_998, 22_500_000)]
    [InlineData(Rounding.HalfUp, 1000, 45_000_998, 22_500_000)]
    [InlineData(Rounding.HalfUp, 1000, 45_001_000, 22_501_000)]
    [InlineData(Rounding.Ceiling, 1000, 45_000_002, 22_501_000)]
    [InlineData(Rounding.Floor, 1000, 45_000_000, 22_500_000)]
    public void Calculate_when_the_share_is_uneven_rounds_as_the_version_says(Rounding rounding, long unit, long cost, long amount)
    {
        var policy = Kt2021.WithRules(rules => rules with { Rounding = rounding, RoundingUnit = unit });

        SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", cost)), policy).Total.ShouldBe(new Money(amount));
    }

    [Fact]
    public void Calculate_when_rounding_up_would_pass_the_cost_stops_at_the_cost()
    {
        var policy = Kt2021.WithRules(static rules => rules with { Rounding = Rounding.Ceiling, RoundingUnit = 1000 });

        var line = SubsidyCalculator.Calculate(Facts.Of(Facts.Line("P100-IP", "mark", 1_500)), policy).Lines[0];

        (line.Amount, line.Counterpart).ShouldBe((new Money(1_500), Money.Zero));
    }

    [Fact]
    public void Calculate_when_the_rate_leaves_part_of_a_dong_shows_it()
    {
        var steps = SubsidyCalculator.Calculate(Facts.Of(Facts.Line("P50-TRACE-GAP", "TRACEABILITY", 45_000_001)), Kt2021).Lines[0].Steps;

        steps.Single(static step => step.Rule == SubsidyStepRule.Rate).Explanation.Args["tenThousandths"].Number.ShouldBe(5_000);
        var rounding = steps.Single(static step => step.Rule == SubsidyStepRule.Rounding);
        rounding.Explanation.Code.ShouldBe("subsidies.rounding.applied");
        rounding.Explanation.Args["mode"].Text.ShouldBe("floor");
        rounding.IsDefault.ShouldBeTrue();
    }

    [Fact]
    public void Calculate_when_the_version_takes_other_support_off_the_amount_gives_no_more_than_the_cost_left()
    {
        var policy = Kt2021.WithRules(static rules => rules with
        {
            StepOrder =
            [
                SubsidyStep.EligibleCost, SubsidyStep.Rate, SubsidyStep.Rounding, SubsidyStep.OtherPublicSupport, SubsidyStep.ItemCap,
                SubsidyStep.Cumulative, SubsidyStep.EnterpriseYear, SubsidyStep.Program, SubsidyStep.Budget,
            ],
        });

        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000, 50_000_000), Facts.Line(Cert, "ISO_14001", 80_000_000, 30_000_000));
        var lines = SubsidyCalculator.Calculate(facts, policy).Lines;

        (lines[0].Amount, lines[0].Counterpart).ShouldBe((new Money(30_000_000), Money.Zero));
        (lines[1].Amount, lines[1].Counterpart).ShouldBe((new Money(40_000_000), new Money(10_000_000)));
    }

    [Theory]
    [InlineData(0, 90_000_000, 45_000_000, 45_000_000)]
    [InlineData(0, 89_999_999, 45_000_000, 44_999_999)]
    [InlineData(60_000_000, 90_000_000, 30_000_000, 0)]
    public void Calculate_when_lines_share_a_ceiling_draws_it_down_in_the_order_of_item_and_unit(long held, long ceiling, long first, long second)
    {
        var facts = Facts.Of(Facts.Line(Cert, "B", 120_000_000), Facts.Line(Cert, "A", 120_000_000));
        var yearly = SubsidyCalculator.Calculate(
            facts with { Held = facts.Held with { EnterpriseYear = new Money(held) } },
            Kt2021.WithRules(rules => rules with { EnterpriseYearCap = new Money(ceiling) }));
        var wholeProgram = SubsidyCalculator.Calculate(
            facts with { Held = facts.Held with { Program = new Money(held) } },
            Kt2021.WithRules(rules => rules with { ProgramCap = new Money(ceiling) }));

        (yearly.Lines[1].Amount, yearly.Lines[0].Amount).ShouldBe((new Money(first), new Money(second)));
        (wholeProgram.Lines[1].Amount, wholeProgram.Lines[0].Amount).ShouldBe((new Money(first), new Money(second)));
        yearly.Lines[0].Outcome.ShouldBe(second < 45_000_000 ? SubsidyOutcome.CappedByEnterprise : SubsidyOutcome.CappedByItem);
        wholeProgram.Lines[0].Outcome.ShouldBe(second < 45_000_000 ? SubsidyOutcome.CappedByProgram : SubsidyOutcome.CappedByItem);
    }

    [Theory]
    [InlineData(40_000_000, SubsidyOutcome.Granted, 40_000_000)]
    [InlineData(39_999_999, SubsidyOutcome.DeferredForBudget, 0)]
    public void Calculate_when_the_budget_does_not_hold_the_amount_defers_it_whole(long available, SubsidyOutcome outcome, long amount)
    {
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 80_000_000)) with { BudgetAvailable = new Money(available) };

        var line = SubsidyCalculator.Calculate(facts, Kt2021).Lines[0];

        (line.Outcome, line.Amount).ShouldBe((outcome, new Money(amount)));
    }

    [Fact]
    public void Calculate_when_the_lines_are_typed_in_another_order_answers_in_that_order_with_the_same_hash()
    {
        var (a, b) = (Facts.Line(Cert, "ISO_9001", 99_000_000), Facts.Line("P100-IP", "mark", 8_000_000));

        var one = SubsidyCalculator.Calculate(Facts.Of(a, b), Kt2021);
        var other = SubsidyCalculator.Calculate(Facts.Of(b, a), Kt2021);

        one.Lines.Select(static line => line.ItemCode).ShouldBe([Cert, "P100-IP"]);
        other.Lines.Select(static line => line.ItemCode).ShouldBe(["P100-IP", Cert]);
        other.Hash.ShouldBe(one.Hash);
        one.Hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void Calculate_when_a_fact_or_the_policy_differs_hashes_differently()
    {
        var facts = Facts.Of(Facts.Line(Cert, "ISO_9001", 99_000_000));
        var hash = SubsidyCalculator.Calculate(facts, Kt2021).Hash;

        SubsidyCalculator.Calculate(facts with { AsOf = Facts.Today.AddDays(1) }, Kt2021).Hash.ShouldNotBe(hash);
        SubsidyCalculator.Calculate(Facts.Of(Facts.Line(Cert, "ISO_9001", 99_000_001)), Kt2021).Hash.ShouldNotBe(hash);
        SubsidyCalculator.Calculate(facts, Kt2021.With("P100-IP", static item => item with { Cap = new Money(9_000_000) })).Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void Explanations_when_listed_are_each_named_once()
    {
        SubsidyExplanations.All.ShouldBeUnique();
        SubsidyReasons.All.ShouldBeUnique();
        Constants(typeof(SubsidyExplanations)).ShouldBe(SubsidyExplanations.All, ignoreOrder: true);
        Constants(typeof(SubsidyReasons)).ShouldBe(SubsidyReasons.All, ignoreOrder: true);
    }

    private static IEnumerable<string> Constants(Type catalogue) =>
        catalogue.GetFields().Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);
}
