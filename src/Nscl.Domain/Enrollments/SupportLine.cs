using Nscl.Domain.Common;

namespace Nscl.Domain.Enrollments;

/// <summary>Who bears a part of a cost (S0.29, S2.21, S3.48).</summary>
public enum FundingSource
{
    ScienceBudget,
    IndustrialExtension,
    AgroForestryExtension,
    StateBudgetCentral,
    StateBudgetLocal,

    /// <summary>The enterprise itself.</summary>
    Counterpart,
    OtherLawful,
}

public sealed record LineSource(FundingSource Source, Money Amount);

/// <summary>A support line as entered.</summary>
/// <param name="UnitKey">Identity of the unit: a management system at a site, or a product.</param>
/// <param name="Sources">Empty in an unfinished draft; otherwise they add up to <paramref name="EligibleCost"/>.</param>
/// <param name="OtherPublicSupport">Public money received for the same cost from elsewhere.</param>
public sealed record SupportLineEntry(
    string ItemCode,
    string UnitKey,
    string UnitName,
    Money EligibleCost,
    IReadOnlyList<LineSource> Sources,
    Money OtherPublicSupport);

/// <summary>One unit for which support is asked under one policy item.</summary>
public sealed class SupportLine
{
    public const int ItemCodeMaxLength = 40;
    public const int UnitKeyMaxLength = 120;
    public const int UnitNameMaxLength = 300;

    internal SupportLine(SupportLineEntry entry, int position)
    {
        Id = Guid.CreateVersion7();
        (ItemCode, UnitKey) = (entry.ItemCode, entry.UnitKey);
        Change(entry, position);
    }

    /// <summary>For the object mapper only.</summary>
    private SupportLine() => (ItemCode, UnitKey) = (string.Empty, string.Empty);

    public Guid Id { get; private set; }

    /// <summary>Place in the dossier, from 0: what a pointer to a faulty field counts by.</summary>
    public int Position { get; private set; }

    public string ItemCode { get; private set; }

    public string UnitKey { get; private set; }

    public string UnitName { get; private set; } = string.Empty;

    public Money EligibleCost { get; private set; }

    public Money OtherPublicSupport { get; private set; }

    public IReadOnlyList<LineSource> Sources { get; private set; } = [];

    internal bool Is(string itemCode, string unitKey) => ItemCode == itemCode && UnitKey == unitKey;

    internal SupportLineEntry ToEntry() => new(ItemCode, UnitKey, UnitName, EligibleCost, Sources, OtherPublicSupport);

    internal void Change(SupportLineEntry entry, int position)
    {
        Position = position;
        (UnitName, EligibleCost, OtherPublicSupport, Sources) = (entry.UnitName, entry.EligibleCost, entry.OtherPublicSupport, [.. entry.Sources]);
    }
}
