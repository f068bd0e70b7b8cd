using Nscl.Domain.Common;

namespace Nscl.Domain.Calendar;

/// <summary>Every reason a statutory clock can say no.</summary>
public static class ClockRules
{
    public static RuleViolationException LimitOutOfRange(int max) => new(
        "clock.limitOutOfRange",
        "A time limit is at least one working day.",
        new Dictionary<string, object?> { ["max"] = max });

    public static RuleViolationException WrongState(ClockState state) => new(
        "clock.wrongState",
        "The clock of this step cannot do that now.",
        new Dictionary<string, object?> { ["state"] = state });

    public static RuleViolationException OutOfOrder(DateOnly notBefore) => new(
        "clock.outOfOrder",
        "The date is before the last recorded stop or start.",
        new Dictionary<string, object?> { ["notBefore"] = notBefore });
}
