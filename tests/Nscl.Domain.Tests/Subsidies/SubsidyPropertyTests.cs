using CsCheck;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;
using Nscl.Domain.Tests.Policies;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Subsidies;

/// <summary>What must hold for every dossier, whatever its figures.</summary>
public sealed class SubsidyPropertyTests
{
    private static readonly PolicyVersionSnapshot Kt2021 = PackData.Kt2021Policy();

    private static readonly Gen<string> Item = Gen.OneOf("P100-IP", "P100-BARCODE", "P50-TRACE-GAP", "P50-DIGITAL", "P50-CERT");

    private static readonly Gen<long> Cost = Gen.OneOf(Gen.Long[0, 200_000_000], Gen.Long[0, Money.MaxValue / 100]);

    private static readonly Gen<SubsidyLineFacts> Line =
        Gen.Select(Item, Gen.Int[1, 50], Cost, Gen.Int[0, 100])
            .Select(static (item, unit, cost, otherPercent) => Facts.Line(item, $"unit-{unit}", cost, (long)((Int128)cost * otherPercent / 100)));

    private static readonly Gen<SubsidyLineFacts[]> Lines =
        Line.Array[1, 6].Select(static lines => lines.DistinctBy(static line => (line.ItemCode, line.UnitKey)).ToArray());

    private static readonly Gen<HeldUnitFacts[]> Held =
        Gen.Select(Item, Gen.Int[1, 50], Gen.Long[0, 60_000_000])
            .Select(static (item, unit, amount) => new HeldUnitFacts(item, $"unit-{unit}", new Money(amount)))
            .Array[0, 10];

    private static readonly Gen<PolicyVersionSnapshot> Policy =
        Gen.Select(Gen.Enum<Rounding>(), Gen.OneOf(1L, 1_000L, 1_000_000L), Gen.Long[0, 200_000_000], Gen.Bool)
            .Select(static (rounding, unit, ceiling, ceilings) => Kt2021.WithRules(rules => rules with
            {
                Rounding = rounding,
                RoundingUnit = unit,
                EnterpriseYearCap = ceilings ? new Money(ceiling) : null,
                ProgramCap = ceilings ? new Money(ceiling / 2) : null,
            }));

    [Fact]
    public void Every_amount_stays_within_its_cap_and_its_cost() =>
        Gen.Select(Policy, Lines, Held).Sample(static (policy, lines, held) =>
        {
            foreach (var line in SubsidyCalculator.Calculate(Facts.Of(lines).Holding(held), policy).Lines)
            {
                line.Amount!.Value.ShouldBeGreaterThanOrEqualTo(Money.Zero);
                line.Amount.Value.ShouldBeLessThanOrEqualTo(policy.Find(line.ItemCode)!.Cap!.Value);
                line.Amount.Value.ShouldBeLessThanOrEqualTo(line.EligibleCost - line.OtherPublicSupport);
            }
        });

    [Fact]
    public void What_is_held_and_what_is_given_stay_within_the_cap_together() =>
        Gen.Select(Policy, Lines, Held).Sample(static (policy, lines, held) =>
        {
            foreach (var line in SubsidyCalculator.Calculate(Facts.Of(lines).Holding(held), policy).Lines)
            {
                var before = Money.Sum(held.Where(unit => unit.ItemCode == line.ItemCode && unit.UnitKey == line.UnitKey).Select(static unit => unit.Amount));
                var cap = policy.Find(line.ItemCode)!.Cap!.Value;
                (before + line.Amount!.Value).ShouldBeLessThanOrEqualTo(Money.Max(cap, before));
            }
        });

    [Fact]
    public void Cost_is_what_the_program_others_and_the_enterprise_pay() =>
        Gen.Select(Policy, Lines, Held).Sample(static (policy, lines, held) =>
        {
            var result = SubsidyCalculator.Calculate(Facts.Of(lines).Holding(held), policy);
            foreach (var line in result.Lines)
            {
                (line.Amount!.Value + line.OtherPublicSupport + line.Counterpart!.Value).ShouldBe(line.EligibleCost);
            }

            result.Total.ShouldBe(Money.Sum(result.Lines.Select(static line => line.Amount!.Value)));
            result.CounterpartTotal.ShouldBe(Money.Sum(result.Lines.Select(static line => line.Counterpart!.Value)));
        });

    [Fact]
    public void A_higher_cost_never_gives_less() =>
        Gen.Select(Policy, Item, Cost, Gen.Long[0, 1_000_000]).Sample(static (policy, item, cost, more) =>
        {
            var lower = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(item, "unit", cost)), policy).Total!.Value;
            var higher = SubsidyCalculator.Calculate(Facts.Of(Facts.Line(item, "unit", cost + more)), policy).Total!.Value;
            higher.ShouldBeGreaterThanOrEqualTo(lower);
        });

    [Fact]
    public void The_order_of_lines_moves_no_money() =>
        Gen.Select(Policy, Lines, Held).SelectMany(static dossier => Gen.Shuffle(dossier.Item2), static (dossier, shuffled) => (dossier, shuffled)).Sample(static sample =>
        {
            var ((policy, lines, held), shuffled) = sample;
            var one = SubsidyCalculator.Calculate(Facts.Of(lines).Holding(held), policy);
            var other = SubsidyCalculator.Calculate(Facts.Of(shuffled).Holding([.. held.Reverse()]), policy);

            other.Hash.ShouldBe(one.Hash);
            other.Lines.ToDictionary(static line => (line.ItemCode, line.UnitKey), static line => line.Amount)
                .ShouldBe(one.Lines.ToDictionary(static line => (line.ItemCode, line.UnitKey), static line => line.Amount), ignoreOrder: true);
        });

    [Fact]
    public void Caps_never_pool() =>
        Lines.Sample(static lines =>
        {
            var together = SubsidyCalculator.Calculate(Facts.Of(lines), Kt2021).Lines.Select(static line => line.Amount);
            var apart = lines.Select(static line => SubsidyCalculator.Calculate(Facts.Of(line), Kt2021).Total);
            together.ShouldBe(apart);
        });

    [Fact]
    public void Each_step_starts_where_the_one_before_it_ended() =>
        Gen.Select(Policy, Lines, Held).Sample(static (policy, lines, held) =>
        {
            foreach (var line in SubsidyCalculator.Calculate(Facts.Of(lines).Holding(held), policy).Lines)
            {
                line.Steps.Skip(1).Select(static step => (Money?)step.Input).ShouldBe(line.Steps.SkipLast(1).Select(static step => step.Output));
                line.Steps[^1].Output.ShouldBe(line.Amount);
            }
        });
}
