namespace Nscl.Domain.Policies;

/// <summary>The document and clause a version of the policy as a whole rests on.</summary>
/// <param name="Document">In words, Vietnamese.</param>
public sealed record PolicyLegalBasis(string Document, string Clause);

/// <summary>A version of a support policy as the pack writes it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="EffectiveTo">Last day, inclusive; null = open.</param>
public sealed record PolicyVersionContent(
    int Version,
    DateOnly EffectiveFrom,
    PolicyLegalBasis LegalBasis,
    CalculationRules Rules,
    IReadOnlyList<PolicyItem> Items,
    IReadOnlyList<string> Facts,
    DateOnly? EffectiveTo = null,
    IReadOnlyList<string>? ConfigurableDefaults = null,
    IReadOnlyList<string>? NotStated = null,
    string? NoteVi = null,
    string? NoteEn = null);
