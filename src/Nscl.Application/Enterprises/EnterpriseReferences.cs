using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Common;
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

    /// <summary>Names of units that exist no longer, for records that keep them.</summary>
    private Dictionary<string, KnownCode> FormerDistricts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Units that exist on the day.</summary>
    public IReadOnlyList<KnownCode> Districts { get; }

    /// <summary>Priority sectors of the province; <see cref="OtherSector"/> is no entry of the list and always taken.</summary>
    public IReadOnlyList<KnownCode> Sectors { get; }

    /// <summary>With the units of every time, to name what is on record.</summary>
    public static async Task<EnterpriseReferences> ReadAllAsync(INsclDb db, CurrentUser user, DateOnly today, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(db, user, today, cancellationToken);
        var provinces = user.Provinces;
        var former = await db.Set<AdminUnit>().AsNoTracking()
            .Where(unit => provinces.Contains(unit.ProvinceCode) && (unit.ValidTo != null && unit.ValidTo < today))
            .Select(static unit => new KnownCode(unit.Code, unit.NameVi, unit.NameEn, new List<string>()))
            .ToListAsync(cancellationToken);
        return new EnterpriseReferences(current.Districts, current.Sectors) { FormerDistricts = former.ToDictionary(static unit => unit.Code, StringComparer.Ordinal) };
    }

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
        return new EnterpriseReferences(units.ConvertAll(unit => new KnownCode(unit.Code, unit.NameViOn(today), unit.NameEnOn(today), [.. unit.Aliases, ShortName(unit, today)])), sectors);
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

    /// <summary>Name of a unit on record; its code where no list knows it.</summary>
    public string DistrictLabel(string code, CultureInfo reader) =>
        Label(code, Districts, reader) ?? (FormerDistricts.TryGetValue(code, out var former) ? NameOf(former, reader) : code);

    public string SectorLabel(string code, CultureInfo reader) => Label(code, Sectors, reader) ?? code;

    public bool HasDistrict(string code) => Districts.Any(known => known.Code == code);

    public bool HasSector(string code) => code == OtherSector || Sectors.Any(known => known.Code == code);

    /// <summary>The code that a person means by a code, a name or another spelling of it; null where none or several could be meant.</summary>
    public static string? CodeOf(string written, IReadOnlyList<KnownCode> list)
    {
        if (list.Any(known => known.Code == written))
        {
            return written;
        }

        var folded = SearchText.Fold(written);
        var meant = list.Where(known => Spellings(known).Any(spelling => SearchText.Fold(spelling) == folded)).Take(2).ToList();
        return meant.Count == 1 ? meant[0].Code : null;
    }

    /// <summary>The name, with the code where another entry bears the same name ("Đăk Hà" is two communes).</summary>
    public static string LabelOf(KnownCode known, IReadOnlyList<KnownCode> list, CultureInfo reader)
    {
        var name = NameOf(known, reader);
        return list.Count(other => NameOf(other, reader) == name) > 1 ? $"{name} ({known.Code})" : name;
    }

    /// <summary>Without the word for its kind: people write "Đắk Hà" for Huyện Đắk Hà.</summary>
    private static string ShortName(AdminUnit unit, DateOnly today)
    {
        var kindWords = unit.Kind is AdminUnitKind.Town or AdminUnitKind.City or AdminUnitKind.Township or AdminUnitKind.SpecialZone ? 2 : 1;
        return string.Join(' ', unit.NameViOn(today).Split(' ').Skip(kindWords));
    }

    private static string? Label(string code, IReadOnlyList<KnownCode> list, CultureInfo reader) =>
        list.FirstOrDefault(known => known.Code == code) is { } found ? LabelOf(found, list, reader) : null;

    private static string NameOf(KnownCode known, CultureInfo reader) => reader.TwoLetterISOLanguageName == "en" ? known.NameEn : known.NameVi;

    private static IEnumerable<string> Spellings(KnownCode known) =>
        [known.NameVi, known.NameEn, $"{known.NameVi} ({known.Code})", $"{known.NameEn} ({known.Code})", .. known.Aliases];

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
