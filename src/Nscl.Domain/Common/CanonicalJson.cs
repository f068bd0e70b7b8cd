using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Nscl.Domain.Common;

/// <summary>
/// JSON in the one form that can be hashed (RFC 8785) for the values this system hashes: objects, arrays, texts, booleans,
/// null and integers. A number that is no integer, or that a reader of JSON could not hold exactly, is refused: money never
/// needs one, and the RFC's rules for binary fractions are where canonical forms go wrong.
/// </summary>
public static class CanonicalJson
{
    /// <summary>2⁵³ − 1, the largest integer that every JSON reader holds exactly (RFC 7493 §2.2).</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Serialize<T>(T value) => Write(JsonSerializer.SerializeToElement(value, DomainJson.Options));

    /// <summary>The canonical form of any JSON text of the value space.</summary>
    public static string Canonicalize(string json)
    {
        using var document = JsonDocument.Parse(json, Strict);
        return Write(document.RootElement);
    }

    /// <summary>SHA-256 over the UTF-8 bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static string Write(JsonElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, text);
                break;
            case JsonValueKind.Array:
                WriteArray(element, text);
                break;
            case JsonValueKind.String:
                WriteString(TextOf(element), text);
                break;
            case JsonValueKind.Number:
                text.Append(IntegerOf(element).ToString(CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.Null:
                text.Append("null");
                break;
            default:
                throw new JsonException("There is no JSON value to write.");
        }
    }

    private static void WriteObject(JsonElement element, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        // Ordinal comparison of .NET strings is comparison by UTF-16 code unit, which is what RFC 8785 §3.2.3 asks for.
        foreach (var property in element.EnumerateObject().OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            WriteString(property.Name, text);
            text.Append(':');
            Write(property.Value, text);
        }

        text.Append('}');
    }

    private static void WriteArray(JsonElement element, StringBuilder text)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Write(item, text);
        }

        text.Append(']');
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException unpaired)
        {
            throw new JsonException("The text holds a surrogate without its partner.", unpaired);
        }
    }

    private static long IntegerOf(JsonElement element) =>
        element.TryGetInt64(out var integer) && integer is >= -MaxInteger and <= MaxInteger
            ? integer
            : throw new JsonException("Only integers that every JSON reader holds exactly can be hashed.");
}
