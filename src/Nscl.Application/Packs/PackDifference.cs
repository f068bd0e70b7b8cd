using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nscl.Application.Packs;

public enum PackChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One difference between the installed pack and the given one.</summary>
/// <param name="Entity">List of the entry: <c>agencies</c>, <c>programs/policyVersions/items</c> …; <c>pack</c> for the pack itself.</param>
/// <param name="Code">Key of the entry in its list; below a program with the keys of what it belongs to: <c>KT2021/1/P50-CERT</c>.</param>
/// <param name="Property">Place within the entry when it changed.</param>
/// <param name="Before">As installed.</param>
/// <param name="After">As given.</param>
public sealed record PackChange(PackChangeKind Kind, string Entity, string Code, string? Property, JsonElement? Before, JsonElement? After);

/// <summary>How many entries of a list are new, different, gone or the same.</summary>
public sealed record PackChangeCount(string Entity, int Added, int Changed, int Removed, int Unchanged);

/// <summary>Compares two packs entry by entry. Fact numbers are for tests and documents and never shown.</summary>
internal sealed class PackDifference
{
    private const string PackItself = "pack";
    private const string Facts = "facts";

    /// <summary>What identifies an entry, in order of preference; a list whose entries have none of these is compared as one value.</summary>
    private static readonly string[] KeyNames = ["code", "version", "number", "date", "clause"];

    private readonly List<PackChange> _changes = [];
    private readonly SortedDictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<PackChange> Changes => _changes;

    public IReadOnlyList<PackChangeCount> Counts => [.. _counts.Select(static count => new PackChangeCount(count.Key, count.Value[0], count.Value[1], count.Value[2], count.Value[3]))];

    /// <param name="before">Null when nothing is installed yet.</param>
    public static PackDifference Between(PackDocument? before, PackDocument after)
    {
        var difference = new PackDifference();
        difference.CompareObjects(new Place(string.Empty, string.Empty, string.Empty, []), before?.Root, after.Root);
        return difference;
    }

    private void CompareObjects(Place place, JsonElement? before, JsonElement after)
    {
        foreach (var name in Names(before, after))
        {
            var was = Value(before, name);
            var now = Value(after, name);
            var keys = KeyOfList(place, name, was, now);
            if (keys is not null)
            {
                CompareLists(place, name, keys, was, now);
            }
            else if (was is { ValueKind: JsonValueKind.Object } left && now is { ValueKind: JsonValueKind.Object } right)
            {
                CompareObjects(place with { Property = place.Join(name) }, left, right);
            }
            else if (!Same(was, now))
            {
                place.Changed.Add(new PackChange(PackChangeKind.Changed, place.EntityOrPack, place.Code, place.Join(name), Shown(was), Shown(now)));
            }
        }

        if (place.Entity.Length == 0 && place.Property.Length == 0)
        {
            Count(PackItself, before is null ? 0 : place.Changed.Count > 0 ? 1 : 3);
            if (before is not null)
            {
                _changes.InsertRange(0, place.Changed);
            }
        }
    }

    private void CompareLists(Place place, string name, Func<JsonElement, string> keyOf, JsonElement? before, JsonElement? after)
    {
        var entity = place.Entity.Length == 0 ? name : $"{place.Entity}/{name}";
        var was = ByKey(before, keyOf);
        var now = ByKey(after, keyOf);
        foreach (var (key, entry) in now)
        {
            var code = place.Code.Length == 0 ? key : $"{place.Code}/{key}";
            if (!was.TryGetValue(key, out var old))
            {
                Count(entity, 0);
                _changes.Add(new PackChange(PackChangeKind.Added, entity, code, null, null, null));
                continue;
            }

            var inner = new Place(entity, code, string.Empty, []);
            CompareObjects(inner, old, entry);
            Count(entity, inner.Changed.Count > 0 ? 1 : 3);
            _changes.AddRange(inner.Changed);
        }

        foreach (var key in was.Keys.Except(now.Keys, StringComparer.Ordinal))
        {
            Count(entity, 2);
            _changes.Add(new PackChange(PackChangeKind.Removed, entity, place.Code.Length == 0 ? key : $"{place.Code}/{key}", null, null, null));
        }
    }

    private void Count(string entity, int kind)
    {
        if (!_counts.TryGetValue(entity, out var counts))
        {
            _counts[entity] = counts = new int[4];
        }

        counts[kind]++;
    }

    /// <summary>Null where the value is no list of entries.</summary>
    private static Func<JsonElement, string>? KeyOfList(Place place, string name, JsonElement? before, JsonElement? after)
    {
        if (place is { Entity.Length: 0, Property.Length: 0 } && PackLists.All.Contains(name, StringComparer.Ordinal))
        {
            return entry => PackLists.KeyOf(name, entry);
        }

        if (place.Property.Length > 0)
        {
            return null;
        }

        List<JsonElement> lists = [.. ((JsonElement?[])[before, after]).OfType<JsonElement>().Where(static value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)];
        if (lists.Count == 0)
        {
            return null;
        }

        return Array.Find(KeyNames, key => lists.TrueForAll(list => IsKey(list, key))) is { } found ? entry => Text(entry.GetProperty(found)) : null;
    }

    private static bool IsKey(JsonElement list, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(name, out var key) || key.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || !seen.Add(Text(key)))
            {
                return false;
            }
        }

        return seen.Count > 0;
    }

    private static string Text(JsonElement key) => key.ValueKind == JsonValueKind.Number ? key.GetInt64().ToString(CultureInfo.InvariantCulture) : key.GetString()!;

    private static Dictionary<string, JsonElement> ByKey(JsonElement? list, Func<JsonElement, string> keyOf) =>
        list is { ValueKind: JsonValueKind.Array } entries ? entries.EnumerateArray().ToDictionary(keyOf, StringComparer.Ordinal) : [];

    private static IEnumerable<string> Names(JsonElement? before, JsonElement after) =>
        after.EnumerateObject().Select(static property => property.Name)
            .Union(before is { } was ? was.EnumerateObject().Select(static property => property.Name) : [], StringComparer.Ordinal)
            .Where(static name => name != Facts);

    private static JsonElement? Value(JsonElement? owner, string name) => owner is { } value && value.TryGetProperty(name, out var found) ? found : null;

    private static JsonElement? Shown(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object } found)
        {
            return value;
        }

        var node = JsonSerializer.SerializeToNode(found);
        RemoveFacts(node);
        return JsonSerializer.SerializeToElement(node);
    }

    private static void RemoveFacts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject entries:
                entries.Remove(Facts);
                foreach (var (_, value) in entries)
                {
                    RemoveFacts(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RemoveFacts(item);
                }

                break;
            default:
                break;
        }
    }

    private static bool Same(JsonElement? left, JsonElement? right) =>
        left is { } was && right is { } now ? JsonElement.DeepEquals(was, now) : left is null && right is null;

    /// <param name="Property">Path of the object within the entry; empty for the entry itself.</param>
    /// <param name="Changed">Changes of the entry itself, without those of the entries below it.</param>
    private sealed record Place(string Entity, string Code, string Property, List<PackChange> Changed)
    {
        public string EntityOrPack => Entity.Length == 0 ? PackItself : Entity;

        public string Join(string name) => Property.Length == 0 ? name : $"{Property}/{name}";
    }
}
