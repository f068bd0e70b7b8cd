using System.Text.Json.Nodes;
using Nscl.TestSupport;

namespace Nscl.Api.Tests.Packs;

/// <summary>The shipped packs as files, and altered copies of them.</summary>
internal static class PackFiles
{
    public static string Text(string key) => File.ReadAllText(RepositoryFiles.PathOf("packs", key + ".json"));

    public static JsonObject Pack(string key) => JsonNode.Parse(Text(key))!.AsObject();

    /// <summary>A copy with a change made to it.</summary>
    public static string Altered(string key, Action<JsonObject> change)
    {
        var pack = Pack(key);
        change(pack);
        return pack.ToJsonString();
    }

    /// <summary>The node at a JSON Pointer.</summary>
    public static JsonNode At(this JsonNode node, string pointer) =>
        pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(node, static (current, name) => current is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : current[name]!);
}
