using Nscl.Domain.Common;

namespace Nscl.Domain.Standards;

public enum ManagementSystemKind
{
    System,
    Practice,
    ProductStandard,

    /// <summary>A model of excellence or of organizing work.</summary>
    Model,

    /// <summary>A productivity or quality improvement tool such as 5S or Kaizen.</summary>
    Tool,
}

/// <summary>The three tiers of systems and tools that training distinguishes (S3.22).</summary>
public enum SystemTier
{
    Basic,
    SectorSpecific,
    NewlyPublished,
}

/// <summary>Everything a pack says of a system but its code.</summary>
/// <param name="IsCertifiable">Whether third parties certify it; null = not stated.</param>
/// <param name="CertificateYears">Usual validity of a certificate; null = not stated.</param>
/// <param name="StandardNumbers">Newest first.</param>
/// <param name="SupportCategories">Letters A–P of the support categories it falls under (domain-reference §4.3).</param>
/// <param name="Position">Place in its list.</param>
public sealed record ManagementSystemEntry(
    string NameVi,
    string NameEn,
    ManagementSystemKind Kind,
    Verification Verification,
    bool? IsCertifiable = null,
    int? CertificateYears = null,
    IReadOnlyList<SystemTier>? Tiers = null,
    IReadOnlyList<string>? StandardNumbers = null,
    IReadOnlyList<string>? SupportCategories = null,
    IReadOnlyList<string>? Aliases = null,
    int Position = 0);

/// <summary>
/// A management system, practice or tool that an enterprise may adopt or have certified (domain-reference §4.1–4.2). "This
/// system at this site" is a unit of support, so its code outlives editions of its standard. Reference data.
/// </summary>
public sealed class ManagementSystem
{
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;

    private List<SystemTier> _tiers = [];
    private List<string> _standardNumbers = [];
    private List<string> _supportCategories = [];
    private List<string> _aliases = [];

    public ManagementSystem(string code, ManagementSystemEntry entry)
    {
        (Id, Code) = (Guid.CreateVersion7(), code);
        Redefine(entry);
    }

    private ManagementSystem()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>camelCase; unique.</summary>
    public string Code { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public ManagementSystemKind Kind { get; private set; }

    public Verification Verification { get; private set; }

    public bool? IsCertifiable { get; private set; }

    public int? CertificateYears { get; private set; }

    /// <summary>Place in its list.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<SystemTier> Tiers => _tiers;

    public IReadOnlyList<string> StandardNumbers => _standardNumbers;

    public IReadOnlyList<string> SupportCategories => _supportCategories;

    public IReadOnlyList<string> Aliases => _aliases;

    /// <summary>Takes over what a pack that is imported again says.</summary>
    public void Redefine(ManagementSystemEntry entry)
    {
        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        Kind = entry.Kind;
        Verification = entry.Verification;
        IsCertifiable = entry.IsCertifiable;
        CertificateYears = entry.CertificateYears;
        Position = entry.Position;
        _tiers = [.. entry.Tiers ?? []];
        _standardNumbers = [.. entry.StandardNumbers ?? []];
        _supportCategories = [.. entry.SupportCategories ?? []];
        _aliases = [.. (entry.Aliases ?? []).Select(SearchText.Tidy)];
    }
}
