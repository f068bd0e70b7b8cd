using System.Text.Json.Serialization;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

/// <summary>The closed set of what can become of a line (product.md §4).</summary>
public enum SubsidyOutcome
{
    Granted,
    CappedByItem,
    CappedByCumulative,

    /// <summary>By what one enterprise may receive in a year.</summary>
    CappedByEnterprise,
    CappedByProgram,

    /// <summary>The budget left does not hold it. Giving part of it takes an act of the approver and the enterprise's consent.</summary>
    DeferredForBudget,

    /// <summary>See the reason.</summary>
    Ineligible,

    /// <summary>The policy's text does not say what the calculation needs; the reason names it.</summary>
    NotStated,

    /// <summary>Worked out to nothing; see the reason.</summary>
    Zero,
}

/// <summary>What a step of the calculation is about; <see cref="SubsidyStep"/> and, always first, eligibility.</summary>
public enum SubsidyStepRule
{
    Eligibility,
    EligibleCost,
    OtherPublicSupport,
    Rate,
    Rounding,
    ItemCap,
    Cumulative,
    EnterpriseYear,
    Program,
    Budget,
}

/// <summary>The provision a step rests on.</summary>
/// <param name="Text">Its sentence, where one item of the policy is its source.</param>
public sealed record StepLegalBasis(string Document, string Clause, string? Text = null);

/// <summary>
/// Why a step did what it did, for a catalogue to say in the reader's language: a code of <see cref="SubsidyExplanations"/>
/// and whole numbers or words for its placeholders.
/// </summary>
public sealed record StepExplanation(string Code, IReadOnlyDictionary<string, ExplanationValue> Args);

/// <summary>One step: what went in, what came out, and by which provision.</summary>
/// <param name="Output">Whole đồng. Null where the text does not state what is needed to go on.</param>
/// <param name="IsDefault">True where the step follows a configured default of the version because the text is silent.</param>
public sealed record SubsidyCalculationStep(
    SubsidyStepRule Rule,
    StepLegalBasis LegalBasis,
    Money Input,
    StepExplanation Explanation,
    bool IsDefault,
    Money? Output = null);

/// <param name="Reason">A code of <see cref="SubsidyReasons"/>; what is not stated for <see cref="SubsidyOutcome.NotStated"/>.</param>
/// <param name="Amount">Null exactly when the outcome is <see cref="SubsidyOutcome.NotStated"/>.</param>
/// <param name="Counterpart">Eligible cost − other public support − amount.</param>
public sealed record SubsidyLineResult(
    string ItemCode,
    string UnitKey,
    Money EligibleCost,
    Money OtherPublicSupport,
    SubsidyOutcome Outcome,
    IReadOnlyList<SubsidyCalculationStep> Steps,
    string? UnitName = null,
    string? Reason = null,
    Money? Amount = null,
    Money? Counterpart = null);

/// <summary>Which version of which policy was applied.</summary>
public sealed record AppliedPolicyVersion(string ProgramCode, int Version, DateOnly EffectiveFrom, PolicyLegalBasis LegalBasis);

/// <param name="Lines">In the order of the facts.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of facts, lines and policy version.</param>
/// <param name="Total">Null as soon as one line is not stated: a sum over an unknown is unknown.</param>
public sealed record SubsidyCalculationResult(
    AppliedPolicyVersion PolicyVersion,
    IReadOnlyList<SubsidyLineResult> Lines,
    string Hash,
    Money? Total = null,
    Money? CounterpartTotal = null)
{
    /// <summary>Items whose amount the policy's text does not state.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> NotStatedItems =>
        [.. Lines.Where(static line => line.Outcome == SubsidyOutcome.NotStated).Select(static line => line.ItemCode).Distinct(StringComparer.Ordinal)];
}
