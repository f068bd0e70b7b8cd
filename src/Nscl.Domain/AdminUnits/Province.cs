using Nscl.Domain.Common;

namespace Nscl.Domain.AdminUnits;

/// <summary>A code of the state's list in the time it held: Tây Ninh was 72 until 30/6/2025 and is 80 since.</summary>
/// <param name="To">Last day.</param>
/// <param name="LegalBasis">Number of the act.</param>
public sealed record OfficialProvinceCode(string Code, DateOnly? From = null, DateOnly? To = null, string? LegalBasis = null);

/// <summary>Everything a pack says of a province but its code; its heir is a <see cref="ProvinceSuccession"/>.</summary>
/// <param name="ShortName">Without the word "Tỉnh".</param>
/// <param name="ValidFrom">First day; null = before the data.</param>
/// <param name="ValidTo">Last day; null = exists today.</param>
public sealed record ProvinceEntry(
    string NameVi,
    string NameEn,
    string ShortName,
    IReadOnlyList<OfficialProvinceCode> OfficialCodes,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null);

/// <summary>A province. Its <see cref="Code"/> is the tenant key of every row it founded and never changes. Reference data.</summary>
public sealed class Province
{
    public const int CodeMaxLength = 32;
    public const int NameMaxLength = 300;
    public const int ShortNameMaxLength = 60;

    private List<OfficialProvinceCode> _officialCodes = [];

    public Province(string code, ProvinceEntry entry)
    {
        (Id, Code) = (Guid.CreateVersion7(), code);
        Redefine(entry);
    }

    private Province()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>camelCase: <c>konTum</c>. Unique.</summary>
    public string Code { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public string ShortName { get; private set; } = string.Empty;

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? ValidTo { get; private set; }

    public IReadOnlyList<OfficialProvinceCode> OfficialCodes => _officialCodes;

    public DateRange Validity => new(ValidFrom ?? DateOnly.MinValue, ValidTo);

    public string? OfficialCodeOn(DateOnly date) =>
        _officialCodes.Find(code => (code.From is null || date >= code.From) && (code.To is null || date <= code.To))?.Code;

    /// <summary>Takes over what a pack that is imported again says.</summary>
    public void Redefine(ProvinceEntry entry)
    {
        if (entry.ValidTo < entry.ValidFrom)
        {
            throw ProvinceRules.EndsBeforeStart(Code);
        }

        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        ShortName = SearchText.Tidy(entry.ShortName);
        ValidFrom = entry.ValidFrom;
        ValidTo = entry.ValidTo;
        _officialCodes = [.. entry.OfficialCodes];
    }
}
