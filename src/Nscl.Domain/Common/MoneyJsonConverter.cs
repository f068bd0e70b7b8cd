using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nscl.Domain.Common;

/// <summary>Money is a JSON integer everywhere: on the wire, in stored documents and under a hash.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var dong)
            ? new Money(dong)
            : throw new JsonException("An amount of money is an integer of whole đồng.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Dong);
    }
}
