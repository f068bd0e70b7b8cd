using Nscl.Application.ReferenceData;
using Nscl.Domain.Policies;

namespace Nscl.Application.Policies;

/// <summary>A version of a program's support policy with every cap and the sentence it rests on.</summary>
/// <param name="EffectiveTo">Last day; null = open.</param>
/// <param name="InForce">On today's business date.</param>
/// <param name="NotStated">What the document does not say of the policy as a whole.</param>
/// <param name="ConfigurableDefaults">What this system assumes because the document is silent.</param>
public sealed record PolicyVersionDetails(
    Guid Id,
    Guid ProgramId,
    string ProgramCode,
    int Version,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    bool InForce,
    PolicyLegalBasis LegalBasis,
    PolicyRulesDetails Rules,
    IReadOnlyList<PolicyItemDetails> Items,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

/// <param name="VersionDate">The date that picks the version.</param>
/// <param name="RoundingUnit">Step of the rounding in đồng.</param>
/// <param name="StepOrder">Order in which an amount is worked out.</param>
/// <param name="EligibleCostKinds">Null = not restricted.</param>
/// <param name="EnterpriseYearCap">Whole đồng per enterprise and calendar year; null = the document sets none.</param>
/// <param name="ProgramCap">Whole đồng for the whole program; null = the document sets none.</param>
public sealed record PolicyRulesDetails(
    VersionDate VersionDate,
    Rounding Rounding,
    long RoundingUnit,
    bool VatEligible,
    IReadOnlyList<SubsidyStep> StepOrder,
    IReadOnlyList<string>? EligibleCostKinds,
    long? EnterpriseYearCap,
    long? ProgramCap,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn);

/// <summary>
/// One line of the policy. A property that is null and stands in <c>notStated</c> is not known; one that is null without is none
/// (a <c>cap</c> of null is then no cap).
/// </summary>
/// <param name="Rate">Hundredths of a percent (5000 = 50 %).</param>
/// <param name="Cap">Whole đồng per <paramref name="CapUnit"/>.</param>
/// <param name="CapInterpretation">What the cap is counted per, in words.</param>
/// <param name="FixedAmount">Whole đồng.</param>
/// <param name="Repeat">How often one unit may be supported; null for what the state runs itself.</param>
public sealed record PolicyItemDetails(
    string Code,
    string Title,
    string TitleEn,
    AmountBasis Calculation,
    int? Rate,
    long? Cap,
    CapUnit? CapUnit,
    BilingualText? CapInterpretation,
    long? FixedAmount,
    IReadOnlyList<LevelAmountDetails> FixedAmounts,
    FundingMode FundingMode,
    Repeat? Repeat,
    Audience Audience,
    int? Priority,
    PolicyItemLegalBasis LegalBasis,
    IReadOnlyList<string> NotStated,
    IReadOnlyList<string> ConfigurableDefaults,
    IReadOnlyList<RequiredDocumentDetails> RequiredDocuments,
    IReadOnlyList<RequiredEvidenceDetails> Evidence,
    IReadOnlyList<PreconditionDetails> Preconditions,
    PolicyItemQuota? Quota,
    IReadOnlyList<NamedCode> SupportCategories,
    IReadOnlyList<NamedCode> RelatedSystems,
    IReadOnlyList<NamedCode> RelatedIpTypes,
    IReadOnlyList<NamedCode> RelatedConformityKinds,
    int? AwardYear,
    string? NoteVi,
    string? NoteEn);

/// <param name="Clause">As officials cite it, such as "Mục III.2.2".</param>
/// <param name="Text">The sentence.</param>
/// <param name="GroupText">The sentence that opens its group and names the rate.</param>
public sealed record PolicyItemLegalBasis(string Clause, string Text, string? GroupText);

/// <param name="Amount">Whole đồng; null = not stated.</param>
public sealed record LevelAmountDetails(NamedCode Level, int? Quantity, long? Amount);

/// <param name="By">Latest moment for the paper.</param>
public sealed record RequiredDocumentDetails(string Kind, string NameVi, string NameEn, DocumentDue By);

/// <param name="Fields">Facts that are taken down from it.</param>
public sealed record RequiredEvidenceDetails(string DocumentKind, string NameVi, string NameEn, IReadOnlyList<string> Fields);

public sealed record PreconditionDetails(string Code, string TextVi, string TextEn);

/// <param name="Target">Code of the target that measures it.</param>
public sealed record PolicyItemQuota(decimal Quantity, decimal? QuantityTo, NamedCode Unit, bool Approximate, string? Period, string? Target, string? NoteVi, string? NoteEn);

internal static class PolicyDescribing
{
    public static PolicyVersionDetails Describe(PolicyVersion version, NameBook names, DateOnly today)
    {
        var rules = version.Rules;
        return new PolicyVersionDetails(
            version.Id,
            version.ProgramId,
            version.ProgramCode,
            version.Version,
            version.EffectiveFrom,
            version.EffectiveTo,
            version.Effective.Contains(today),
            version.Content.LegalBasis,
            new PolicyRulesDetails(
                rules.VersionDate,
                rules.Rounding,
                rules.RoundingUnit,
                rules.VatEligible,
                rules.StepOrder,
                rules.EligibleCostKinds,
                rules.EnterpriseYearCap?.Dong,
                rules.ProgramCap?.Dong,
                rules.NotStated ?? [],
                rules.ConfigurableDefaults ?? [],
                rules.NoteVi,
                rules.NoteEn),
            [.. version.Items.Select(item => Describe(item, names))],
            version.Content.NotStated ?? [],
            version.Content.ConfigurableDefaults ?? [],
            version.Content.NoteVi,
            version.Content.NoteEn);
    }

    private static PolicyItemDetails Describe(PolicyItem item, NameBook names) => new(
        item.Code,
        item.Title,
        item.TitleEn,
        item.Calculation,
        item.Rate,
        item.Cap?.Dong,
        item.CapUnit,
        item.CapInterpretation,
        item.FixedAmount?.Dong,
        [.. (item.FixedAmounts ?? []).Select(level => new LevelAmountDetails(names.Item(ReferenceLists.AwardLevels, level.Level), level.Quantity, level.Amount?.Dong))],
        item.FundingMode,
        item.Repeat,
        item.Audience,
        item.Priority,
        new PolicyItemLegalBasis(item.LegalBasis.Clause, item.LegalBasis.DisplayText ?? item.LegalBasis.Text, item.LegalBasis.GroupText),
        item.NotStated ?? [],
        item.ConfigurableDefaults ?? [],
        [.. item.RequiredDocuments.Select(document => (document.By, Name: names.Item(ReferenceLists.DocumentKinds, document.Kind))).Select(static document => new RequiredDocumentDetails(document.Name.Code, document.Name.NameVi, document.Name.NameEn, document.By))],
        [.. item.Evidence.Select(static evidence => new RequiredEvidenceDetails(evidence.DocumentKind, evidence.NameVi, evidence.NameEn, evidence.Fields))],
        [.. (item.Preconditions ?? []).Select(static condition => new PreconditionDetails(condition.Code, condition.TextVi, condition.TextEn))],
        item.Quota is { } quota
            ? new PolicyItemQuota(quota.Quantity, quota.QuantityTo, names.Item(ReferenceLists.MeasureUnits, quota.Unit), quota.Approximate, quota.Period, quota.Target, quota.NoteVi, quota.NoteEn)
            : null,
        names.Items(ReferenceLists.SupportCategories, item.SupportCategories),
        names.Systems(item.RelatedSystems),
        names.Items(ReferenceLists.IpTypes, item.RelatedIpTypes),
        names.Items(ReferenceLists.ConformityKinds, item.RelatedConformityKinds),
        item.AwardYear,
        item.NoteVi,
        item.NoteEn);
}
