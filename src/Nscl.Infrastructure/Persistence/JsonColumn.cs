using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Value objects kept as one jsonb column, spelled like the API: camelCase names, enums as strings, money as integers.</summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Options = DomainJson.Options;

    public static PropertyBuilder<TValue> IsJson<TValue>(this PropertyBuilder<TValue> property) =>
        (PropertyBuilder<TValue>)property
            .HasColumnType("jsonb")
            .HasConversion(
                value => JsonSerializer.Serialize(value, Options),
                text => JsonSerializer.Deserialize<TValue>(text, Options)!,
                new ValueComparer<TValue>(
                    (left, right) => string.Equals(JsonSerializer.Serialize(left, Options), JsonSerializer.Serialize(right, Options), StringComparison.Ordinal),
                    value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
                    value => JsonSerializer.Deserialize<TValue>(JsonSerializer.Serialize(value, Options), Options)!));

    /// <summary>Text that is JSON already. Two spellings of one document are the same value: jsonb gives back another one than it took.</summary>
    public static PropertyBuilder<string> IsJsonText(this PropertyBuilder<string> property)
    {
        property.HasColumnType("jsonb").Metadata.SetMaxLength(null);
        property.Metadata.SetValueComparer(new ValueComparer<string>(
            static (left, right) => left == right || JsonNode.DeepEquals(JsonNode.Parse(left ?? "null", null, default), JsonNode.Parse(right ?? "null", null, default)),
            static text => text.Length == 0 ? 0 : 1,
            static text => text));
        return property;
    }
}
