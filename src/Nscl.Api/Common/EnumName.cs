using System.Text.Json;
using Nscl.Domain.Enrollments;

namespace Nscl.Api.Common;

/// <summary>A state of a dossier in a query string, spelled as in bodies; any other spelling is refused.</summary>
public readonly record struct EnrollmentStatusName(EnrollmentStatus Value)
{
    private static readonly Dictionary<string, EnrollmentStatus> ByName =
        Enum.GetValues<EnrollmentStatus>().ToDictionary(static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string? text, out EnrollmentStatusName name)
    {
        var known = ByName.TryGetValue(text ?? string.Empty, out var value);
        name = new EnrollmentStatusName(value);
        return known;
    }
}
