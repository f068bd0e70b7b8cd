using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Marks columns that hold personal data (Law 91/2025/QH15): their values never enter the audit trail or a log.</summary>
internal static class PersonalData
{
    private const string Annotation = "Nscl:PersonalData";

    public static PropertyBuilder<TValue> IsPersonalData<TValue>(this PropertyBuilder<TValue> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }

    public static bool IsPersonal(IReadOnlyProperty property) => property.FindAnnotation(Annotation) is not null;
}
