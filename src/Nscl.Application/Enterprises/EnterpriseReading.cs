using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>How enterprises leave the system: with the size class of today, and with personal ids masked for those who need not know them.</summary>
internal sealed class EnterpriseReading(INsclDb db, IMapper mapper, ICurrentUser current, IBusinessClock clock)
{
    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public async Task<Versioned<EnterpriseDetails>> DetailsAsync(Guid enterpriseId, CancellationToken cancellationToken)
    {
        var (details, version) = await db.ReadVersionedAsync(enterpriseId, Projection.Of<Enterprise, EnterpriseDetails>(mapper), cancellationToken)
            ?? throw new NotFoundException("enterprise");
        var size = SizeOf(details.OrganizationType, details.DeclaredFacts);
        return new Versioned<EnterpriseDetails>(
            details with
            {
                TaxCode = Shown(details.Id, details.TaxCode),
                SizeClass = size?.SizeClass,
                SizeLegs = size?.Legs ?? [],
                SizeLegalBasis = size?.LegalBasis,
            },
            version);
    }

    /// <summary>Size by the law in force on today's business date.</summary>
    public SizeClassification? SizeOf(OrganizationType type, EnterpriseFacts? facts) => EnterpriseSizeClassifier.Tell(type, facts?.ToDomain(), clock.Today);

    /// <summary>The tax code as the caller may see it. An enterprise's own people know their code.</summary>
    public string Shown(Guid enterpriseId, string taxCode) => MaySeeWhole(enterpriseId) ? taxCode : TaxCode.Mask(taxCode);

    private bool MaySeeWhole(Guid enterpriseId) =>
        current.User.May(Permissions.EnterprisesReadPersonalIds) || current.User.Rows.EnterpriseIds.Contains(enterpriseId);
}

internal static class EnterpriseLoading
{
    /// <summary>The whole aggregate, to be changed.</summary>
    /// <param name="version">What the caller saw; null where nothing of theirs can be overwritten.</param>
    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    /// <exception cref="StaleVersionException">Changed since the caller read it.</exception>
    public static async Task<Enterprise> LoadEnterpriseAsync(this INsclDb db, Guid enterpriseId, uint? version, CancellationToken cancellationToken)
    {
        var enterprise = await db.Enterprises.FirstOrDefaultAsync(row => row.Id == enterpriseId, cancellationToken)
            ?? throw new NotFoundException("enterprise");
        if (version is { } expected)
        {
            db.ExpectVersion(enterprise, expected);
        }

        return enterprise;
    }

    /// <summary>
    /// Within a province the database keeps tax codes unique. An heir's people see several provinces, and must not found anew
    /// whom a predecessor knows.
    /// </summary>
    public static async Task RequireFreeTaxCodeAsync(this INsclDb db, CurrentUser user, Enterprise enterprise, CancellationToken cancellationToken)
    {
        if (user.Provinces.Count > 1 && await db.Enterprises.AnyAsync(row => row.TaxCode == enterprise.TaxCode && row.Province != enterprise.Province, cancellationToken))
        {
            throw EnterpriseRules.TaxCodeTaken(enterprise.TaxCode);
        }
    }
}
