using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Nscl.Application.Common;
using Nscl.Application.Packs;

namespace Nscl.Infrastructure.Packs;

/// <summary>Checks packs against the shipped schema and writes them in its order of properties.</summary>
internal sealed class PackSchema : IPackSchema, IDisposable
{
    /// <summary>Enough to mend a pack by; a file that is no pack at all would give thousands.</summary>
    private const int MaxFaults = 500;
    private const string DefinitionPrefix = "#/definitions/";
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonDocument _document;
    private readonly Lazy<JsonSchema> _schema;

    public PackSchema()
    {
        using var stream = typeof(PackSchema).Assembly.GetManifestResourceStream("pack.v1.schema.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Text = reader.ReadToEnd();
        _document = JsonDocument.Parse(Text);
        _schema = new Lazy<JsonSchema>(() => JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult());
    }

    public string Text { get; }

    public IReadOnlyList<InputError> Check(JsonElement document)
    {
        var faults = new List<InputError>();
        foreach (var error in _schema.Value.Validate(document.GetRawText()))
        {
            Collect(error, faults);
        }

        return faults.DistinctBy(static fault => (fault.Pointer, fault.Code)).Take(MaxFaults).ToList();
    }

    public string Canonical(JsonElement pack)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(pack, _document.RootElement, writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public void Dispose() => _document.Dispose();

    /// <summary>The library nests the faults of array items and alternatives; a reader wants the innermost ones, where they stand.</summary>
    private static void Collect(ValidationError error, List<InputError> faults)
    {
        switch (error)
        {
            case ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf } alternatives:
                // The alternative that fits the value's kind says what is wrong; "null expected" would only mislead.
                var meant = alternatives.Errors.Values.Where(static errors => !errors.Any(static inner => inner.Kind == ValidationErrorKind.NullExpected)).FirstOrDefault(static errors => errors.Count > 0);
                if (meant is null)
                {
                    faults.Add(Fault(error));
                    return;
                }

                CollectAll(meant, faults);
                return;
            case ChildSchemaValidationError nested:
                CollectAll(nested.Errors.Values.SelectMany(static errors => errors), faults);
                return;
            case MultiTypeValidationError types:
                var errorsOfTypes = types.Errors.Values.SelectMany(static errors => errors).ToList();
                var beyondType = errorsOfTypes.Where(static inner => !IsTypeFault(inner.Kind)).ToList();
                if (beyondType.Count > 0)
                {
                    CollectAll(beyondType, faults);
                }
                else
                {
                    faults.Add(Fault(error));
                }

                return;
            default:
                faults.Add(Fault(error));
                return;
        }
    }

    private static void CollectAll(IEnumerable<ValidationError> errors, List<InputError> faults)
    {
        foreach (var error in errors)
        {
            Collect(error, faults);
        }
    }

    private static bool IsTypeFault(ValidationErrorKind kind) => kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected
        or ValidationErrorKind.IntegerExpected or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected
        or ValidationErrorKind.ArrayExpected or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates;

    private static InputError Fault(ValidationError error)
    {
        var pointer = PointerOf(error.Path);
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed or ValidationErrorKind.AdditionalPropertiesNotValid => new InputError(pointer, "input.unknownField", "The property is not known here."),
            ValidationErrorKind.PropertyRequired => new InputError(pointer, "input.required", "A value is required."),
            ValidationErrorKind.StringTooLong => new InputError(pointer, "input.tooLong", "The text is too long.", Args("max", error.Schema.MaxLength)),
            ValidationErrorKind.StringTooShort => new InputError(pointer, "input.tooShort", "The text is too short.", Args("min", error.Schema.MinLength)),
            ValidationErrorKind.NumberTooBig => new InputError(pointer, "input.tooLarge", "The number is too large.", Args("limit", error.Schema.Maximum)),
            ValidationErrorKind.NumberTooSmall => new InputError(pointer, "input.tooSmall", "The number is too small.", Args("limit", error.Schema.Minimum)),
            ValidationErrorKind.NotInEnumeration => new InputError(pointer, "input.unknownValue", "The value is not one of the known ones.", Args("allowed", string.Join(", ", error.Schema.Enumeration))),
            ValidationErrorKind.PatternMismatch => new InputError(pointer, "input.format", "The text does not have the expected form."),
            ValidationErrorKind.DateExpected => new InputError(pointer, "input.wrongType", "The value is not of the expected type.", Args("expected", "date")),
            ValidationErrorKind.TooManyItems => new InputError(pointer, "pack.tooManyEntries", "The list has too many entries.", Args("max", error.Schema.MaxItems)),
            ValidationErrorKind.TooFewItems => new InputError(pointer, "pack.tooFewEntries", "The list has too few entries.", Args("min", error.Schema.MinItems)),
            ValidationErrorKind.ItemsNotUnique => new InputError(pointer, "pack.repeatedEntry", "The list holds the same entry twice."),
            _ when IsTypeFault(error.Kind) => new InputError(pointer, "input.wrongType", "The value is not of the expected type.", Args("expected", Expected(error.Schema))),
            _ => new InputError(pointer, "input.invalid", "The value is not valid."),
        };
    }

    private static Dictionary<string, object?> Args(string name, object? value) => new(StringComparer.Ordinal) { [name] = value };

    private static string Expected(JsonSchema schema) => (schema.Type & ~JsonObjectType.Null) switch
    {
        JsonObjectType.Object => "object",
        JsonObjectType.Array => "array",
        JsonObjectType.Integer => "integer",
        JsonObjectType.Number => "number",
        JsonObjectType.Boolean => "boolean",
        _ => "string",
    };

    /// <summary><c>#/programs[0].policyVersions[0].rate</c> becomes <c>/programs/0/policyVersions/0/rate</c>.</summary>
    private static string PointerOf(string? path)
    {
        var pointer = new StringBuilder();
        foreach (var segment in (path ?? string.Empty).TrimStart('#', '/').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }

    private void Write(JsonElement value, JsonElement schema, Utf8JsonWriter writer)
    {
        schema = Resolve(schema, value.ValueKind);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in schema.GetProperty("properties").EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out var child))
                    {
                        writer.WritePropertyName(property.Name);
                        Write(child, property.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, schema.GetProperty("items"), writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString()!.Normalize(NormalizationForm.FormC));
                break;
            case JsonValueKind.Number:
                // 5, 5.0 and 5e0 are one number; dividing by one drops the zeros a decimal keeps.
                writer.WriteRawValue((value.GetDecimal() / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Follows references, and in a choice takes the alternative that describes such a value.</summary>
    private JsonElement Resolve(JsonElement schema, JsonValueKind kind)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference))
            {
                schema = _document.RootElement.GetProperty("definitions").GetProperty(reference.GetString()![DefinitionPrefix.Length..]);
            }
            else if (kind is JsonValueKind.Object or JsonValueKind.Array && schema.TryGetProperty("oneOf", out var choice))
            {
                schema = choice.EnumerateArray().First(static alternative => !alternative.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "null");
            }
            else
            {
                return schema;
            }
        }
    }
}
