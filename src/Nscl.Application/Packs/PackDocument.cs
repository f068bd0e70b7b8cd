using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Application.Common;
using Nscl.Domain.Common;

namespace Nscl.Application.Packs;

/// <summary>A pack that conforms to the schema, read by its lists.</summary>
internal sealed class PackDocument
{
    /// <summary>Properties of the schema that this reader does not need are passed over; the schema has checked them.</summary>
    private static readonly JsonSerializerOptions ReadingOptions = new(DomainJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    private readonly JsonElement _root;

    public PackDocument(JsonElement root)
    {
        _root = root;
        Key = root.GetProperty("key").GetString()!;
        Title = root.GetProperty("title").GetString()!;
        TitleEn = root.GetProperty("titleEn").GetString()!;
        Province = root.GetProperty("province").GetString();
        Requires = root.TryGetProperty("requires", out var requires) ? [.. requires.EnumerateArray().Select(static key => key.GetString()!)] : [];
    }

    public JsonElement Root => _root;

    public string Key { get; }

    public string Title { get; }

    public string TitleEn { get; }

    /// <summary>The province whose pack it is; null for national reference data.</summary>
    public string? Province { get; }

    public IReadOnlyList<string> Requires { get; }

    public static PackDocument Parse(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        return new PackDocument(document.RootElement.Clone());
    }

    /// <summary>Entries of a top-level list, with their places.</summary>
    public IEnumerable<PackNode> Entries(string list) => new PackNode(string.Empty, _root).Items(list);

    /// <summary>Reads an entry into a type of the domain that is spelled as the pack spells it.</summary>
    public static T Read<T>(PackNode node) => Reading(node, () => node.Value.Deserialize<T>(ReadingOptions)!);

    /// <summary>Reads an entry completely: nothing it says may be lost. <paramref name="apart"/> are read elsewhere.</summary>
    public static T ReadWhole<T>(PackNode node, params string[] apart)
    {
        var entry = JsonObject.Create(node.Value)!;
        foreach (var property in apart)
        {
            entry.Remove(property);
        }

        return Reading(node, () => entry.Deserialize<T>(DomainJson.Options)!);
    }

    /// <summary>What the schema lets pass and the domain's type does not is a fault of the pack, named with its place.</summary>
    private static T Reading<T>(PackNode node, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(node.Pointer + JsonPointer.Of((exception.Path ?? string.Empty).TrimStart('$', '.')), "input.invalid", "The value is not valid.");
        }
    }
}

/// <summary>A value of a pack and where it stands (RFC 6901).</summary>
internal readonly record struct PackNode(string Pointer, JsonElement Value)
{
    public string? Text(string property) =>
        Value.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A value that may be left out, or null.</summary>
    public PackNode? Child(string property) =>
        Value.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? new PackNode($"{Pointer}/{property}", value) : null;

    public IEnumerable<PackNode> Items(string list)
    {
        if (Child(list) is not { Value.ValueKind: JsonValueKind.Array } items)
        {
            yield break;
        }

        var index = 0;
        foreach (var item in items.Value.EnumerateArray())
        {
            yield return new PackNode($"{items.Pointer}/{index++}", item);
        }
    }
}
