using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Nscl.Application.Common;
using Nscl.Domain.Common;

namespace Nscl.Api.Common;

/// <summary>Reads request bodies. What is right is read in one pass; what is wrong is read again slowly, to name every fault (A28).</summary>
internal static class JsonInput
{
    public const string FactNumbers = "facts";
    private const int MaxErrors = 50;

    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = 32;
        // Answers are served as application/json with nosniff, never inside HTML: Vietnamese stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new ComposedStringConverter());
        options.Converters.Add(new ClockTimeConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveNullableOut, LeaveFactNumbersOut } };
        return options;
    }

    /// <summary>What may be null may also be left out.</summary>
    private static void LeaveNullableOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && (property.IsSetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null))
            {
                property.IsRequired = false;
            }
        }
    }

    /// <summary>Numbers of source facts are for tests and documents; no answer carries them.</summary>
    private static void LeaveFactNumbersOut(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Namespace?.StartsWith("Nscl.Domain", StringComparison.Ordinal) != true)
        {
            return;
        }

        foreach (var property in type.Properties.Where(static property => property.Name == FactNumbers && property.PropertyType == typeof(IReadOnlyList<string>)).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    /// <summary>An empty body counts as <c>{}</c> where every property may be left out.</summary>
    public static T? TryEmpty<T>()
        where T : class
    {
        var type = Options.GetTypeInfo(typeof(T));
        return type.Properties.Any(static property => property.IsRequired) ? null : JsonSerializer.Deserialize<T>("{}"u8, Options);
    }

    public static T Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(utf8.Span, Options) ?? throw Single(string.Empty, "input.required", "A JSON object is required.");
            return HoldsNullInList(utf8.Span) ? throw new JsonException("A list holds null.") : value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or RuleViolationException)
        {
            throw new InvalidInputException(Diagnose(utf8, typeof(T), exception));
        }
    }

    /// <summary>
    /// A document whose shape is somebody else's to check: well-formed, no property twice, no NUL and no half character in a text.
    /// </summary>
    public static JsonElement ReadDocument(ReadOnlyMemory<byte> utf8)
    {
        JsonElement document;
        if (!Utf8.IsValid(utf8.Span))
        {
            throw Single(string.Empty, "input.malformedJson", "The body is not valid JSON.");
        }

        try
        {
            using var parsed = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Options.MaxDepth, AllowDuplicateProperties = true });
            document = parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Single(string.Empty, "input.malformedJson", "The body is not valid JSON.");
        }

        var errors = new List<InputError>();
        CheckDocument(document, string.Empty, errors);
        return errors.Count == 0 ? document : throw new InvalidInputException(errors);
    }

    private static void CheckDocument(JsonElement element, string pointer, List<InputError> errors)
    {
        if (errors.Count >= MaxErrors)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    if (NameOf(property) is not { } name)
                    {
                        errors.Add(new InputError(pointer, "input.brokenText", "The name of a property holds half a character."));
                        continue;
                    }

                    var at = $"{pointer}/{Escape(name)}";
                    if (!seen.Add(name))
                    {
                        errors.Add(new InputError(at, "input.duplicateField", "The property is given twice."));
                    }

                    CheckDocument(property.Value, at, errors);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    CheckDocument(item, $"{pointer}/{index++}", errors);
                }

                break;
            case JsonValueKind.String:
                try
                {
                    element.Deserialize<string>(Options);
                }
                catch (JsonException exception) when (exception.GetBaseException() is TextInputException text)
                {
                    errors.Add(new InputError(pointer, text.Code, text.Message));
                }

                break;
            case JsonValueKind.Number when !element.TryGetDecimal(out var number) || number is > Money.MaxValue or < -Money.MaxValue:
                errors.Add(new InputError(pointer, "input.outOfRange", "The number is out of range.", new Dictionary<string, object?>(StringComparer.Ordinal) { ["min"] = -Money.MaxValue, ["max"] = Money.MaxValue }));
                break;
            default:
                break;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The serializer looks at the nullability of properties, but not at that of a list's items.</summary>
    private static bool HoldsNullInList(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("null"u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    inList.Push(reader.TokenType is JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    inList.Pop();
                    break;
                case JsonTokenType.Null when inList.Peek():
                    return true;
            }
        }

        return false;
    }

    private static InvalidInputException Single(string pointer, string code, string detail) => new(pointer, code, detail);

    private static List<InputError> Diagnose(ReadOnlyMemory<byte> utf8, Type type, Exception first)
    {
        var errors = new List<InputError>();
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Options.MaxDepth, AllowDuplicateProperties = true });
            Check(document.RootElement, Options.GetTypeInfo(type), string.Empty, errors);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            errors.Add(new InputError(string.Empty, "input.malformedJson", "The body is not valid JSON."));
        }

        if (errors.Count == 0)
        {
            errors.Add(new InputError((first as JsonException)?.Path is { } path ? JsonPointer.Of(path.TrimStart('$', '.')) : string.Empty, "input.invalid", "The value is not valid."));
        }

        return errors;
    }

    private static void Check(JsonElement element, JsonTypeInfo type, string pointer, List<InputError> errors)
    {
        if (errors.Count >= MaxErrors)
        {
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckObject(element, type, pointer, errors);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var itemType = Options.GetTypeInfo(type.ElementType!);
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Null)
                    {
                        errors.Add(new InputError($"{pointer}/{index}", "input.required", "A value is required."));
                    }
                    else
                    {
                        Check(item, itemType, $"{pointer}/{index}", errors);
                    }

                    index++;
                }

                break;
            case JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable:
                errors.Add(new InputError(pointer, "input.wrongType", $"Expected {(type.Kind == JsonTypeInfoKind.Object ? "an object" : "an array")}.", Expected(type.Kind == JsonTypeInfoKind.Object ? "object" : "array")));
                break;
            default:
                CheckValue(element, type, pointer, errors);
                break;
        }
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo type, string pointer, List<InputError> errors)
    {
        var known = type.Properties.ToDictionary(static property => property.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var at = $"{pointer}/{Escape(property.Name)}";
            if (!seen.Add(property.Name))
            {
                errors.Add(new InputError(at, "input.duplicateField", "The property is given twice."));
            }
            else if (!known.TryGetValue(property.Name, out var expected))
            {
                errors.Add(new InputError(at, "input.unknownField", "The property is not known here."));
            }
            else if (property.Value.ValueKind == JsonValueKind.Null)
            {
                if (!expected.IsSetNullable)
                {
                    errors.Add(new InputError(at, "input.required", "A value is required."));
                }
            }
            else
            {
                Check(property.Value, Options.GetTypeInfo(expected.PropertyType), at, errors);
            }
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            errors.Add(new InputError($"{pointer}/{missing.Name}", "input.required", "A value is required."));
        }
    }

    private static void CheckValue(JsonElement element, JsonTypeInfo type, string pointer, List<InputError> errors)
    {
        try
        {
            element.Deserialize(type);
        }
        catch (RuleViolationException rule)
        {
            // A value object refused its value: an amount out of range.
            errors.Add(new InputError(pointer, rule.Code, rule.Message, rule.Args));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var target = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
            errors.Add(target switch
            {
                { IsEnum: true } when element.ValueKind == JsonValueKind.String => new InputError(
                    pointer,
                    "input.unknownValue",
                    "The value is not one of the known ones.",
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["allowed"] = string.Join(", ", Enum.GetNames(target).Select(JsonNamingPolicy.CamelCase.ConvertName)) }),
                _ when exception.GetBaseException() is TextInputException text => new InputError(pointer, text.Code, text.Message),
                _ when target == typeof(int) && element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out _) => new InputError(
                    pointer,
                    "input.outOfRange",
                    "The number is out of range.",
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["min"] = int.MinValue, ["max"] = int.MaxValue }),
                _ => new InputError(pointer, "input.wrongType", "The value is not of the expected type.", Expected(NameOf(target))),
            });
        }
    }

    private static Dictionary<string, object?> Expected(string name) => new(StringComparer.Ordinal) { ["expected"] = name };

    private static string NameOf(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) || type == typeof(Money) => "integer",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(TimeOnly) => "time",
        _ when type == typeof(DateTimeOffset) => "dateTime",
        _ when type == typeof(Guid) => "uuid",
        _ => "string",
    };

    /// <summary>The one place where text enters: composed form (NFC), without NUL and without half characters.</summary>
    private sealed class ComposedStringConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException();
            }

            string text;
            try
            {
                text = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                throw new TextInputException("input.brokenText", "The text holds half a character.");
            }

            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new TextInputException("input.nulCharacter", "The text holds a NUL character.");
            }

            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>Clock times as people write them: hours and minutes.</summary>
    private sealed class ClockTimeConverter : JsonConverter<TimeOnly>
    {
        private const string Format = "HH:mm";

        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TimeOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
    }

    private sealed class TextInputException(string code, string message) : JsonException(message)
    {
        public string Code { get; } = code;
    }
}
