using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nscl.Api.Tests.Operations;

/// <summary>Holds a value against a schema of the document: the keywords that the document uses.</summary>
internal static class JsonSchemaCheck
{
    public static JsonNode Resolve(JsonObject document, JsonNode node) =>
        (string?)(node as JsonObject)?["$ref"] is { } reference
            ? reference.Split('/').Skip(1).Aggregate((JsonNode)document, static (at, member) => at[member]!)
            : node;

    public static IEnumerable<string> Faults(JsonObject document, JsonNode schema, JsonNode? value, string at = "")
    {
        var rules = Resolve(document, schema).AsObject();
        if (rules["allOf"] is JsonArray all)
        {
            return all.SelectMany(part => Faults(document, part!, value, at));
        }

        if (rules["oneOf"] is JsonArray one)
        {
            return one.Any(part => !Faults(document, part!, value, at).Any()) ? [] : [$"{at}: none of the alternatives"];
        }

        return KindFaults(rules, value, at) is [_, ..] wrong ? wrong
            : value is JsonObject members ? MemberFaults(document, rules, members, at)
            : value is JsonArray items && rules["items"] is { } item ? items.SelectMany((element, index) => Faults(document, item, element, $"{at}/{index}"))
            : [];
    }

    private static List<string> KindFaults(JsonObject rules, JsonNode? value, string at)
    {
        var faults = new List<string>();
        string[] kinds = rules["type"] switch { JsonArray several => [.. several.Select(static kind => (string)kind!)], { } single => [(string)single!], null => [] };
        if (kinds.Length > 0 && !kinds.Any(kind => Is(kind, value)))
        {
            faults.Add($"{at}: not {string.Join(" or ", kinds)}");
        }
        else if (value is not null && rules["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            faults.Add($"{at}: {value} is none of the words");
        }
        else if (value?.GetValueKind() is JsonValueKind.String && rules["maxLength"] is { } most && ((string)value!).Length > (int)most)
        {
            faults.Add($"{at}: too long");
        }
        else if (value?.GetValueKind() is JsonValueKind.Number && (Beyond(rules["minimum"], value, 1) || Beyond(rules["maximum"], value, -1)))
        {
            faults.Add($"{at}: out of range");
        }

        return faults;
    }

    private static IEnumerable<string> MemberFaults(JsonObject document, JsonObject rules, JsonObject members, string at)
    {
        var known = rules["properties"] as JsonObject ?? [];
        foreach (var name in (rules["required"] as JsonArray ?? []).Select(static name => (string)name!).Where(name => !members.ContainsKey(name)))
        {
            yield return $"{at}/{name}: missing";
        }

        foreach (var (name, member) in members)
        {
            var rule = known[name] ?? (rules["additionalProperties"] is JsonObject other ? other : null);
            if (rule is not null)
            {
                foreach (var fault in Faults(document, rule, member, $"{at}/{name}"))
                {
                    yield return fault;
                }
            }
            else if (rules["additionalProperties"] is JsonValue no && no.TryGetValue<bool>(out var open) && !open)
            {
                yield return $"{at}/{name}: unknown";
            }
        }
    }

    private static bool Is(string kind, JsonNode? value) => (kind, value?.GetValueKind()) switch
    {
        ("null", null or JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static bool Beyond(JsonNode? limit, JsonNode value, int direction) =>
        limit is not null && decimal.Parse(limit.ToJsonString(), CultureInfo.InvariantCulture).CompareTo(decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)) == direction;
}
