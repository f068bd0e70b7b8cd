using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>
/// A product as entered. <paramref name="Id"/> names an existing product of the enterprise: support is counted per product
/// (S3.42–S3.46), so a product that is edited stays the same product.
/// </summary>
/// <param name="Gtin">Trade item number on its label, with or without separators.</param>
/// <param name="IsKeyProduct">On the province's list of key products (S3.27).</param>
/// <param name="ReplacesImports">Meets the criterion of S3.37; needs <paramref name="CriteriaEvidence"/>.</param>
/// <param name="IsExported">Meets the criterion of S3.38; needs <paramref name="CriteriaEvidence"/>.</param>
/// <param name="Standards">Numbers of the standards the product is made to, such as <c>TCVN 11892-1:2017</c>.</param>
public sealed record ProductEntry(
    string Name,
    string SectorCode,
    string? Gtin = null,
    bool IsKeyProduct = false,
    bool ReplacesImports = false,
    bool IsExported = false,
    string? CriteriaEvidence = null,
    IReadOnlyList<string>? Standards = null,
    Guid? Id = null);

/// <summary>A product or service of an enterprise. Priority attaches to products, not to enterprises (product.md §3).</summary>
public sealed class Product
{
    public const int NameMaxLength = 300;
    public const int CriteriaEvidenceMaxLength = 1000;
    public const int StandardMaxLength = 100;
    public const int StandardsMaxCount = 30;

    private List<string> _standards = [];

    internal Product(ProductEntry entry)
    {
        Id = Guid.CreateVersion7();
        Change(entry);
    }

    private Product()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public string SectorCode { get; private set; } = string.Empty;

    /// <summary>Digits only; the check digit holds.</summary>
    public string? Gtin { get; private set; }

    public bool IsKeyProduct { get; private set; }

    public bool ReplacesImports { get; private set; }

    public bool IsExported { get; private set; }

    /// <summary>What shows that the product replaces imports or is exported: contracts, customs papers, market figures.</summary>
    public string? CriteriaEvidence { get; private set; }

    public IReadOnlyList<string> Standards => _standards;

    /// <summary>The entry tidied, or the rule it breaks: a list is checked whole before any of it is taken.</summary>
    /// <param name="entry">As entered.</param>
    /// <param name="pointer">Where the entry stands in the request, for the rule that refuses it.</param>
    internal static ProductEntry Checked(ProductEntry entry, string pointer)
    {
        var name = SearchText.Tidy(entry.Name);
        if (name.Length == 0)
        {
            throw EnterpriseRules.ProductNameRequired(pointer);
        }

        var evidence = SearchText.TidyOrNull(entry.CriteriaEvidence);
        if ((entry.ReplacesImports || entry.IsExported) && evidence is null)
        {
            throw EnterpriseRules.CriteriaNeedEvidence(pointer, name);
        }

        var gtin = string.IsNullOrWhiteSpace(entry.Gtin) ? null : Enterprises.Gtin.Validate(entry.Gtin);
        if (gtin is { Valid: false })
        {
            throw EnterpriseRules.GtinInvalid(pointer, gtin);
        }

        return entry with
        {
            Name = name,
            Gtin = gtin?.Normalized,
            CriteriaEvidence = evidence,
            Standards =
            [
                .. (entry.Standards ?? [])
                    .Select(SearchText.Tidy)
                    .Where(static standard => standard.Length > 0)
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    internal void Change(ProductEntry entry)
    {
        Name = entry.Name;
        SectorCode = entry.SectorCode;
        Gtin = entry.Gtin;
        IsKeyProduct = entry.IsKeyProduct;
        ReplacesImports = entry.ReplacesImports;
        IsExported = entry.IsExported;
        CriteriaEvidence = entry.CriteriaEvidence;
        _standards = [.. entry.Standards ?? []];
    }
}
