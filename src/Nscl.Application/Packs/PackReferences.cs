using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nscl.Application.Packs;

/// <summary>Which texts of a pack are codes of something else, and of what.</summary>
internal static partial class PackReferences
{
    /// <summary>A list of the program itself, not of the pack.</summary>
    public const string Targets = "targets";

    /// <summary>Place, with <c>*</c> for an index, to the list that must hold the code.</summary>
    private static readonly FrozenDictionary<string, string> ListOf = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [PackLists.Provinces] =
        [
            "/province", "/provinces/*/successor/province", "/adminUnits/*/province", "/agencies/*/province", "/agencies/*/successors/*/province",
            "/prioritySectors/*/province", "/programs/*/province", "/programs/*/eligibility/locality",
        ],
        [PackLists.AdminUnits] = ["/adminUnits/*/parent", "/adminUnits/*/formerParent", "/adminUnitSuccessions/*/from/*", "/adminUnitSuccessions/*/to/*", "/agencies/*/adminUnit"],
        [PackLists.LegalDocuments] =
        [
            "/provinces/*/officialCodes/*/legalBasis", "/provinces/*/successor/legalBasis", "/adminUnits/*/legalBasis", "/adminUnits/*/endLegalBasis",
            "/adminUnitSuccessions/*/legalBasis",
        ],
        [PackLists.Agencies] =
        [
            "/agencies/*/parent", "/agencies/*/memberOf", "/agencies/*/successors/*/agency", "/programs/*/leadAgency", "/programs/*/decision/issuer",
            "/programs/*/tasks/*/leadAgency", "/programs/*/tasks/*/coordinators/*", "/programs/*/duties/*/agencies/*", "/programs/*/duties/*/coordinatesWith/*",
            "/programs/*/duties/*/escalatesTo", "/programs/*/reportObligations/*/issuer", "/programs/*/reportObligations/*/recipients/*",
            "/programs/*/recipients/*/agencies/*", "/programs/*/appraisal/establishedBy", "/programs/*/appraisal/approvedBy",
            "/programs/*/funding/procedure/*/agency", "/programs/*/funding/budgetTotal/budgetHolder",
        ],
        ["standardLevels"] = ["/standards/*/level"],
        ["supportCategories"] =
        [
            "/managementSystems/*/supportCategories/*", "/tools/*/supportCategories/*", "/programs/*/tasks/*/supportCategories/*",
            "/programs/*/tasks/*/quotas/*/supportCategories/*", "/programs/*/targets/*/supportCategories/*",
            "/programs/*/policyVersions/*/items/*/supportCategories/*", "/programs/*/policyVersions/*/items/*/quota/supportCategories/*",
        ],
        ["organizationTypes"] = ["/legalForms/*/organizationType", "/programs/*/eligibility/organizationTypes/*"],
        ["participantKinds"] = ["/programs/*/tasks/*/participantKinds/*"],
        [PackLists.PrioritySectors] = ["/programs/*/prioritySectors/*"],
        ["documentKinds"] =
        [
            "/programs/*/submission/requiredDocuments/*", "/programs/*/submission/beforeContract/*",
            "/programs/*/policyVersions/*/items/*/requiredDocuments/*/kind", "/programs/*/policyVersions/*/items/*/evidence/*/documentKind",
        ],
        ["fundingSources"] = ["/programs/*/funding/sources/*/source"],
        [PackLists.ManagementSystems] = ["/programs/*/policyVersions/*/items/*/relatedSystems/*"],
        ["ipTypes"] = ["/programs/*/policyVersions/*/items/*/relatedIpTypes/*"],
        ["conformityKinds"] = ["/programs/*/policyVersions/*/items/*/relatedConformityKinds/*"],
        ["awardLevels"] = ["/programs/*/policyVersions/*/items/*/fixedAmounts/*/level"],
        ["signingAuthorities"] = ["/programs/*/signature/authorities/*"],
        ["recipientPurposes"] = ["/programs/*/recipients/*/purpose"],
        ["measureUnits"] =
        [
            "/programs/*/tasks/*/quotas/*/unit", "/programs/*/targets/*/unit", "/programs/*/targets/*/paired/*/unit", "/programs/*/macroIndicators/*/unit",
            "/programs/*/policyVersions/*/items/*/quota/unit",
        ],
        [Targets] =
        [
            "/programs/*/generalObjectives/*/targets/*", "/programs/*/specificObjectives/*/targets/*", "/programs/*/policyVersions/*/items/*/quota/target",
        ],
    }.SelectMany(static list => list.Value, static (list, place) => (Place: place, list.Key)).ToFrozenDictionary(static pair => pair.Place, static pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every place a reference can stand at; a test holds them against the schema.</summary>
    public static IEnumerable<string> Places => ListOf.Keys;

    /// <summary>Every reference of a pack.</summary>
    public static IReadOnlyList<PackReference> Of(PackDocument pack)
    {
        var found = new List<PackReference>();
        foreach (var property in pack.Root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var entry in new PackNode(string.Empty, pack.Root).Items(property.Name))
                {
                    Visit(entry.Value, entry.Pointer, ProvinceOf(entry, pack), entry.Pointer, found);
                }
            }
            else
            {
                Visit(property.Value, "/" + property.Name, pack.Province, string.Empty, found);
            }
        }

        return found;
    }

    private static string? ProvinceOf(PackNode entry, PackDocument pack) =>
        entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("province", out var own) ? own.GetString() : pack.Province;

    private static void Visit(JsonElement value, string pointer, string? province, string entry, List<PackReference> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                // A successor is an agency of the province that it names itself.
                var within = value.TryGetProperty("agency", out _) && value.TryGetProperty("province", out var own) ? own.GetString() : province;
                foreach (var property in value.EnumerateObject())
                {
                    Visit(property.Value, $"{pointer}/{property.Name}", within, entry, found);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Visit(item, $"{pointer}/{index++}", province, entry, found);
                }

                break;
            case JsonValueKind.String when ListOf.TryGetValue(Index().Replace(pointer, "/*"), out var list):
                found.Add(new PackReference(pointer, list, province, value.GetString()!, entry));
                break;
            default:
                break;
        }
    }

    [GeneratedRegex("/[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Index();
}

/// <param name="Province">Where to look first; then among the national entries.</param>
/// <param name="Entry">Place of the entry of the pack that it stands in.</param>
internal sealed record PackReference(string Pointer, string List, string? Province, string Code, string Entry)
{
    /// <summary>Keys that would answer the reference, see <see cref="PackLists.KeyOf"/>.</summary>
    public IReadOnlyList<(string List, string Key)> Answers() => List switch
    {
        PackLists.Agencies or PackLists.PrioritySectors => [(List, PackLists.InProvince(Province, Code)), (List, PackLists.InProvince(null, Code))],
        _ => [(List, Code)],
    };
}
