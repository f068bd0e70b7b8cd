using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;

namespace Nscl.Domain.Tests.Subsidies;

/// <summary>Fact snapshots of KT2021 in autumn 2022, and small changes to policies.</summary>
internal static class Facts
{
    public static readonly DateOnly Today = new(2022, 10, 3);

    public static readonly Guid EnterpriseId = new("0192f5a0-0000-7000-8000-00000000000e");

    public static readonly EligibilityFacts SmeOnly = new(SmeOnly: true, "KT2021", "III.1", "Small and medium enterprises of the province.");

    public static SubsidyFacts Of(params IReadOnlyList<SubsidyLineFacts> lines) => new(
        "KT2021",
        Today,
        SmeOnly,
        lines,
        HeldFacts.Nothing,
        EnterpriseFacts.Of(EnterpriseId, SizeClass.Small));

    public static SubsidyLineFacts Line(string itemCode, string unitKey, long eligibleCost, long otherPublicSupport = 0) =>
        new(itemCode, unitKey, new Money(eligibleCost), new Money(otherPublicSupport), Sources: []);

    public static SubsidyFacts Holding(this SubsidyFacts facts, params IReadOnlyList<HeldUnitFacts> units) =>
        facts with { Held = facts.Held with { Units = units } };

    public static PolicyVersionSnapshot With(
        this PolicyVersionSnapshot policy,
        string itemCode,
        Func<PolicyItemSnapshot, PolicyItemSnapshot> change) =>
        policy with { Items = [.. policy.Items.Select(item => item.Code == itemCode ? change(item) : item)] };

    public static PolicyVersionSnapshot WithRules(
        this PolicyVersionSnapshot policy,
        Func<CalculationRulesSnapshot, CalculationRulesSnapshot> change) => policy with { Rules = change(policy.Rules) };
}
