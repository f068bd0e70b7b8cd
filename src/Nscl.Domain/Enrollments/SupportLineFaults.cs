using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Enrollments;

/// <summary>What is wrong with the lines of a dossier; the first fault found, with the field it is in.</summary>
internal static class SupportLineFaults
{
    /// <summary>What is wrong with lines even in a draft.</summary>
    public static RuleViolationException? In(IReadOnlyList<SupportLineEntry> lines, PolicyVersionSnapshot policy)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (FaultOf(i, line, policy.Find(line.ItemCode)) is { } fault)
            {
                return fault;
            }

            if (!seen.Add((line.ItemCode, line.UnitKey)))
            {
                return EnrollmentRules.DuplicateUnit(i, line.ItemCode, line.UnitKey);
            }
        }

        return null;
    }

    /// <summary>What a draft may leave open and a dossier may not.</summary>
    public static RuleViolationException? InFinished(IReadOnlyList<SupportLine> lines, EnrollmentDeclarations declarations)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.EligibleCost.IsZero)
            {
                return EnrollmentRules.CostMissing(i);
            }

            if (line.Sources.Count == 0)
            {
                return EnrollmentRules.SourcesDoNotAddUp(i, line.EligibleCost, Money.Zero);
            }

            if (!line.OtherPublicSupport.IsZero && declarations.ReceivesOtherPublicSupport == false)
            {
                return EnrollmentRules.OtherSupportNotDeclared(i);
            }
        }

        return null;
    }

    private static RuleViolationException? FaultOf(int index, SupportLineEntry line, PolicyItemSnapshot? item)
    {
        if (item is null)
        {
            return EnrollmentRules.UnknownItem(index, line.ItemCode);
        }

        if (item.FundingMode == FundingMode.StateRun)
        {
            return EnrollmentRules.StateRunItem(index, line.ItemCode);
        }

        if (string.IsNullOrWhiteSpace(line.UnitKey))
        {
            return EnrollmentRules.UnitMissing(index);
        }

        if (line.EligibleCost.IsNegative)
        {
            return EnrollmentRules.NegativeAmount(index, "eligibleCost");
        }

        if (line.OtherPublicSupport.IsNegative)
        {
            return EnrollmentRules.NegativeAmount(index, "otherPublicSupport");
        }

        if (line.OtherPublicSupport > line.EligibleCost)
        {
            return EnrollmentRules.OtherSupportAboveCost(index);
        }

        if (line.Sources.Any(static source => source.Amount.IsNegative))
        {
            return EnrollmentRules.NegativeAmount(index, "sources");
        }

        if (line.Sources.DistinctBy(static source => source.Source).Count() != line.Sources.Count)
        {
            return EnrollmentRules.SourceTwice(index);
        }

        // A draft may leave the sources for later; once there are any, they are all of the cost.
        var sources = Money.Sum(line.Sources.Select(static source => source.Amount));
        return line.Sources.Count > 0 && sources != line.EligibleCost
            ? EnrollmentRules.SourcesDoNotAddUp(index, line.EligibleCost, sources)
            : null;
    }
}
