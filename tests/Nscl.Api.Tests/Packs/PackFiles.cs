using System.Text.Json.Nodes;

namespace Nscl.Api.Tests.Packs;

/// <summary>The shipped packs as files, and altered copies of them.</summary>
internal static class PackFiles
{
    private static readonly string Folder = FindFolder();

    public static string Text(string key) => File.ReadAllText(Path.Combine(Folder, key + ".json"));

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

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "packs", "schema", "pack.v1.schema.json")))
            {
                return Path.Combine(folder.FullName, "packs");
            }
        }

        throw new DirectoryNotFoundException("No packs folder above the test program.");
    }
}
