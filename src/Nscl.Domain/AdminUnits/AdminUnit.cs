using System.Text.Json.Serialization;
using Nscl.Domain.Common;

namespace Nscl.Domain.AdminUnits;

/// <summary>Tier. The district tier ended on 01/7/2025.</summary>
public enum AdminUnitLevel
{
    Province,
    District,
    Commune,
}

public enum AdminUnitKind
{
    Province,

    /// <summary>Huyện.</summary>
    District,

    /// <summary>Thị xã.</summary>
    Town,

    /// <summary>Thành phố.</summary>
    City,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn.</summary>
    Township,

    /// <summary>Đặc khu.</summary>
    SpecialZone,
}

/// <summary>A name that a unit bore for a time, such as a huyện that later became a thị xã.</summary>
/// <param name="To">Last day.</param>
public sealed record FormerName(string NameVi, string NameEn, AdminUnitKind Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? From, DateOnly To)
{
    public bool WasBorneOn(DateOnly date) => (From is null || date >= From) && date <= To;
}

/// <summary>Everything a pack says of a unit but its code.</summary>
/// <param name="ProvinceCode">Province the unit belongs to; a unit that changes province by a reform gets a successor instead.</param>
/// <param name="ParentCode">Null when directly below the province.</param>
/// <param name="ValidFrom">First day; null = before the data.</param>
/// <param name="ValidTo">Last day; null = exists today.</param>
/// <param name="OfficialCode">The state's code (124/2004/QĐ-TTg, from 01/7/2025 19/2025/QĐ-TTg); null where no official list is loaded.</param>
/// <param name="FormerParentCode">District to whose area the unit belonged before 01/7/2025.</param>
/// <param name="Aliases">Other spellings that search and import recognise: Đắk/Đăk/Đác, Rờ Kơi/Rơ Kơi.</param>
/// <param name="LegalBasis">Number of the act that founded it.</param>
/// <param name="EndLegalBasis">Number of the act that ended it.</param>
public sealed record AdminUnitEntry(
    string NameVi,
    string NameEn,
    AdminUnitLevel Level,
    AdminUnitKind Kind,
    string ProvinceCode,
    string? ParentCode = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    string? OfficialCode = null,
    string? FormerParentCode = null,
    IReadOnlyList<string>? Aliases = null,
    IReadOnlyList<FormerName>? FormerNames = null,
    string? LegalBasis = null,
    string? EndLegalBasis = null);

/// <summary>
/// An administrative unit in the time it exists (domain-reference §4.6). Always referred to by code: names repeat ("Đăk Hà" is
/// two communes, "Đăk Long" another two). Public reference data, no tenant's row: hence <see cref="ProvinceCode"/>, not a province
/// that owns it.
/// </summary>
public sealed class AdminUnit
{
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;
    public const int OfficialCodeMaxLength = 10;
    public const int AliasMaxLength = 120;
    public const int LegalBasisMaxLength = 60;

    private List<string> _aliases = [];
    private List<FormerName> _formerNames = [];

    public AdminUnit(string code, AdminUnitEntry entry)
    {
        (Id, Code) = (Guid.CreateVersion7(), code);
        Redefine(entry);
    }

    private AdminUnit()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The official code where one is known, otherwise a stable one of the pack. Unique.</summary>
    public string Code { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public AdminUnitLevel Level { get; private set; }

    public AdminUnitKind Kind { get; private set; }

    public string ProvinceCode { get; private set; } = string.Empty;

    public string? ParentCode { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? ValidTo { get; private set; }

    public string? OfficialCode { get; private set; }

    public string? FormerParentCode { get; private set; }

    public string? LegalBasis { get; private set; }

    public string? EndLegalBasis { get; private set; }

    public IReadOnlyList<string> Aliases => _aliases;

    public IReadOnlyList<FormerName> FormerNames => _formerNames;

    public DateRange Validity => new(ValidFrom ?? DateOnly.MinValue, ValidTo);

    /// <summary>Vietnamese name on a date: a paper of 2019 names the unit as it was called in 2019.</summary>
    public string NameViOn(DateOnly date) => FormerNameOn(date)?.NameVi ?? NameVi;

    /// <summary>English name on a date.</summary>
    public string NameEnOn(DateOnly date) => FormerNameOn(date)?.NameEn ?? NameEn;

    /// <summary>Takes over what a pack that is imported again says.</summary>
    public void Redefine(AdminUnitEntry entry)
    {
        if (entry.ValidTo < entry.ValidFrom)
        {
            throw AdminUnitRules.EndsBeforeStart(Code);
        }

        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        Level = entry.Level;
        Kind = entry.Kind;
        ProvinceCode = entry.ProvinceCode;
        ParentCode = entry.ParentCode;
        ValidFrom = entry.ValidFrom;
        ValidTo = entry.ValidTo;
        OfficialCode = entry.OfficialCode;
        FormerParentCode = entry.FormerParentCode;
        LegalBasis = entry.LegalBasis;
        EndLegalBasis = entry.EndLegalBasis;
        _aliases = [.. (entry.Aliases ?? []).Select(SearchText.Tidy)];
        _formerNames = [.. entry.FormerNames ?? []];
    }

    private FormerName? FormerNameOn(DateOnly date) => _formerNames.Find(name => name.WasBorneOn(date));
}
