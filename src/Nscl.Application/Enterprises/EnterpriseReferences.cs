using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Enterprises;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.Enterprises;

/// <summary>A code of a list, with the spellings under which people write it.</summary>
internal sealed record KnownCode(string Code, string NameVi, string NameEn, IReadOnlyList<string> Aliases);

/// <summary>
/// The codes that an enterprise's record may name on a day: administrative units directly below the caller's provinces, priority
/// sectors, management systems. What is on record already stays, also after a reform or a new list.
/// </summary>
internal sealed class EnterpriseReferences
{
    /// <summary>The sector of whoever is in none of the province's priority sectors.</summary>
    public const string OtherSector = "other";

    private EnterpriseReferences(IReadOnlyList<KnownCode> districts, IReadOnlyList<KnownCode> sectors) => (Districts, Sectors) = (districts, sectors);

    /// <summary>Units that exist on the day.</summary>
    public IReadOnlyList<KnownCode> Districts { get; }

    /// <summary>Priority sectors of the province; <see cref="OtherSector"/> is no entry of the list and always taken.</summary>
    public IReadOnlyList<KnownCode> Sectors { get; }

    public static async Task<EnterpriseReferences> ReadAsync(INsclDb db, CurrentUser user, DateOnly today, CancellationToken cancellationToken)
    {
        var provinces = user.Provinces;
        var units = await db.Set<AdminUnit>().AsNoTracking()
            .Where(unit => provinces.Contains(unit.ProvinceCode) && unit.ParentCode == null
                && (unit.ValidFrom == null || unit.ValidFrom <= today) && (unit.ValidTo == null || unit.ValidTo >= today))
            .OrderBy(static unit => unit.Code)
            .ToListAsync(cancellationToken);
        var sectors = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(item => item.List == ReferenceLists.PrioritySectors && (item.ProvinceCode == null || provinces.Contains(item.ProvinceCode)))
            .OrderBy(static item => item.Position).ThenBy(static item => item.Code)
            .Select(static item => new KnownCode(item.Code, item.NameVi, item.NameEn, new List<string>()))
            .ToListAsync(cancellationToken);
        return new EnterpriseReferences(units.ConvertAll(unit => new KnownCode(unit.Code, unit.NameViOn(today), unit.NameEnOn(today), unit.Aliases)), sectors);
    }

    /// <summary>Refuses unknown districts and sectors that the input brings in; reads the lists only when something is new.</summary>
    /// <param name="before">The enterprise as it is; null while it is registered.</param>
    public static async Task RequireKnownAsync(INsclDb db, CurrentUser user, DateOnly today, EnterpriseInput input, Enterprise? before, CancellationToken cancellationToken)
    {
        var districts = new List<(string Pointer, string Code)> { ("/districtCode", input.DistrictCode) };
        districts.AddRange((input.Sites ?? []).Select(static (site, i) => ($"/sites/{i}/districtCode", site.DistrictCode)));
        string[] kept = before is null ? [] : [before.DistrictCode, .. before.Sites.Select(static site => site.DistrictCode)];
        districts.RemoveAll(named => kept.Contains(named.Code, StringComparer.Ordinal));
        var sector = input.SectorCode == before?.SectorCode ? null : input.SectorCode;
        if (districts.Count == 0 && sector is null or OtherSector)
        {
            return;
        }

        var known = await ReadAsync(db, user, today, cancellationToken);
        var errors = districts.Where(named => !known.HasDistrict(named.Code)).Select(static named => UnknownDistrict(named.Pointer, named.Code)).ToList();
        if (sector is not null && !known.HasSector(sector))
        {
            errors.Add(UnknownSector("/sectorCode", sector));
        }

        ThrowIfAny(errors);
    }

    /// <summary>Refuses unknown sectors of new products and of products that change theirs.</summary>
    public static async Task RequireKnownAsync(INsclDb db, CurrentUser user, DateOnly today, IReadOnlyList<ProductEntry> products, Enterprise before, CancellationToken cancellationToken)
    {
        var named = products
            .Select(static (product, i) => (Pointer: $"/products/{i}/sectorCode", product.SectorCode))
            .Where(product => product.SectorCode != OtherSector && !before.Products.Any(kept => kept.SectorCode == product.SectorCode))
            .ToList();
        if (named.Count > 0)
        {
            var known = await ReadAsync(db, user, today, cancellationToken);
            ThrowIfAny([.. named.Where(product => !known.HasSector(product.SectorCode)).Select(static product => UnknownSector(product.Pointer, product.SectorCode))]);
        }
    }

    /// <summary>Refuses a certificate of a system that no list knows.</summary>
    public static async Task RequireKnownSystemAsync(INsclDb db, CertificateEntry entry, Enterprise before, CancellationToken cancellationToken)
    {
        if (!before.Certificates.Any(kept => kept.SystemCode == entry.SystemCode)
            && !await db.Set<ManagementSystem>().AnyAsync(system => system.Code == entry.SystemCode, cancellationToken))
        {
            throw new InvalidInputException([Unknown("/systemCode", "enterprise.unknownSystem", "No management system has this code.", entry.SystemCode)]);
        }
    }

    public bool HasDistrict(string code) => Districts.Any(known => known.Code == code);

    public bool HasSector(string code) => code == OtherSector || Sectors.Any(known => known.Code == code);

    public static InputError UnknownDistrict(string pointer, string code) =>
        Unknown(pointer, "enterprise.unknownDistrict", "No administrative unit of the province has this code today.", code);

    public static InputError UnknownSector(string pointer, string code) =>
        Unknown(pointer, "enterprise.unknownSector", "The code is neither a priority sector of the province nor `other`.", code);

    private static InputError Unknown(string pointer, string code, string detail, string value) =>
        new(pointer, code, detail, new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = value });

    private static void ThrowIfAny(List<InputError> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
