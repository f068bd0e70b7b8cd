using System.Text.Json;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.ReferenceData;
using Nscl.Domain.Standards;

namespace Nscl.Application.ReferenceData;

/// <summary>A reference list as the packs brought it, in its order.</summary>
/// <param name="List">Name of the list, such as <c>documentKinds</c>.</param>
public sealed record ReferenceList(string List, IReadOnlyList<ReferenceListItem> Items);

/// <param name="Province">For lists that each province has of its own (priority sectors); null = national.</param>
/// <param name="Verification">How far the entry has been checked; null = not said.</param>
/// <param name="ConfigurableDefault">True where the whole entry is a default of the system that administrators should review.</param>
/// <param name="ConfigurableDefaults">Properties that are such defaults.</param>
/// <param name="Properties">What else the list says of its entries: <c>stage</c> and <c>requirement</c> of a document kind, <c>kind</c> of a sector …</param>
public sealed record ReferenceListItem(
    string Code,
    string NameVi,
    string NameEn,
    string? Province,
    Verification? Verification,
    bool ConfigurableDefault,
    IReadOnlyList<string> ConfigurableDefaults,
    string? NoteVi,
    string? NoteEn,
    IReadOnlyDictionary<string, JsonElement> Properties);

/// <param name="List">Name of a list of the pack format.</param>
public sealed record ListReferenceItemsQuery(string List) : IQuery<ReferenceList>;

internal sealed class ListReferenceItemsHandler(INsclDb db, ICurrentUser current) : IQueryHandler<ListReferenceItemsQuery, ReferenceList>
{
    private const string ManagementSystems = "managementSystems";
    private const string Tools = "tools";
    private static readonly string[] Own = ["configurableDefault", "configurableDefaults", "noteVi", "noteEn", "verification"];

    public async ValueTask<ReferenceList> Handle(ListReferenceItemsQuery query, CancellationToken cancellationToken) => new(
        query.List,
        query.List is ManagementSystems or Tools ? await SystemsAsync(query.List == Tools, cancellationToken) : await ItemsAsync(query.List, cancellationToken));

    private async Task<List<ReferenceListItem>> ItemsAsync(string list, CancellationToken cancellationToken)
    {
        var provinces = current.User.Provinces;
        var items = await db.Set<ReferenceItem>().AsNoTracking()
            .Where(item => item.List == list && (item.ProvinceCode == null || provinces.Contains(item.ProvinceCode)))
            .OrderBy(static item => item.ProvinceCode).ThenBy(static item => item.Position).ThenBy(static item => item.Code)
            .ToListAsync(cancellationToken);
        // A list of which the caller's province has no entries is empty; one that no pack knows does not exist.
        return items.Count > 0 || await db.Set<ReferenceItem>().AnyAsync(item => item.List == list, cancellationToken)
            ? items.ConvertAll(Describe)
            : throw new NotFoundException("referenceData");
    }

    private static ReferenceListItem Describe(ReferenceItem item)
    {
        var content = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(item.Content)!;
        var source = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(item.Source)!;
        return new ReferenceListItem(
            item.Code,
            item.NameVi,
            item.NameEn,
            item.ProvinceCode,
            (content.TryGetValue("verification", out var verification) || source.TryGetValue("verification", out verification)) ? verification.Deserialize<Verification>(DomainJson.Options) : null,
            content.TryGetValue("configurableDefault", out var isDefault) && isDefault.GetBoolean(),
            content.TryGetValue("configurableDefaults", out var defaults) ? [.. defaults.EnumerateArray().Select(static name => name.GetString()!)] : [],
            Text(content, "noteVi"),
            Text(content, "noteEn"),
            content.Where(static property => !Own.Contains(property.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal));
    }

    private static string? Text(Dictionary<string, JsonElement> content, string name) => content.TryGetValue(name, out var value) ? value.GetString() : null;

    private async Task<List<ReferenceListItem>> SystemsAsync(bool tools, CancellationToken cancellationToken)
    {
        var systems = await db.Set<ManagementSystem>().AsNoTracking()
            .Where(system => (system.Kind == ManagementSystemKind.Tool) == tools)
            .OrderBy(static system => system.Position).ThenBy(static system => system.Code)
            .ToListAsync(cancellationToken);
        return systems.ConvertAll(static system => new ReferenceListItem(
            system.Code,
            system.NameVi,
            system.NameEn,
            null,
            system.Verification,
            ConfigurableDefault: false,
            [],
            null,
            null,
            new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["kind"] = Json(system.Kind),
                ["certifiable"] = Json(system.IsCertifiable),
                ["validYears"] = Json(system.CertificateYears),
                ["tiers"] = Json(system.Tiers),
                ["standards"] = Json(system.StandardNumbers),
                ["supportCategories"] = Json(system.SupportCategories),
                ["aliases"] = Json(system.Aliases),
            }.Where(static property => property.Value.ValueKind != JsonValueKind.Null).ToDictionary(StringComparer.Ordinal)));
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, DomainJson.Options);
}
