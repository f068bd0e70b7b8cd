using Nscl.Domain.Common;

namespace Nscl.Application.Packs;

/// <summary>Every reason an import of packs can say no as a whole; faults of the content are listed one by one.</summary>
internal static class PackRules
{
    public static RuleViolationException ForeignProvince(string province) => new(
        "pack.foreignProvince",
        "The pack belongs to a province that is not the caller's.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["province"] = province });
}
