using Nscl.Domain.Common;

namespace Nscl.Domain.Enterprises;

/// <summary>What an enterprise says about itself and may say anew; everything but the tax code and its lists.</summary>
/// <param name="Name">As registered: kept letter for letter, never corrected.</param>
/// <param name="DistrictCode">Administrative unit as recorded (domain-reference §4.6); the unit of today is resolved, never written over it.</param>
/// <param name="Address">House number, street, hamlet; free text.</param>
/// <param name="SectorCode">Priority sector (<c>coffee</c>, <c>ngocLinhGinseng</c> …) or <c>other</c>; the list is reference data.</param>
/// <param name="EstablishedOn">Date of the first registration certificate; awards ask for 36 months of operation.</param>
public sealed record EnterpriseProfile(
    string Name,
    OrganizationType OrganizationType,
    string DistrictCode,
    string SectorCode,
    string? Address = null,
    string? LegalRepresentative = null,
    string? Phone = null,
    string? Email = null,
    DateOnly? EstablishedOn = null);

/// <summary>The figures the enterprise declares for one year; the size class is computed from them, never typed.</summary>
/// <param name="InsuredEmployees">Yearly average of employees in social insurance: the sum of the months over 12, or over the months of operation in the first year.</param>
/// <param name="AnnualRevenue">Total revenue of the year, đồng; null where there is none yet.</param>
/// <param name="TotalCapital">Total capital of the year, đồng.</param>
/// <param name="Year">The year the figures are of.</param>
public sealed record DeclaredFacts(
    EnterpriseField Field,
    int? InsuredEmployees,
    Money? AnnualRevenue,
    Money? TotalCapital,
    int Year);
