using Nscl.Domain.Common;

namespace Nscl.Domain.Standards;

public enum StandardKind
{
    ManagementSystem,
    Practice,
    Product,
    Method,
    LegalText,
}

public enum StandardStatus
{
    InForce,

    /// <summary>A newer edition or another standard took its place.</summary>
    Replaced,

    /// <summary>Ended without a replacement.</summary>
    Withdrawn,

    /// <summary>Not checked against the official list.</summary>
    Unknown,
}

/// <summary>How far an entry of a reference list has been checked; shown wherever somebody could rely on it.</summary>
public enum Verification
{
    /// <summary>Stated in a source document of the programme.</summary>
    Seed,

    /// <summary>Seen in a public source.</summary>
    Found,

    /// <summary>General knowledge; check it before official use.</summary>
    Unverified,
}

/// <summary>Everything a pack says of a standard but its code.</summary>
/// <param name="Number">As printed, with its edition: <c>TCVN ISO 9001:2015</c>.</param>
/// <param name="LevelCode">Code of the list of standard levels (TCVN, QCVN, QCĐP, TCCS, ISO …), or <c>legalText</c>.</param>
/// <param name="Year">Year of the edition.</param>
/// <param name="PublishedBy">The decision that published it.</param>
/// <param name="Equivalents">Numbers of identical or underlying international texts.</param>
/// <param name="Related">Numbers of texts that belong together with it.</param>
/// <param name="ReplacedByCode">Code of the standard that took its place.</param>
/// <param name="Links">Official addresses; the text itself is under copyright and is not kept.</param>
public sealed record StandardEntry(
    string Number,
    string NameVi,
    string NameEn,
    string LevelCode,
    StandardKind Kind,
    StandardStatus Status,
    Verification Verification,
    int? Year = null,
    DateOnly? IssuedOn = null,
    string? Issuer = null,
    string? PublishedBy = null,
    string? ReplacedByCode = null,
    IReadOnlyList<string>? Equivalents = null,
    IReadOnlyList<string>? Related = null,
    IReadOnlyList<string>? Links = null);

/// <summary>A standard, technical regulation or legal text of the library: what it is and where to get it. Reference data.</summary>
public sealed class Standard
{
    public const int CodeMaxLength = 80;
    public const int NumberMaxLength = 120;
    public const int NameMaxLength = 300;
    public const int IssuerMaxLength = 200;
    public const int PublishedByMaxLength = 200;
    public const int LinkMaxLength = 500;

    private List<string> _equivalents = [];
    private List<string> _related = [];
    private List<string> _links = [];

    public Standard(string code, StandardEntry entry)
    {
        (Id, Code) = (Guid.CreateVersion7(), code);
        Redefine(entry);
    }

    private Standard()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>camelCase; unique.</summary>
    public string Code { get; private set; } = string.Empty;

    public string Number { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public string LevelCode { get; private set; } = string.Empty;

    public StandardKind Kind { get; private set; }

    public StandardStatus Status { get; private set; }

    public Verification Verification { get; private set; }

    public int? Year { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public string? Issuer { get; private set; }

    public string? PublishedBy { get; private set; }

    public string? ReplacedByCode { get; private set; }

    public IReadOnlyList<string> Equivalents => _equivalents;

    public IReadOnlyList<string> Related => _related;

    public IReadOnlyList<string> Links => _links;

    /// <summary>Takes over what a pack that is imported again says.</summary>
    public void Redefine(StandardEntry entry)
    {
        if (entry.ReplacedByCode is not null && (entry.Status is not StandardStatus.Replaced || entry.ReplacedByCode == Code))
        {
            throw StandardRules.ReplacementContradictsStatus(Code);
        }

        Number = SearchText.Tidy(entry.Number);
        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        LevelCode = entry.LevelCode;
        Kind = entry.Kind;
        Status = entry.Status;
        Verification = entry.Verification;
        Year = entry.Year;
        IssuedOn = entry.IssuedOn;
        Issuer = SearchText.TidyOrNull(entry.Issuer);
        PublishedBy = SearchText.TidyOrNull(entry.PublishedBy);
        ReplacedByCode = entry.ReplacedByCode;
        _equivalents = [.. entry.Equivalents ?? []];
        _related = [.. entry.Related ?? []];
        _links = [.. entry.Links ?? []];
    }
}

/// <summary>Every reason the library of standards can say no.</summary>
public static class StandardRules
{
    public static RuleViolationException ReplacementContradictsStatus(string code) => new(
        "standard.replacementContradictsStatus",
        "Only a replaced standard names another one that took its place.",
        new Dictionary<string, object?> { ["code"] = code });
}
