using System.Text.Json;

namespace Nscl.Application.Packs;

/// <summary>The lists of a pack, under their names in the format, and what identifies an entry in each.</summary>
internal static class PackLists
{
    public const string LegalDocuments = "legalDocuments";
    public const string Provinces = "provinces";
    public const string AdminUnits = "adminUnits";
    public const string AdminUnitSuccessions = "adminUnitSuccessions";
    public const string Agencies = "agencies";
    public const string Programs = "programs";
    public const string Holidays = "holidays";
    public const string Standards = "standards";
    public const string ManagementSystems = "managementSystems";
    public const string Tools = "tools";
    public const string PrioritySectors = "prioritySectors";

    /// <summary>Lists that are kept as reference items: a code, two names and what else they say.</summary>
    public static readonly IReadOnlyList<string> Items =
    [
        "supportCategories",
        PrioritySectors,
        "fundingSources",
        "organizationTypes",
        "legalForms",
        "participantKinds",
        "documentKinds",
        "ipTypes",
        "ipStages",
        "conformityKinds",
        "awardLevels",
        "awardRegimes",
        "commendationForms",
        "nonParticipationReasons",
        "standardLevels",
        "eventKinds",
        "trainingTopics",
        "assignmentPurposes",
        "recipientPurposes",
        "signingAuthorities",
        "measureUnits",
    ];

    public static readonly IReadOnlyList<string> All =
        [LegalDocuments, Provinces, AdminUnits, AdminUnitSuccessions, Agencies, Holidays, Standards, ManagementSystems, Tools, .. Items, Programs];

    /// <summary>Systems and tools are one register: "this system at this site" must name one thing.</summary>
    public static string RegisterOf(string list) => list == Tools ? ManagementSystems : list;

    /// <summary>Key of an entry in its list. Agencies and priority sectors repeat their codes from province to province.</summary>
    public static string KeyOf(string list, JsonElement entry) => list switch
    {
        Agencies or PrioritySectors => InProvince(entry.GetProperty("province").GetString(), entry.GetProperty("code").GetString()!),
        Holidays => entry.GetProperty("date").GetString()!,
        LegalDocuments => entry.GetProperty("number").GetString()!,
        AdminUnitSuccessions => SuccessionKey(entry.GetProperty("on").GetString()!, entry.GetProperty("from").EnumerateArray().Select(static code => code.GetString()!)),
        _ => entry.GetProperty("code").GetString()!,
    };

    public static string InProvince(string? province, string code) => $"{province}/{code}";

    /// <summary>A succession has no code of its own: the day and the units that end identify it.</summary>
    public static string SuccessionKey(string on, IEnumerable<string> from) => $"{on} {string.Join('+', from.Order(StringComparer.Ordinal))}";
}
