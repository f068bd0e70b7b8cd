using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Enums are stored as the same camelCase words that travel on the wire.</summary>
internal static class CamelCaseEnums
{
    public static void Apply(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type))!);
                property.SetMaxLength(64);
            }
        }
    }

    internal sealed class Converter<TEnum>() : ValueConverter<TEnum, string>(
        value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()),
        text => Enum.Parse<TEnum>(text, true))
        where TEnum : struct, Enum;
}
