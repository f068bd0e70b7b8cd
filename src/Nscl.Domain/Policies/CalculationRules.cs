using Nscl.Domain.Common;

namespace Nscl.Domain.Policies;

/// <summary>The date that decides which version of the policy a dossier falls under.</summary>
public enum VersionDate
{
    Submission,
    Approval,
    Contract,
}

/// <summary>What happens to a part of a đồng, or of <see cref="CalculationRules.RoundingUnit"/>.</summary>
public enum Rounding
{
    /// <summary>Dropped: the strictest reading where the text is silent (domain-reference §1.6.2).</summary>
    Floor,
    HalfUp,
    Ceiling,
}

/// <summary>The steps of a calculation, in the order that product.md §4 gives and a version may change.</summary>
public enum SubsidyStep
{
    EligibleCost,
    OtherPublicSupport,
    Rate,
    Rounding,

    /// <summary>The cap per system, product or service: it holds for one unit and is never shared between units.</summary>
    ItemCap,

    /// <summary>What the enterprise already holds for the same item and unit.</summary>
    Cumulative,
    EnterpriseYear,
    Program,
    Budget,
}

/// <summary>How amounts are worked out under one version of a policy.</summary>
/// <param name="VersionDate">The date that picks the version.</param>
/// <param name="RoundingUnit">Step of the rounding in đồng, at least 1.</param>
/// <param name="VatEligible">Whether value-added tax counts as eligible cost.</param>
/// <param name="StepOrder">Every step exactly once.</param>
/// <param name="EligibleCostKinds">Kinds of cost that count; null = not restricted.</param>
/// <param name="EnterpriseYearCap">The most one enterprise receives under the program in one calendar year; null = the text sets none.</param>
/// <param name="ProgramCap">The most the program grants to all enterprises together; null = the text sets none.</param>
/// <param name="ConfigurableDefaults">Properties that are defaults of this system, because the text is silent.</param>
public sealed record CalculationRules(
    VersionDate VersionDate,
    Rounding Rounding,
    long RoundingUnit,
    bool VatEligible,
    IReadOnlyList<SubsidyStep> StepOrder,
    IReadOnlyList<string>? EligibleCostKinds = null,
    Money? EnterpriseYearCap = null,
    Money? ProgramCap = null,
    IReadOnlyList<string>? ConfigurableDefaults = null,
    IReadOnlyList<string>? NotStated = null,
    string? NoteVi = null,
    string? NoteEn = null)
{
    /// <summary>product.md §4.</summary>
    public static readonly IReadOnlyList<SubsidyStep> UsualOrder =
    [
        SubsidyStep.EligibleCost,
        SubsidyStep.OtherPublicSupport,
        SubsidyStep.Rate,
        SubsidyStep.Rounding,
        SubsidyStep.ItemCap,
        SubsidyStep.Cumulative,
        SubsidyStep.EnterpriseYear,
        SubsidyStep.Program,
        SubsidyStep.Budget,
    ];

    /// <summary>The business date on which the version must be in force, out of the dates a dossier has by then.</summary>
    public DateOnly DateOf(DateOnly submittedOn, DateOnly approvedOn) =>
        VersionDate == VersionDate.Submission ? submittedOn : approvedOn;

    /// <summary>
    /// There is nothing to round before the rate, and nothing to cap before there is an amount; apart from that the order is
    /// the version's own.
    /// </summary>
    internal bool OrderIsSound =>
        StepOrder.Count == UsualOrder.Count
        && StepOrder.Distinct().Count() == UsualOrder.Count
        && StepOrder[0] == SubsidyStep.EligibleCost
        && StepOrder.TakeWhile(static step => step != SubsidyStep.Rate)
            .All(static step => step is SubsidyStep.EligibleCost or SubsidyStep.OtherPublicSupport);
}
