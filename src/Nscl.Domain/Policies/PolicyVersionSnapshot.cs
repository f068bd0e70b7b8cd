using System.Text.Json.Serialization;
using Nscl.Domain.Common;

namespace Nscl.Domain.Policies;

/// <summary>The part of an item that decides about money, with the sentence that says so.</summary>
public sealed record PolicyItemSnapshot(
    string Code,
    AmountBasis Calculation,
    FundingMode FundingMode,
    Repeat Repeat,
    ItemLegalBasis LegalBasis,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    IReadOnlyList<string> Preconditions,
    IReadOnlyList<LevelAmount> FixedAmounts,
    int? Rate = null,
    Money? Cap = null,
    CapUnit? CapUnit = null,
    Money? FixedAmount = null);

/// <summary>The rules of a version without its remarks; see <see cref="CalculationRules"/>.</summary>
public sealed record CalculationRulesSnapshot(
    VersionDate VersionDate,
    Rounding Rounding,
    long RoundingUnit,
    bool VatEligible,
    IReadOnlyList<SubsidyStep> StepOrder,
    IReadOnlyList<string> ConfigurableDefaults,
    IReadOnlyList<string>? EligibleCostKinds = null,
    Money? EnterpriseYearCap = null,
    Money? ProgramCap = null);

/// <summary>
/// Everything of a policy version that a calculation reads, and nothing else: a corrected title leaves every stored
/// calculation as it was, a changed cap turns its replay red. It names the version by program and number, not by the id of a
/// row, so that a restored or imported copy replays to the same hash.
/// </summary>
/// <param name="EffectiveTo">
/// Checked when calculating, left out of the hash: a successor closes its predecessor without touching what was calculated.
/// </param>
public sealed record PolicyVersionSnapshot(
    string ProgramCode,
    int Version,
    DateOnly EffectiveFrom,
    PolicyLegalBasis LegalBasis,
    CalculationRulesSnapshot Rules,
    IReadOnlyList<PolicyItemSnapshot> Items,
    [property: JsonIgnore] DateOnly? EffectiveTo = null)
{
    public bool IsInForceOn(DateOnly date) => new DateRange(EffectiveFrom, EffectiveTo).Contains(date);

    public PolicyItemSnapshot? Find(string itemCode) => Items.FirstOrDefault(item => item.Code == itemCode);
}
