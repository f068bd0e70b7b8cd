using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nscl.Domain.Common;

namespace Nscl.Domain.Subsidies;

/// <summary>A value of an explanation's placeholder: a whole number (đồng, or a rate in hundredths of a percent) or a word.</summary>
[JsonConverter(typeof(ExplanationValueJsonConverter))]
public readonly record struct ExplanationValue
{
    private ExplanationValue(long? number, string? text) => (Number, Text) = (number, text);

    public long? Number { get; }

    public string? Text { get; }

    public static implicit operator ExplanationValue(long number) => new(number, text: null);

    public static implicit operator ExplanationValue(Money amount) => new(amount.Dong, text: null);

    public static implicit operator ExplanationValue(string text) => new(number: null, text);

    public static implicit operator ExplanationValue(DateOnly date) =>
        new(number: null, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override string ToString() => Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}

/// <summary>Writes the value as a JSON number or text, without a wrapper.</summary>
public sealed class ExplanationValueJsonConverter : JsonConverter<ExplanationValue>
{
    public override ExplanationValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetInt64(),
            JsonTokenType.String => reader.GetString()!,
            _ => throw new JsonException("A placeholder holds a whole number or a word."),
        };

    public override void Write(Utf8JsonWriter writer, ExplanationValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
