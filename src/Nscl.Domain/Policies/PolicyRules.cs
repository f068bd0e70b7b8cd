using Nscl.Domain.Common;

namespace Nscl.Domain.Policies;

/// <summary>Every reason a policy version can say no.</summary>
public static class PolicyRules
{
    public static RuleViolationException VersionsOverlap(int version, int other) => new(
        "policy.versionsOverlap",
        "Two versions of a program's policy would be in force on the same day.",
        new Dictionary<string, object?> { ["version"] = version, ["other"] = other });

    public static RuleViolationException VersionExists(int version) => new(
        "policy.versionExists",
        "The program already has a policy version of this number.",
        new Dictionary<string, object?> { ["version"] = version });

    public static RuleViolationException VersionNotPositive() => new(
        "policy.versionNotPositive",
        "Policy versions are numbered from 1.");

    public static RuleViolationException VersionInUse(int version) => new(
        "policy.versionInUse",
        "Amounts have been calculated under this version: its rates, caps and rules stay. Make a new version.",
        new Dictionary<string, object?> { ["version"] = version });

    public static RuleViolationException NoItems() => new(
        "policy.noItems",
        "A policy version needs at least one item.");

    public static RuleViolationException DuplicateItem(string itemCode) => ForItem(
        "policy.duplicateItem",
        "The same item code stands twice in one policy version.",
        itemCode);

    public static RuleViolationException RateOutOfRange(string itemCode) => ForItem(
        "policy.rateOutOfRange",
        "A rate lies between 0 and 100 %.",
        itemCode);

    public static RuleViolationException NegativeAmount(string itemCode) => ForItem(
        "policy.negativeAmount",
        "Caps and fixed amounts cannot be negative.",
        itemCode);

    public static RuleViolationException RateAndFixedAmount(string itemCode) => ForItem(
        "policy.rateAndFixedAmount",
        "An item is either a share of the cost or a fixed amount.",
        itemCode);

    public static RuleViolationException AmountMissing(string itemCode) => ForItem(
        "policy.amountMissing",
        "An item states its rate or amount, or lists it as not stated.",
        itemCode);

    public static RuleViolationException StatedAndNotStated(string itemCode, string property) => new(
        "policy.statedAndNotStated",
        "A property has a value and is listed as not stated.",
        new Dictionary<string, object?> { ["itemCode"] = itemCode, ["property"] = property });

    public static RuleViolationException StepOrderUnsound() => new(
        "policy.stepOrderUnsound",
        "The order of steps names every step once, starts with the eligible cost, and puts rounding and every cap after the rate.");

    public static RuleViolationException RoundingUnitNotPositive() => new(
        "policy.roundingUnitNotPositive",
        "Amounts are rounded to a multiple of at least one đồng.");

    public static RuleViolationException NegativeCeiling() => new(
        "policy.negativeCeiling",
        "A ceiling per enterprise or program cannot be negative.");

    public static RuleViolationException EndsBeforeItStarts(DateOnly from, DateOnly to) => new(
        "policy.endsBeforeItStarts",
        "A policy version cannot end before it takes effect.",
        new Dictionary<string, object?> { ["from"] = from, ["to"] = to });

    private static RuleViolationException ForItem(string code, string message, string itemCode) => new(
        code,
        message,
        new Dictionary<string, object?> { ["itemCode"] = itemCode });
}
