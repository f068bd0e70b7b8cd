using Nscl.Domain.Common;

namespace Nscl.Domain.Subsidies;

/// <summary>Every reason a calculation can not be made, kept or moved on.</summary>
public static class SubsidyRules
{
    public static RuleViolationException NoLines() => new(
        "subsidy.noLines",
        "There is nothing to calculate: no support line is given.");

    public static RuleViolationException NoPolicyInForce(string programCode, DateOnly asOf) => new(
        "subsidy.noPolicyInForce",
        "No version of the program's policy is in force on this date.",
        new Dictionary<string, object?> { ["programCode"] = programCode, ["asOf"] = asOf });

    public static RuleViolationException PolicyOfAnotherProgram(string programCode, string policyProgramCode) => new(
        "subsidy.policyOfAnotherProgram",
        "The policy version belongs to another program.",
        new Dictionary<string, object?> { ["programCode"] = programCode, ["policyProgramCode"] = policyProgramCode });

    public static RuleViolationException UnknownItem(int line, string itemCode) => ForLine(
        "subsidy.unknownItem",
        "The policy version has no such item.",
        line,
        "itemCode",
        itemCode);

    public static RuleViolationException DuplicateUnit(int line, string itemCode, string unitKey) => new(
        "subsidy.duplicateUnit",
        "The same unit is asked for twice under the same item.",
        new Dictionary<string, object?>
        {
            ["pointer"] = $"/lines/{line}/unitKey",
            ["itemCode"] = itemCode,
            ["unitKey"] = unitKey,
        });

    public static RuleViolationException UnitMissing(int line) => ForLine(
        "subsidy.unitMissing",
        "A line names the unit it asks support for.",
        line,
        "unitKey");

    public static RuleViolationException NegativeAmount(int line, string property) => ForLine(
        "subsidy.negativeAmount",
        "Costs and support cannot be negative.",
        line,
        property);

    public static RuleViolationException OtherSupportAboveCost(int line) => ForLine(
        "subsidy.otherSupportAboveCost",
        "Other public support cannot exceed the cost it is given for.",
        line,
        "otherPublicSupport");

    public static RuleViolationException UnitCountOutOfRange(int line) => ForLine(
        "subsidy.unitCountOutOfRange",
        "A line stands for one unit: the council confirms 1 or 0.",
        line,
        "unitCountConfirmed");

    public static RuleViolationException TotalNotStated(IReadOnlyList<string> itemCodes) => new(
        "subsidy.totalNotStated",
        "The policy's text does not state what some lines need: no final amount can be given.",
        new Dictionary<string, object?> { ["itemCodes"] = itemCodes });

    public static RuleViolationException EligibilityNotAssessed() => new(
        "subsidy.eligibilityNotAssessed",
        "A stored calculation names its enterprise.");

    public static RuleViolationException NothingToReserve() => new(
        "subsidy.nothingToReserve",
        "Only amounts of a final calculation are reserved.");

    public static RuleViolationException HoldingWrongState(HoldingState state, HoldingState wanted) => new(
        "subsidy.holdingWrongState",
        "The reserved amount cannot move on like this.",
        new Dictionary<string, object?> { ["state"] = DomainJson.NameOf(state), ["wanted"] = DomainJson.NameOf(wanted) });

    private static RuleViolationException ForLine(string code, string message, int line, string property, string? value = null)
    {
        var args = new Dictionary<string, object?> { ["pointer"] = $"/lines/{line}/{property}" };
        if (value is not null)
        {
            args[property] = value;
        }

        return new RuleViolationException(code, message, args);
    }
}
