using Nscl.Domain.Common;

namespace Nscl.Domain.AdminUnits;

/// <summary>Every reason the list of administrative units can say no.</summary>
public static class AdminUnitRules
{
    public static RuleViolationException EndsBeforeStart(string code) => new(
        "adminUnit.endsBeforeStart",
        "An administrative unit cannot end before it starts.",
        new Dictionary<string, object?> { ["code"] = code });

    public static RuleViolationException SuccessionIncomplete() => new(
        "adminUnit.successionIncomplete",
        "A succession names the old and the new units.");
}
