using System.Text.Json.Serialization;
using Nscl.Domain.Common;

namespace Nscl.Domain.Agencies;

public enum AgencyKind
{
    Ministry,
    NationalAgency,
    International,
    PartyBody,
    PeoplesCouncil,
    PeoplesCommittee,
    Office,
    Department,
    SubDepartment,

    /// <summary>A body of a ministry that sits in the province, such as the statistics office.</summary>
    VerticalAgency,
    ManagementBoard,
    Media,
    Association,
    LocalGovernment,

    /// <summary>Named together without being one body, such as "các sở, ban, ngành".</summary>
    Group,
}

public enum AgencySuccessionKind
{
    Merge,
    Rename,
    Split,

    /// <summary>The tasks, or some of them, went there.</summary>
    Transfer,
}

/// <summary>A body that continues an agency from a day on.</summary>
/// <param name="ProvinceCode">Null for a national body.</param>
public sealed record AgencySuccessor([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ProvinceCode, string AgencyCode, DateOnly On, AgencySuccessionKind Kind);

/// <summary>Everything a pack says of an agency but its key.</summary>
/// <param name="ShortName">Vietnamese, as in recipient lists.</param>
/// <param name="ValidFrom">First day; null = before the data.</param>
/// <param name="ValidTo">Last day; null = exists today.</param>
/// <param name="ParentCode">Agency of the same province that it belongs to, such as a sub-department's department.</param>
/// <param name="IsCollective">One entry for many bodies, such as "UBND các huyện, thành phố".</param>
public sealed record AgencyEntry(
    string NameVi,
    string NameEn,
    string ShortName,
    AgencyKind Kind,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    string? ParentCode = null,
    bool IsCollective = false,
    IReadOnlyList<AgencySuccessor>? Successors = null,
    IReadOnlyList<string>? Aliases = null);

/// <summary>
/// An agency in the time it exists. Tasks of 2019 keep the agency they name (Sở Kế hoạch và Đầu tư), whoever continues it today
/// (domain-reference §4.5). Public reference data, keyed by province and code, no tenant's row.
/// </summary>
public sealed class Agency
{
    public const int CodeMaxLength = 80;
    public const int NameMaxLength = 300;
    public const int ShortNameMaxLength = 120;
    public const int AliasMaxLength = 120;

    private List<AgencySuccessor> _successors = [];
    private List<string> _aliases = [];

    public Agency(string? provinceCode, string code, AgencyEntry entry)
    {
        (Id, ProvinceCode, Code) = (Guid.CreateVersion7(), provinceCode, code);
        Redefine(entry);
    }

    private Agency()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Null for a national body.</summary>
    public string? ProvinceCode { get; private set; }

    /// <summary>camelCase; unique among the agencies of the province, or among the national ones.</summary>
    public string Code { get; private set; } = string.Empty;

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public string ShortName { get; private set; } = string.Empty;

    public AgencyKind Kind { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? ValidTo { get; private set; }

    public string? ParentCode { get; private set; }

    public bool IsCollective { get; private set; }

    public IReadOnlyList<AgencySuccessor> Successors => _successors;

    /// <summary>Other names that search and import recognise.</summary>
    public IReadOnlyList<string> Aliases => _aliases;

    public DateRange Validity => new(ValidFrom ?? DateOnly.MinValue, ValidTo);

    public void Redefine(AgencyEntry entry)
    {
        if (entry.ValidTo < entry.ValidFrom)
        {
            throw AgencyRules.EndsBeforeStart(Code);
        }

        NameVi = SearchText.Tidy(entry.NameVi);
        NameEn = SearchText.Tidy(entry.NameEn);
        ShortName = SearchText.Tidy(entry.ShortName);
        Kind = entry.Kind;
        ValidFrom = entry.ValidFrom;
        ValidTo = entry.ValidTo;
        ParentCode = entry.ParentCode;
        IsCollective = entry.IsCollective;
        _successors = [.. entry.Successors ?? []];
        _aliases = [.. (entry.Aliases ?? []).Select(SearchText.Tidy)];
    }

    /// <summary>
    /// Who does the agency's work on a day: itself while it exists, afterwards its direct or later successors, one or several.
    /// </summary>
    public IReadOnlyList<Agency> ActingOn(DateOnly date, IReadOnlyCollection<Agency> agencies)
    {
        var acting = new List<Agency>();
        var seen = new HashSet<Agency>();
        var open = new Queue<Agency>([this]);

        while (open.TryDequeue(out var agency))
        {
            if (!seen.Add(agency))
            {
                continue;
            }

            if (agency.Validity.Contains(date))
            {
                acting.Add(agency);
                continue;
            }

            foreach (var successor in agency.Successors.Where(successor => successor.On <= date))
            {
                foreach (var found in agencies.Where(found => found.ProvinceCode == successor.ProvinceCode && found.Code == successor.AgencyCode))
                {
                    open.Enqueue(found);
                }
            }
        }

        return acting;
    }
}

/// <summary>Every reason the list of agencies can say no.</summary>
public static class AgencyRules
{
    public static RuleViolationException EndsBeforeStart(string code) => new(
        "agency.endsBeforeStart",
        "An agency cannot end before it starts.",
        new Dictionary<string, object?> { ["code"] = code });
}
