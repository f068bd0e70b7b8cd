using Nscl.Domain.AdminUnits;
using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>
/// An enterprise, cooperative, business household or organization that a province supports. Known by its tax code; names may
/// repeat and are never merged (domain-reference §1.7 trap 10). Within a province a tax code is registered once.
/// </summary>
public sealed class Enterprise : AggregateRoot
{
    public const int NameMaxLength = 300;
    public const int DistrictCodeMaxLength = AdminUnit.CodeMaxLength;
    public const int SectorCodeMaxLength = 80;
    public const int AddressMaxLength = 500;
    public const int LegalRepresentativeMaxLength = 200;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 254;
    public const int ProductsMaxCount = 200;
    public const int SitesMaxCount = 50;
    public const int CertificatesMaxCount = 200;

    /// <summary>Figures of a year before this are a typing error.</summary>
    public const int EarliestFactsYear = 2000;

    private readonly List<Product> _products = [];
    private readonly List<ProductionSite> _sites = [];
    private readonly List<HeldCertificate> _certificates = [];

    private Enterprise(string province)
        : base(province)
    {
    }

    /// <summary>For the object mapper only.</summary>
    private Enterprise()
    {
    }

    /// <summary>Normalised form. 12 digits are a personal id: mask it for everybody who need not know it.</summary>
    public string TaxCode { get; private set; } = string.Empty;

    public TaxCodeKind TaxCodeKind { get; private set; }

    /// <summary>Why an officer insisted on a code whose check digit does not fit; null where it fits.</summary>
    public string? TaxCodeOverrideReason { get; private set; }

    public string Name { get; private set; } = string.Empty;

    /// <summary><see cref="EnterpriseNames.ComparisonKey"/> of the name, kept so that an index finds similar names.</summary>
    public string NameKey { get; private set; } = string.Empty;

    public OrganizationType OrganizationType { get; private set; }

    /// <summary>Administrative unit as recorded, also after a reform has replaced it.</summary>
    public string DistrictCode { get; private set; } = string.Empty;

    public string SectorCode { get; private set; } = string.Empty;

    public string? Address { get; private set; }

    public string? LegalRepresentative { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public DateOnly? EstablishedOn { get; private set; }

    public DeclaredFacts? DeclaredFacts { get; private set; }

    public IReadOnlyList<Product> Products => _products;

    public IReadOnlyList<ProductionSite> Sites => _sites;

    public IReadOnlyList<HeldCertificate> Certificates => _certificates;

    /// <param name="province">Province that founds the row.</param>
    /// <param name="taxCode">As typed.</param>
    /// <param name="taxCodeOverrideReason">An officer's reason to take a code whose check digit does not fit.</param>
    /// <param name="today">Business date.</param>
    public static Enterprise Register(
        string province,
        string taxCode,
        string? taxCodeOverrideReason,
        EnterpriseProfile profile,
        DateOnly today)
    {
        RequireSound(profile, today);
        var enterprise = new Enterprise(province);
        enterprise.SetIdentity(taxCode, taxCodeOverrideReason, profile.OrganizationType, today);
        enterprise.SetProfile(profile);
        return enterprise;
    }

    /// <summary>
    /// Everything that stands against an enterprise before it is registered: a list of rows is told of all its faults, not of the first.
    /// <see cref="Register"/> and <see cref="DeclareFacts"/> refuse with the first of the same.
    /// </summary>
    public static IEnumerable<RuleViolationException> FaultsOf(string taxCode, string? taxCodeOverrideReason, EnterpriseProfile profile, DeclaredFacts? facts, DateOnly today) =>
    [
        .. ProfileFaults(profile, today),
        .. IdentityFaults(Enterprises.TaxCode.Validate(taxCode, today), SearchText.TidyOrNull(taxCodeOverrideReason), profile.OrganizationType),
        .. facts is null ? [] : FactsFaults(facts, today),
    ];

    public void UpdateProfile(EnterpriseProfile profile, DateOnly today)
    {
        RequireSound(profile, today);
        RequireKindFits(TaxCodeKind, profile.OrganizationType);
        SetProfile(profile);
    }

    /// <summary>Puts right a tax code that was recorded wrongly. A firm keeps its code for life, so this is never a change of code.</summary>
    /// <param name="profile">Taken over with it: only both together may turn an enterprise into a business household with a 12-digit code.</param>
    public void CorrectTaxCode(string taxCode, string? taxCodeOverrideReason, EnterpriseProfile profile, DateOnly today)
    {
        RequireSound(profile, today);
        SetIdentity(taxCode, taxCodeOverrideReason, profile.OrganizationType, today);
        SetProfile(profile);
    }

    public void DeclareFacts(DeclaredFacts facts, DateOnly today)
    {
        ThrowFirst(FactsFaults(facts, today));
        if (DeclaredFacts != facts)
        {
            DeclaredFacts = facts;
        }
    }

    /// <summary>
    /// Size by the law in force on <paramref name="asOf"/>, with the comparisons made; null where it can not be told, because
    /// figures are missing or no scale is stored for the date.
    /// </summary>
    public SizeClassification? ClassifySize(DateOnly asOf) => EnterpriseSizeClassifier.Tell(OrganizationType, DeclaredFacts, asOf);

    /// <returns>The new product's id.</returns>
    public Guid AddProduct(ProductEntry entry)
    {
        var product = new Product(Product.Checked(entry, string.Empty));
        if (_products.Exists(existing => SameName(existing.Name, product.Name)))
        {
            throw EnterpriseRules.ProductRepeated(string.Empty, product.Name);
        }

        _products.Add(product);
        return product.Id;
    }

    /// <summary>Makes the list exactly <paramref name="entries"/>; an entry with the id of a product changes that product.</summary>
    public void ReplaceProducts(IReadOnlyList<ProductEntry> entries)
    {
        ProductEntry[] wanted = [.. entries.Select(static (entry, i) => Product.Checked(entry, $"/products/{i}"))];
        if (FirstRepeated(wanted, static entry => entry.Name, static entry => entry.Id) is >= 0 and var repeated)
        {
            throw EnterpriseRules.ProductRepeated($"/products/{repeated}", wanted[repeated].Name);
        }

        if (Array.FindIndex(wanted, entry => entry.Id is not null && FindProduct(entry.Id) is null) is >= 0 and var unknown)
        {
            throw EnterpriseRules.ProductUnknown($"/products/{unknown}", wanted[unknown].Name);
        }

        _products.RemoveAll(product => !Array.Exists(wanted, entry => entry.Id == product.Id));
        foreach (var entry in wanted)
        {
            if (FindProduct(entry.Id) is { } product)
            {
                product.Change(entry);
            }
            else
            {
                _products.Add(new Product(entry));
            }
        }
    }

    /// <returns>The new site's id.</returns>
    public Guid AddSite(SiteEntry entry)
    {
        var site = new ProductionSite(ProductionSite.Checked(entry, string.Empty));
        if (_sites.Exists(existing => SameName(existing.Name, site.Name)))
        {
            throw EnterpriseRules.SiteRepeated(string.Empty, site.Name);
        }

        _sites.Add(site);
        return site.Id;
    }

    /// <summary>Makes the list exactly <paramref name="entries"/>; an entry with the id of a site changes that site.</summary>
    public void ReplaceSites(IReadOnlyList<SiteEntry> entries)
    {
        SiteEntry[] wanted = [.. entries.Select(static (entry, i) => ProductionSite.Checked(entry, $"/sites/{i}"))];
        if (FirstRepeated(wanted, static entry => entry.Name, static entry => entry.Id) is >= 0 and var repeated)
        {
            throw EnterpriseRules.SiteRepeated($"/sites/{repeated}", wanted[repeated].Name);
        }

        if (Array.FindIndex(wanted, entry => entry.Id is not null && FindSite(entry.Id) is null) is >= 0 and var unknown)
        {
            throw EnterpriseRules.SiteUnknown($"/sites/{unknown}", wanted[unknown].Name);
        }

        _sites.RemoveAll(site => !Array.Exists(wanted, entry => entry.Id == site.Id));
        foreach (var entry in wanted)
        {
            if (FindSite(entry.Id) is { } site)
            {
                site.Change(entry);
            }
            else
            {
                _sites.Add(new ProductionSite(entry));
            }
        }
    }

    /// <returns>The new certificate's id.</returns>
    public Guid RecordCertificate(CertificateEntry entry)
    {
        var certificate = new HeldCertificate(HeldCertificate.Checked(entry));
        if (_certificates.Exists(existing => existing.IsSamePaperAs(entry)))
        {
            throw EnterpriseRules.CertificateRepeated(certificate.Number);
        }

        _certificates.Add(certificate);
        return certificate.Id;
    }

    public void CorrectCertificate(Guid certificateId, CertificateEntry entry)
    {
        var certificate = FindCertificate(certificateId);
        var correction = HeldCertificate.Checked(entry);
        if (_certificates.Exists(existing => existing != certificate && existing.IsSamePaperAs(correction)))
        {
            throw EnterpriseRules.CertificateRepeated(correction.Number);
        }

        certificate.Change(correction);
    }

    /// <summary>Takes away what was recorded by mistake; an expired certificate stays on record.</summary>
    public void RemoveCertificate(Guid certificateId) => _certificates.Remove(FindCertificate(certificateId));

    private static void RequireSound(EnterpriseProfile profile, DateOnly today) => ThrowFirst(ProfileFaults(profile, today));

    private static void RequireKindFits(TaxCodeKind kind, OrganizationType type) => ThrowFirst(KindFaults(kind, type));

    private static IEnumerable<RuleViolationException> ProfileFaults(EnterpriseProfile profile, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(profile.Name))
        {
            yield return EnterpriseRules.NameRequired();
        }

        if (profile.EstablishedOn > today)
        {
            yield return EnterpriseRules.EstablishedInFuture();
        }
    }

    private static IEnumerable<RuleViolationException> IdentityFaults(TaxCodeValidation taxCode, string? overrideReason, OrganizationType type)
    {
        if (!taxCode.Valid && !taxCode.MayBeOverridden)
        {
            return [EnterpriseRules.TaxCodeMalformed(taxCode)];
        }

        return taxCode.Valid || overrideReason is not null ? KindFaults(taxCode.Kind, type) : [EnterpriseRules.TaxCodeCheckDigit(taxCode)];
    }

    private static IEnumerable<RuleViolationException> KindFaults(TaxCodeKind kind, OrganizationType type)
    {
        // Twelve digits are a person's id, which is the tax code of an individual or a business household only (from 01/7/2025).
        if (kind is TaxCodeKind.PersonalId && type is not OrganizationType.BusinessHousehold)
        {
            yield return EnterpriseRules.PersonalIdOnlyForHousehold();
        }
    }

    private static IEnumerable<RuleViolationException> FactsFaults(DeclaredFacts facts, DateOnly today)
    {
        if (facts.Year < EarliestFactsYear || facts.Year > today.Year)
        {
            yield return EnterpriseRules.FactsYearOutOfRange(EarliestFactsYear, today.Year);
        }

        if (facts is { InsuredEmployees: < 0 } or { AnnualRevenue.IsNegative: true } or { TotalCapital.IsNegative: true })
        {
            yield return EnterpriseSizeRules.NegativeValue();
        }
    }

    private static void ThrowFirst(IEnumerable<RuleViolationException> faults)
    {
        if (faults.FirstOrDefault() is { } fault)
        {
            throw fault;
        }
    }

    private static bool SameName(string name, string other) => SearchText.Fold(name) == SearchText.Fold(other);

    /// <returns>The place of the first entry that names what an earlier one named already, by name or by id; -1 where none does.</returns>
    private static int FirstRepeated<T>(T[] entries, Func<T, string> name, Func<T, Guid?> id)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<Guid>();
        return Array.FindIndex(entries, entry =>
            !names.Add(SearchText.Fold(name(entry))) || (id(entry) is { } known && !ids.Add(known)));
    }

    private void SetIdentity(string taxCode, string? overrideReason, OrganizationType type, DateOnly today)
    {
        var validation = Enterprises.TaxCode.Validate(taxCode, today);
        var reason = validation.Valid ? null : SearchText.TidyOrNull(overrideReason);
        ThrowFirst(IdentityFaults(validation, reason, type));
        (TaxCode, TaxCodeKind, TaxCodeOverrideReason) = (validation.Normalized, validation.Kind, reason);
    }

    private void SetProfile(EnterpriseProfile profile)
    {
        var name = SearchText.Tidy(profile.Name);
        (Name, NameKey) = (name, EnterpriseNames.ComparisonKey(name));
        OrganizationType = profile.OrganizationType;
        DistrictCode = profile.DistrictCode;
        SectorCode = profile.SectorCode;
        Address = SearchText.TidyOrNull(profile.Address);
        LegalRepresentative = SearchText.TidyOrNull(profile.LegalRepresentative);
        Phone = SearchText.TidyOrNull(profile.Phone);
        Email = SearchText.TidyOrNull(profile.Email);
        EstablishedOn = profile.EstablishedOn;
    }

    private Product? FindProduct(Guid? id) => _products.Find(product => product.Id == id);

    private ProductionSite? FindSite(Guid? id) => _sites.Find(site => site.Id == id);

    private HeldCertificate FindCertificate(Guid id) =>
        _certificates.Find(certificate => certificate.Id == id) ?? throw EnterpriseRules.CertificateUnknown();
}
