using Nscl.Domain.Common;

namespace Nscl.Domain.Policies;

/// <summary>How the amount of an item arises.</summary>
public enum AmountBasis
{
    /// <summary>A share of the eligible cost.</summary>
    Rate,

    /// <summary>A fixed sum, or one per level (award support, S2.17).</summary>
    FixedAmount,
}

/// <summary>What a cap is counted per. The written interpretation stands beside it (S3.46, S3.47).</summary>
public enum CapUnit
{
    System,
    Product,
    ProductOrService,
}

public enum FundingMode
{
    /// <summary>Paid to the applicant.</summary>
    Reimbursement,

    /// <summary>The state runs the activity itself: nothing an enterprise could ask for (S3.40, S3.41).</summary>
    StateRun,
}

/// <summary>How often the same unit may be supported under the same item.</summary>
public enum Repeat
{
    Once,

    /// <summary>Until what is held reaches the cap.</summary>
    UntilCap,

    /// <summary>Once while the unit's certificate runs, again when it has run out.</summary>
    PerCertificateCycle,
}

public enum Audience
{
    Enterprises,
    Participants,
    ProgramManagement,
}

/// <summary>Latest moment for a paper.</summary>
public enum DocumentDue
{
    Submission,
    Contract,
    Settlement,
}

/// <summary>A text in both languages of the client.</summary>
public sealed record BilingualText(string Vi, string En);

/// <summary>The clause an item rests on, with its exact sentence.</summary>
/// <param name="DisplayText">The sentence without the typing errors of the source; null = the same.</param>
/// <param name="GroupText">The sentence that opens the group, e.g. the one that names the rate.</param>
public sealed record ItemLegalBasis(string Clause, string Text, string? DisplayText = null, string? GroupText = null);

public sealed record RequiredDocument(string Kind, DocumentDue By);

/// <summary>What must be shown at acceptance, and which facts are taken down from it.</summary>
public sealed record RequiredEvidence(string DocumentKind, string NameVi, string NameEn, IReadOnlyList<string> Fields);

/// <summary>A fact that must hold before the item applies, e.g. that no national standard covers the product (S2.16).</summary>
public sealed record Precondition(string Code, string TextVi, string TextEn, IReadOnlyList<string> Facts);

/// <param name="Level">Code of the award level.</param>
/// <param name="Quantity">Number foreseen.</param>
/// <param name="Amount">Null = the text does not state it.</param>
public sealed record LevelAmount(string Level, int? Quantity = null, Money? Amount = null);

/// <param name="Unit">Code of the measure unit.</param>
/// <param name="Approximate">True where the text says "about".</param>
public sealed record ItemQuota(
    decimal Quantity,
    string Unit,
    bool Approximate,
    decimal? QuantityTo = null,
    string? Period = null,
    string? Target = null,
    IReadOnlyList<string>? SupportCategories = null,
    string? NoteVi = null,
    string? NoteEn = null);

/// <summary>One line of the support policy, as the pack writes it.</summary>
/// <param name="SupportCategories">Codes A to P of domain-reference §4.3.</param>
/// <param name="Rate">Hundredths of a percent, 0 to 10 000 (5000 = 50 %). Null = no rate item, or not stated.</param>
/// <param name="Cap">The most per unit. Null = none – or not stated, and then <paramref name="NotStated"/> says <c>cap</c>.</param>
/// <param name="FixedAmount">Null = no fixed-amount item, set per level, or not stated.</param>
/// <param name="Repeat">Null for what the state runs itself.</param>
/// <param name="Facts">Numbers of the source facts: for tests and documents, never for a screen.</param>
/// <param name="NotStated">Names of properties the source does not state. What needs one refuses and says so.</param>
public sealed record PolicyItem(
    string Code,
    string Title,
    string TitleEn,
    IReadOnlyList<string> SupportCategories,
    AmountBasis Calculation,
    FundingMode FundingMode,
    Audience Audience,
    IReadOnlyList<RequiredDocument> RequiredDocuments,
    IReadOnlyList<RequiredEvidence> Evidence,
    ItemLegalBasis LegalBasis,
    IReadOnlyList<string> Facts,
    int? Rate = null,
    Money? Cap = null,
    CapUnit? CapUnit = null,
    BilingualText? CapInterpretation = null,
    Money? FixedAmount = null,
    Repeat? Repeat = null,
    int? Priority = null,
    IReadOnlyList<string>? NotStated = null,
    IReadOnlyList<string>? ConfigurableDefaults = null,
    IReadOnlyList<Precondition>? Preconditions = null,
    ItemQuota? Quota = null,
    IReadOnlyList<string>? RelatedSystems = null,
    IReadOnlyList<string>? RelatedIpTypes = null,
    IReadOnlyList<string>? RelatedConformityKinds = null,
    IReadOnlyList<LevelAmount>? FixedAmounts = null,
    int? AwardYear = null,
    string? NoteVi = null,
    string? NoteEn = null)
{
    /// <summary>The whole, in the unit of rates: 100 % = 10 000 hundredths of a percent.</summary>
    public const int WholeRate = 10_000;

    /// <summary>Where the item does not say how often a unit may be supported, the strictest reading holds.</summary>
    internal Repeat EffectiveRepeat => Repeat ?? Policies.Repeat.Once;
}
