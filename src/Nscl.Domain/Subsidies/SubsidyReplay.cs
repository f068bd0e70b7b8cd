using System.Text.Json;

namespace Nscl.Domain.Subsidies;

/// <param name="Path">JSON pointer (RFC 6901) into the stored calculation.</param>
/// <param name="Stored">Canonical JSON of what is stored; null = nothing there.</param>
/// <param name="Replayed">Canonical JSON of what came out; null = nothing there.</param>
public sealed record ReplayDifference(string Path, string? Stored, string? Replayed);

/// <summary>What working a stored calculation out again has shown.</summary>
/// <param name="Hash">Of the calculation as it comes out today; null when it can not be worked out at all.</param>
public sealed record SubsidyReplay(bool Identical, string? Hash, string StoredHash, IReadOnlyList<ReplayDifference> Differences);

/// <summary>Names the places in which two JSON documents differ.</summary>
internal static class JsonComparison
{
    public static IReadOnlyList<ReplayDifference> Compare(string pointer, string stored, string replayed)
    {
        if (stored == replayed)
        {
            return [];
        }

        using var left = JsonDocument.Parse(stored);
        using var right = JsonDocument.Parse(replayed);
        var differences = new List<ReplayDifference>();
        Compare(pointer, left.RootElement, right.RootElement, differences);

        // The same values in another writing are still not what was stored.
        return differences.Count > 0 ? differences : [new ReplayDifference(pointer, stored, replayed)];
    }

    private static void Compare(string pointer, JsonElement? stored, JsonElement? replayed, List<ReplayDifference> differences)
    {
        if (stored is { ValueKind: JsonValueKind.Object } && replayed is { ValueKind: JsonValueKind.Object })
        {
            var names = stored.Value.EnumerateObject().Concat(replayed.Value.EnumerateObject()).Select(static property => property.Name);
            foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Compare($"{pointer}/{Escape(name)}", Member(stored.Value, name), Member(replayed.Value, name), differences);
            }
        }
        else if (stored is { ValueKind: JsonValueKind.Array } && replayed is { ValueKind: JsonValueKind.Array })
        {
            for (var i = 0; i < Math.Max(stored.Value.GetArrayLength(), replayed.Value.GetArrayLength()); i++)
            {
                Compare($"{pointer}/{i}", Item(stored.Value, i), Item(replayed.Value, i), differences);
            }
        }
        else if (stored?.GetRawText() != replayed?.GetRawText())
        {
            differences.Add(new ReplayDifference(pointer, stored?.GetRawText(), replayed?.GetRawText()));
        }
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Item(JsonElement element, int index) => index < element.GetArrayLength() ? element[index] : null;

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
