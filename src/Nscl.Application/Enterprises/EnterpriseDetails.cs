using AutoMapper;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>An enterprise with everything that is on record of it.</summary>
/// <param name="Province">The province that founded the record.</param>
/// <param name="TaxCode">Normalised; a 12-digit personal id is masked for those who need not know it.</param>
/// <param name="TaxCodeOverrideReason">Why an officer insisted on a code whose check digit does not fit.</param>
/// <param name="DistrictCode">Administrative unit as recorded, also after a reform has replaced it.</param>
public sealed record EnterpriseDetails(
    Guid Id,
    string Province,
    string TaxCode,
    TaxCodeKind TaxCodeKind,
    string? TaxCodeOverrideReason,
    string Name,
    OrganizationType OrganizationType,
    string DistrictCode,
    string SectorCode,
    string? Address,
    string? LegalRepresentative,
    string? Phone,
    string? Email,
    DateOnly? EstablishedOn,
    EnterpriseFacts? DeclaredFacts,
    IReadOnlyList<ProductDetails> Products,
    IReadOnlyList<SiteDetails> Sites,
    IReadOnlyList<CertificateDetails> Certificates)
{
    /// <summary>By the law in force today; absent where figures are missing.</summary>
    public SizeClass? SizeClass { get; init; }

    /// <summary>Every comparison made on the way to the class.</summary>
    public IReadOnlyList<SizeLeg> SizeLegs { get; init; } = [];

    public string? SizeLegalBasis { get; init; }

    internal sealed class Map : Profile
    {
        public Map()
        {
            CreateProjection<Enterprise, EnterpriseDetails>()
                .ForMember(static details => details.SizeClass, static member => member.Ignore())
                .ForMember(static details => details.SizeLegs, static member => member.Ignore())
                .ForMember(static details => details.SizeLegalBasis, static member => member.Ignore());
            CreateProjection<DeclaredFacts, EnterpriseFacts>();
            CreateProjection<Product, ProductDetails>();
            CreateProjection<ProductionSite, SiteDetails>();
            CreateProjection<HeldCertificate, CertificateDetails>();
        }
    }
}

/// <summary>The figures the enterprise declares for one year; the size class is computed from them, never typed.</summary>
/// <param name="Year">The year the figures are of.</param>
/// <param name="InsuredEmployees">Yearly average of employees in social insurance.</param>
/// <param name="AnnualRevenue">Total revenue of the year, đồng; left out by a firm that has none yet.</param>
/// <param name="TotalCapital">Total capital of the year, đồng.</param>
public sealed record EnterpriseFacts(EnterpriseField Field, int Year, int? InsuredEmployees = null, Money? AnnualRevenue = null, Money? TotalCapital = null)
{
    internal DeclaredFacts ToDomain() => new(Field, InsuredEmployees, AnnualRevenue, TotalCapital, Year);
}

/// <param name="Gtin">Trade item number, digits only.</param>
/// <param name="CriteriaEvidence">What shows that the product replaces imports or is exported.</param>
/// <param name="Standards">Numbers of the standards it is made to.</param>
public sealed record ProductDetails(
    Guid Id,
    string Name,
    string SectorCode,
    string? Gtin,
    bool IsKeyProduct,
    bool ReplacesImports,
    bool IsExported,
    string? CriteriaEvidence,
    IReadOnlyList<string> Standards);

public sealed record SiteDetails(Guid Id, string Name, string DistrictCode, string? Address);

/// <param name="SystemCode">Code of the management system that is certified.</param>
/// <param name="ExpiresOn">Last day it is valid.</param>
public sealed record CertificateDetails(
    Guid Id,
    string SystemCode,
    string? StandardNumber,
    string Number,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly? ExpiresOn,
    string? Scope);
