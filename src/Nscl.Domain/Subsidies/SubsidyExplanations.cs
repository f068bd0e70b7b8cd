namespace Nscl.Domain.Subsidies;

/// <summary>Why a line is ineligible, zero or not stated. Stable words of the API; each has a text in both languages.</summary>
public static class SubsidyReasons
{
    public const string NotSme = "notSme";
    public const string NotAnEnterprise = "notAnEnterprise";
    public const string StateRunActivity = "stateRunActivity";
    public const string UnitNotConfirmed = "unitNotConfirmed";
    public const string PreconditionNotMet = "preconditionNotMet";
    public const string UnitAlreadyFunded = "unitAlreadyFunded";
    public const string LevelNotInPolicy = "levelNotInPolicy";

    public const string NoEligibleCost = "noEligibleCost";
    public const string CoveredByOtherPublicSupport = "coveredByOtherPublicSupport";
    public const string RoundedToZero = "roundedToZero";
    public const string CeilingExhausted = "ceilingExhausted";

    /// <summary>The policy states a rate or an amount of zero.</summary>
    public const string NothingForeseen = "nothingForeseen";

    public const string SizeClass = "sizeClass";
    public const string Precondition = "precondition";
    public const string Rate = "rate";
    public const string FixedAmount = "fixedAmount";
    public const string Level = "level";
    public const string Cap = "cap";
    public const string CertificateExpiry = "certificateExpiry";

    public static readonly IReadOnlyList<string> All =
    [
        NotSme, NotAnEnterprise, StateRunActivity, UnitNotConfirmed, PreconditionNotMet, UnitAlreadyFunded, LevelNotInPolicy,
        NoEligibleCost, CoveredByOtherPublicSupport, RoundedToZero, CeilingExhausted, NothingForeseen,
        SizeClass, Precondition, Rate, FixedAmount, Level, Cap, CertificateExpiry,
    ];
}

/// <summary>
/// The codes with which steps explain themselves. The catalogue holds a sentence in both languages for each, with the
/// placeholders named here: amounts in đồng, rates in hundredths of a percent.
/// </summary>
public static class SubsidyExplanations
{
    /// <summary>No placeholders.</summary>
    public const string EligibilityMet = "subsidies.eligibility.met";

    /// <summary>An estimate without an applicant. No placeholders.</summary>
    public const string EligibilityNotAssessed = "subsidies.eligibility.notAssessed";

    /// <summary><c>reason</c>, and for a precondition its <c>precondition</c>.</summary>
    public const string EligibilityRefused = "subsidies.eligibility.refused";

    /// <summary><c>what</c>, and for a precondition its <c>precondition</c>.</summary>
    public const string EligibilityNotStated = "subsidies.eligibility.notStated";

    /// <summary>No placeholders.</summary>
    public const string CostDeclaredWithVat = "subsidies.eligibleCost.declaredWithVat";

    /// <summary>No placeholders.</summary>
    public const string CostDeclaredWithoutVat = "subsidies.eligibleCost.declaredWithoutVat";

    /// <summary><c>requested</c>, <c>proposed</c>.</summary>
    public const string CostProposedByCouncil = "subsidies.eligibleCost.proposedByCouncil";

    /// <summary>No placeholders.</summary>
    public const string NoOtherPublicSupport = "subsidies.otherPublicSupport.none";

    /// <summary>Taken off the cost before the rate: <c>other</c>.</summary>
    public const string OtherPublicSupportDeducted = "subsidies.otherPublicSupport.deducted";

    /// <summary>After the rate, within what is left of the cost: <c>other</c>, <c>left</c>.</summary>
    public const string WithinCostLeft = "subsidies.otherPublicSupport.within";

    /// <summary>After the rate, cut to what is left of the cost: <c>other</c>, <c>left</c>.</summary>
    public const string CutToCostLeft = "subsidies.otherPublicSupport.cut";

    /// <summary>A fixed amount is no share of a cost: <c>other</c>.</summary>
    public const string OtherPublicSupportNotCounted = "subsidies.otherPublicSupport.notCounted";

    /// <summary><c>rate</c>, <c>base</c>.</summary>
    public const string RateApplied = "subsidies.rate.applied";

    /// <summary><c>rate</c>, <c>base</c>, <c>tenThousandths</c>: the part of a đồng that rounding decides about.</summary>
    public const string RateAppliedWithFraction = "subsidies.rate.appliedWithFraction";

    /// <summary><c>amount</c>.</summary>
    public const string FixedAmountApplied = "subsidies.rate.fixedAmount";

    /// <summary><c>amount</c>, <c>level</c>.</summary>
    public const string LevelAmountApplied = "subsidies.rate.levelAmount";

    /// <summary><c>level</c>.</summary>
    public const string LevelUnknown = "subsidies.rate.levelUnknown";

    /// <summary><c>what</c>.</summary>
    public const string AmountNotStated = "subsidies.rate.notStated";

    /// <summary><c>unit</c>.</summary>
    public const string NothingToRound = "subsidies.rounding.exact";

    /// <summary><c>unit</c>, <c>mode</c>.</summary>
    public const string Rounded = "subsidies.rounding.applied";

    /// <summary>Rounding up stops at the cost that is left: <c>unit</c>, <c>mode</c>, <c>left</c>.</summary>
    public const string RoundedWithinCost = "subsidies.rounding.withinCost";

    /// <summary>No placeholders.</summary>
    public const string NoCap = "subsidies.itemCap.none";

    /// <summary><c>cap</c>, <c>capUnit</c>.</summary>
    public const string WithinCap = "subsidies.itemCap.within";

    /// <summary><c>cap</c>, <c>capUnit</c>.</summary>
    public const string CutToCap = "subsidies.itemCap.cut";

    /// <summary><c>what</c>.</summary>
    public const string CapNotStated = "subsidies.itemCap.notStated";

    /// <summary>No placeholders.</summary>
    public const string NothingHeld = "subsidies.cumulative.nothingHeld";

    /// <summary><c>held</c>.</summary>
    public const string AlreadyFunded = "subsidies.cumulative.alreadyFunded";

    /// <summary><c>held</c>, <c>until</c>.</summary>
    public const string FundedInCycle = "subsidies.cumulative.fundedInCycle";

    /// <summary><c>held</c>, <c>until</c>.</summary>
    public const string NewCycle = "subsidies.cumulative.newCycle";

    /// <summary><c>held</c>, <c>what</c>.</summary>
    public const string CycleNotStated = "subsidies.cumulative.cycleNotStated";

    /// <summary><c>held</c>.</summary>
    public const string HeldWithoutCap = "subsidies.cumulative.noCap";

    /// <summary><c>held</c>, <c>cap</c>, <c>left</c>.</summary>
    public const string WithinCapLeft = "subsidies.cumulative.within";

    /// <summary><c>held</c>, <c>cap</c>, <c>left</c>.</summary>
    public const string CutToCapLeft = "subsidies.cumulative.cut";

    /// <summary>No placeholders.</summary>
    public const string NoEnterpriseYearCap = "subsidies.enterpriseYear.none";

    /// <summary><c>ceiling</c>, <c>held</c>, <c>left</c>.</summary>
    public const string WithinEnterpriseYear = "subsidies.enterpriseYear.within";

    /// <summary><c>ceiling</c>, <c>held</c>, <c>left</c>.</summary>
    public const string CutToEnterpriseYear = "subsidies.enterpriseYear.cut";

    /// <summary>No placeholders.</summary>
    public const string NoProgramCap = "subsidies.program.none";

    /// <summary><c>ceiling</c>, <c>held</c>, <c>left</c>.</summary>
    public const string WithinProgram = "subsidies.program.within";

    /// <summary><c>ceiling</c>, <c>held</c>, <c>left</c>.</summary>
    public const string CutToProgram = "subsidies.program.cut";

    /// <summary>No placeholders.</summary>
    public const string BudgetNotConsidered = "subsidies.budget.notConsidered";

    /// <summary><c>left</c>.</summary>
    public const string WithinBudget = "subsidies.budget.within";

    /// <summary><c>left</c>, <c>needed</c>.</summary>
    public const string DeferredForBudget = "subsidies.budget.deferred";

    public static readonly IReadOnlyList<string> All =
    [
        EligibilityMet, EligibilityNotAssessed, EligibilityRefused, EligibilityNotStated,
        CostDeclaredWithVat, CostDeclaredWithoutVat, CostProposedByCouncil,
        NoOtherPublicSupport, OtherPublicSupportDeducted, WithinCostLeft, CutToCostLeft, OtherPublicSupportNotCounted,
        RateApplied, RateAppliedWithFraction, FixedAmountApplied, LevelAmountApplied, LevelUnknown, AmountNotStated,
        NothingToRound, Rounded, RoundedWithinCost,
        NoCap, WithinCap, CutToCap, CapNotStated,
        NothingHeld, AlreadyFunded, FundedInCycle, NewCycle, CycleNotStated, HeldWithoutCap, WithinCapLeft, CutToCapLeft,
        NoEnterpriseYearCap, WithinEnterpriseYear, CutToEnterpriseYear,
        NoProgramCap, WithinProgram, CutToProgram,
        BudgetNotConsidered, WithinBudget, DeferredForBudget,
    ];
}
