using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Infrastructure.Enterprises;

/// <summary>Registers the demo's enterprises: the two of the source (S4.8, S4.21) and invented ones, which say so in their names.</summary>
internal sealed class DemoEnterprises(INsclDb db, ICurrentUser current, IDemoCallers callers, IBusinessClock clock) : IDemoSeed
{
    private static readonly Dictionary<string, string> Registrars = new(StringComparer.Ordinal) { ["konTum"] = "officer", ["tayNinh"] = "officer.tayninh" };

    public int Order => DemoSeedOrder.Enterprises;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var province in Read().GroupBy(static entry => entry.Province, StringComparer.Ordinal))
        {
            using var asOfficer = current.ActAs(await callers.FindAsync(Registrars[province.Key], cancellationToken));
            var known = await db.Enterprises.Select(static enterprise => enterprise.TaxCode).ToListAsync(cancellationToken);
            db.Enterprises.AddRange(province.Where(entry => !known.Contains(entry.TaxCode)).Select(Register));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private Enterprise Register(DemoEnterprise entry)
    {
        var enterprise = Enterprise.Register(
            entry.Province,
            entry.TaxCode,
            null,
            new EnterpriseProfile(entry.Name, entry.OrganizationType, entry.DistrictCode, entry.SectorCode, entry.Address, entry.LegalRepresentative, EstablishedOn: entry.EstablishedOn),
            clock.Today);
        if (entry.DeclaredFacts is { } facts)
        {
            enterprise.DeclareFacts(facts, clock.Today);
        }

        foreach (var product in entry.Products)
        {
            enterprise.AddProduct(new ProductEntry(product.Name, product.SectorCode, IsKeyProduct: product.IsKeyProduct));
        }

        foreach (var certificate in entry.Certificates)
        {
            enterprise.RecordCertificate(certificate);
        }

        return enterprise;
    }

    private static List<DemoEnterprise> Read()
    {
        using var stream = typeof(DemoEnterprises).Assembly.GetManifestResourceStream("demo-enterprises.json")!;
        return JsonSerializer.Deserialize<List<DemoEnterprise>>(stream, DomainJson.Options)!;
    }

    private sealed record DemoEnterprise(
        string Province,
        string TaxCode,
        string Name,
        OrganizationType OrganizationType,
        string DistrictCode,
        string SectorCode,
        IReadOnlyList<DemoProduct> Products,
        IReadOnlyList<CertificateEntry> Certificates,
        string? Address = null,
        string? LegalRepresentative = null,
        DateOnly? EstablishedOn = null,
        DeclaredFacts? DeclaredFacts = null);

    private sealed record DemoProduct(string Name, string SectorCode, bool IsKeyProduct);
}
