using Nscl.Domain.Common;

namespace Nscl.Domain.Policies;

/// <summary>
/// One version of a program's support policy: rates, caps and rules for a period. Versions of a program never overlap, so
/// that a date names one of them or none; persistence holds the same rule as an exclusion constraint.
/// </summary>
public sealed class PolicyVersion : AggregateRoot
{
    private PolicyVersion(string province, Guid programId, string programCode, PolicyVersionContent content)
        : base(province)
    {
        (ProgramId, ProgramCode) = (programId, programCode);
        Content = content;
        Take(content);
    }

    /// <summary>For the object mapper only.</summary>
    private PolicyVersion()
    {
        ProgramCode = string.Empty;
        Content = null!;
    }

    public Guid ProgramId { get; private set; }

    public string ProgramCode { get; private set; }

    /// <summary>From 1, unique within the program.</summary>
    public int Version { get; private set; }

    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Last day, inclusive; null = open.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>The version as the pack writes it; its period is that of the columns.</summary>
    public PolicyVersionContent Content { get; private set; }

    public DateRange Effective => new(EffectiveFrom, EffectiveTo);

    public CalculationRules Rules => Content.Rules;

    public IReadOnlyList<PolicyItem> Items => Content.Items;

    /// <param name="others">Periods of the program's other versions.</param>
    /// <exception cref="RuleViolationException">A code of <see cref="PolicyRules"/>.</exception>
    public static PolicyVersion Create(
        string province,
        Guid programId,
        string programCode,
        PolicyVersionContent content,
        IReadOnlyCollection<PolicyVersion> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        Check(content, others);
        return new PolicyVersion(province, programId, programCode, content);
    }

    /// <summary>The one version in force on the date, null when there is none.</summary>
    public static PolicyVersion? InForceOn(DateOnly date, IEnumerable<PolicyVersion> versionsOfProgram) =>
        versionsOfProgram.SingleOrDefault(version => version.Effective.Contains(date));

    /// <summary>Takes over the content of a pack that is imported again.</summary>
    /// <param name="inUse">Whether a stored calculation or a dossier is pinned to this version.</param>
    /// <returns>False when nothing changed.</returns>
    public bool ReplaceContent(PolicyVersionContent content, IReadOnlyCollection<PolicyVersion> others, bool inUse)
    {
        ArgumentNullException.ThrowIfNull(others);
        Check(content, [.. others.Where(other => other.Id != Id)]);
        if (inUse && CanonicalJson.Serialize(SnapshotOf(ProgramCode, content)) != CanonicalJson.Serialize(ToSnapshot()))
        {
            throw PolicyRules.VersionInUse(Version);
        }

        if (DomainJson.Serialize(content) == DomainJson.Serialize(Content))
        {
            return false;
        }

        Take(content);
        return true;
    }

    /// <summary>Ends the version the day before its successor takes effect.</summary>
    public void SupersedeOn(DateOnly successorFrom)
    {
        var lastDay = successorFrom.AddDays(-1);
        if (lastDay < EffectiveFrom)
        {
            throw PolicyRules.EndsBeforeItStarts(EffectiveFrom, lastDay);
        }

        Take(Content with { EffectiveTo = lastDay });
    }

    public PolicyVersionSnapshot ToSnapshot() => SnapshotOf(ProgramCode, Content);

    private static PolicyVersionSnapshot SnapshotOf(string programCode, PolicyVersionContent content) => new(
        programCode,
        content.Version,
        content.EffectiveFrom,
        content.LegalBasis,
        new CalculationRulesSnapshot(
            content.Rules.VersionDate,
            content.Rules.Rounding,
            content.Rules.RoundingUnit,
            content.Rules.VatEligible,
            content.Rules.StepOrder,
            content.Rules.ConfigurableDefaults ?? [],
            content.Rules.EligibleCostKinds,
            content.Rules.EnterpriseYearCap,
            content.Rules.ProgramCap),
        [.. content.Items.Select(SnapshotOf)],
        content.EffectiveTo);

    private static PolicyItemSnapshot SnapshotOf(PolicyItem item) => new(
        item.Code,
        item.Calculation,
        item.FundingMode,
        item.EffectiveRepeat,
        item.LegalBasis,
        item.NotStated ?? [],
        item.ConfigurableDefaults ?? [],
        [.. (item.Preconditions ?? []).Select(static precondition => precondition.Code)],
        item.FixedAmounts ?? [],
        item.Rate,
        item.Cap,
        item.CapUnit,
        item.FixedAmount);

    private static void Check(PolicyVersionContent content, IReadOnlyCollection<PolicyVersion> others)
    {
        if (content.Version < 1)
        {
            throw PolicyRules.VersionNotPositive();
        }

        if (content.EffectiveTo is { } to && to < content.EffectiveFrom)
        {
            throw PolicyRules.EndsBeforeItStarts(content.EffectiveFrom, to);
        }

        if (others.Any(other => other.Version == content.Version))
        {
            throw PolicyRules.VersionExists(content.Version);
        }

        var period = new DateRange(content.EffectiveFrom, content.EffectiveTo);
        if (others.FirstOrDefault(other => other.Effective.Overlaps(period)) is { } overlapping)
        {
            throw PolicyRules.VersionsOverlap(content.Version, overlapping.Version);
        }

        Check(content.Rules);
        Check(content.Items);
    }

    private static void Check(CalculationRules rules)
    {
        if (!rules.OrderIsSound)
        {
            throw PolicyRules.StepOrderUnsound();
        }

        if (rules.RoundingUnit < 1)
        {
            throw PolicyRules.RoundingUnitNotPositive();
        }

        if (rules.EnterpriseYearCap is { IsNegative: true } || rules.ProgramCap is { IsNegative: true })
        {
            throw PolicyRules.NegativeCeiling();
        }
    }

    private static void Check(IReadOnlyList<PolicyItem> items)
    {
        if (items.Count == 0)
        {
            throw PolicyRules.NoItems();
        }

        if (items.GroupBy(static item => item.Code, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw PolicyRules.DuplicateItem(twice.Key);
        }

        foreach (var item in items)
        {
            Check(item);
        }
    }

    private static void Check(PolicyItem item)
    {
        var notStated = item.NotStated ?? [];
        var levels = item.FixedAmounts ?? [];
        if (item.Rate is < 0 or > PolicyItem.WholeRate)
        {
            throw PolicyRules.RateOutOfRange(item.Code);
        }

        if (item.Cap is { IsNegative: true } || item.FixedAmount is { IsNegative: true } || levels.Any(static level => level.Amount is { IsNegative: true }))
        {
            throw PolicyRules.NegativeAmount(item.Code);
        }

        if (item.Rate is not null && (item.FixedAmount is not null || levels.Count > 0 || item.Calculation == AmountBasis.FixedAmount))
        {
            throw PolicyRules.RateAndFixedAmount(item.Code);
        }

        if (item.Calculation == AmountBasis.Rate && item.FixedAmount is not null)
        {
            throw PolicyRules.RateAndFixedAmount(item.Code);
        }

        var stated = item.Rate is not null || item.FixedAmount is not null || levels.Count > 0;
        if (!stated && !notStated.Contains(item.Calculation == AmountBasis.Rate ? "rate" : "fixedAmount"))
        {
            throw PolicyRules.AmountMissing(item.Code);
        }

        RefuseBoth(item, "rate", item.Rate is not null);
        RefuseBoth(item, "cap", item.Cap is not null);
        RefuseBoth(item, "fixedAmount", item.FixedAmount is not null);
    }

    private static void RefuseBoth(PolicyItem item, string property, bool stated)
    {
        if (stated && (item.NotStated ?? []).Contains(property))
        {
            throw PolicyRules.StatedAndNotStated(item.Code, property);
        }
    }

    private void Take(PolicyVersionContent content)
    {
        Content = content;
        (Version, EffectiveFrom, EffectiveTo) = (content.Version, content.EffectiveFrom, content.EffectiveTo);
    }
}
