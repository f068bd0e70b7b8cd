using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

/// <summary>
/// Works out what a version of a policy gives for a snapshot of facts. A pure function: no clock, no database, nothing but
/// its two arguments, and whole numbers all the way – so that the same inputs give the same đồng years later.
/// </summary>
public static class SubsidyCalculator
{
    /// <exception cref="RuleViolationException">A code of <see cref="SubsidyRules"/>: the question itself is wrong.</exception>
    public static SubsidyCalculationResult Calculate(SubsidyFacts facts, PolicyVersionSnapshot policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        Refuse(facts, policy);

        // Lines draw on what they share in the order of item and unit: the order in which they were typed never moves money.
        var ceilings = new SharedCeilings(facts, policy.Rules);
        var results = new Dictionary<SubsidyLineFacts, SubsidyLineResult>(ReferenceEqualityComparer.Instance);
        foreach (var line in SubsidyFacts.InOrder(facts.Lines))
        {
            var result = new LineCalculation(line, policy.Find(line.ItemCode)!, facts, policy, ceilings).Run();
            ceilings.Draw(result.Amount ?? Money.Zero);
            results.Add(line, result);
        }

        return Sum(facts, policy, [.. facts.Lines.Select(line => results[line])]);
    }

    /// <summary>What is hashed: the inputs and every step, in the form and order that do not depend on who typed them.</summary>
    internal static string CanonicalText(SubsidyFacts facts, PolicyVersionSnapshot policy, IEnumerable<SubsidyLineResult> lines) =>
        CanonicalJson.Serialize(new HashedCalculation(
            facts.InCanonicalOrder(),
            [.. lines.OrderBy(static line => line.ItemCode, StringComparer.Ordinal).ThenBy(static line => line.UnitKey, StringComparer.Ordinal)],
            policy));

    private static SubsidyCalculationResult Sum(SubsidyFacts facts, PolicyVersionSnapshot policy, IReadOnlyList<SubsidyLineResult> lines)
    {
        var stated = lines.All(static line => line.Amount is not null);
        return new SubsidyCalculationResult(
            new AppliedPolicyVersion(policy.ProgramCode, policy.Version, policy.EffectiveFrom, policy.LegalBasis),
            lines,
            CanonicalJson.Hash(CanonicalText(facts, policy, lines)),
            stated ? Money.Sum(lines.Select(static line => line.Amount!.Value)) : null,
            stated ? Money.Sum(lines.Select(static line => line.Counterpart!.Value)) : null);
    }

    private static void Refuse(SubsidyFacts facts, PolicyVersionSnapshot policy)
    {
        if (facts.Lines.Count == 0)
        {
            throw SubsidyRules.NoLines();
        }

        if (facts.ProgramCode != policy.ProgramCode)
        {
            throw SubsidyRules.PolicyOfAnotherProgram(facts.ProgramCode, policy.ProgramCode);
        }

        if (!policy.IsInForceOn(facts.AsOf))
        {
            throw SubsidyRules.NoPolicyInForce(facts.ProgramCode, facts.AsOf);
        }

        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < facts.Lines.Count; i++)
        {
            Refuse(i, facts.Lines[i], policy);
            if (!seen.Add((facts.Lines[i].ItemCode, facts.Lines[i].UnitKey)))
            {
                throw SubsidyRules.DuplicateUnit(i, facts.Lines[i].ItemCode, facts.Lines[i].UnitKey);
            }
        }
    }

    private static void Refuse(int index, SubsidyLineFacts line, PolicyVersionSnapshot policy)
    {
        if (policy.Find(line.ItemCode) is null)
        {
            throw SubsidyRules.UnknownItem(index, line.ItemCode);
        }

        if (string.IsNullOrWhiteSpace(line.UnitKey))
        {
            throw SubsidyRules.UnitMissing(index);
        }

        if (line.EligibleCost.IsNegative)
        {
            throw SubsidyRules.NegativeAmount(index, "eligibleCost");
        }

        if (line.OtherPublicSupport.IsNegative)
        {
            throw SubsidyRules.NegativeAmount(index, "otherPublicSupport");
        }

        // The council may propose less than other bodies already pay; the applicant may not declare that.
        if (line.OtherPublicSupport > (line.RequestedCost ?? line.EligibleCost))
        {
            throw SubsidyRules.OtherSupportAboveCost(index);
        }

        if (line.UnitCountConfirmed is not (null or 0 or 1))
        {
            throw SubsidyRules.UnitCountOutOfRange(index);
        }
    }

    private sealed record HashedCalculation(SubsidyFacts Facts, IReadOnlyList<SubsidyLineResult> Lines, PolicyVersionSnapshot PolicyVersion);
}
