using System.Globalization;
using Nscl.Domain.Amounts;
using Nscl.Domain.Subsidies;

namespace Nscl.Application.Subsidies;

/// <summary>A calculation as people and programs read it: every đồng with the step and the clause it comes from.</summary>
/// <param name="Total">Whole đồng; null as soon as one line is not stated.</param>
/// <param name="TotalInWords">Vietnamese, as it stands in official papers.</param>
/// <param name="Hash">SHA-256 over the canonical JSON (RFC 8785) of policy version, facts and steps.</param>
public sealed record SubsidyBreakdown(
    AppliedPolicyVersion PolicyVersion,
    IReadOnlyList<SubsidyLine> Lines,
    long? Total,
    string? TotalInWords,
    long? CounterpartTotal,
    string Hash)
{
    public static SubsidyBreakdown Of(SubsidyCalculationResult result, CultureInfo reader) => new(
        result.PolicyVersion,
        [.. result.Lines.Select(line => SubsidyLine.Of(line, reader))],
        result.Total?.Dong,
        result.Total is { } total ? AmountSpeller.Spell(total, SpellingProfile.Standard) : null,
        result.CounterpartTotal?.Dong,
        result.Hash);
}

/// <param name="Amount">Whole đồng; null exactly when the outcome is <c>notStated</c>.</param>
/// <param name="Counterpart">Eligible cost − other public support − amount.</param>
/// <param name="Reason">Why the outcome is what it is, a stable word; for <c>notStated</c> what is missing.</param>
public sealed record SubsidyLine(
    string ItemCode,
    string UnitKey,
    string? UnitName,
    long EligibleCost,
    long OtherPublicSupport,
    long? Amount,
    long? Counterpart,
    SubsidyOutcome Outcome,
    string? Reason,
    IReadOnlyList<SubsidyStepDetails> Steps)
{
    public static SubsidyLine Of(SubsidyLineResult line, CultureInfo reader) => new(
        line.ItemCode,
        line.UnitKey,
        line.UnitName,
        line.EligibleCost.Dong,
        line.OtherPublicSupport.Dong,
        line.Amount?.Dong,
        line.Counterpart?.Dong,
        line.Outcome,
        line.Reason,
        [.. line.Steps.Select(step => SubsidyStepDetails.Of(step, reader))]);
}

/// <param name="Input">Whole đồng before the step.</param>
/// <param name="Output">Whole đồng after the step; null where the text does not state what is needed to go on.</param>
/// <param name="Explanation">The sentence in the language of Accept-Language (Vietnamese unless English is asked for).</param>
/// <param name="ExplanationCode">Stable code of the sentence, with <c>explanationArgs</c> for clients that word it themselves.</param>
/// <param name="IsDefault">True where the step follows a configured default because the text is silent.</param>
public sealed record SubsidyStepDetails(
    SubsidyStepRule Rule,
    StepLegalBasis LegalBasis,
    long Input,
    long? Output,
    string Explanation,
    string ExplanationCode,
    IReadOnlyDictionary<string, ExplanationValue> ExplanationArgs,
    bool IsDefault)
{
    public static SubsidyStepDetails Of(SubsidyCalculationStep step, CultureInfo reader) => new(
        step.Rule,
        step.LegalBasis,
        step.Input.Dong,
        step.Output?.Dong,
        SubsidyWording.Explain(step.Explanation, reader),
        step.Explanation.Code,
        step.Explanation.Args,
        step.IsDefault);
}
