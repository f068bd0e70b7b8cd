using Nscl.Domain.Enterprises;

namespace Nscl.Domain.Awards;

/// <summary>What the award asks of an organization (domain-reference §2.4).</summary>
public enum AwardCondition
{
    LegalPerson,

    /// <summary>Continuous operation for so many months.</summary>
    Operation,
    NoViolation,

    /// <summary>The product has been on the market for so many months.</summary>
    ProductOnMarket,

    /// <summary>A winner of gold waits some years.</summary>
    Reentry,
}

public enum AwardConditionOutcome
{
    Met,
    NotMet,

    /// <summary>It is not known. That is not the same as met: somebody must find out.</summary>
    Unknown,
}

/// <summary>Why a condition is met or not, or what is missing to tell.</summary>
public enum AwardConditionReason
{
    LegalFormIsLegalPerson,
    LegalPersonDeclared,
    LegalPersonConfirmed,
    HouseholdIsNoLegalPerson,
    NoLegalPerson,
    LegalPersonNotDeclared,
    OperatesLongEnough,
    OperatesTooShort,
    OperationInterrupted,
    EstablishmentUnknown,
    ContinuityNotDeclared,
    NoViolationConfirmed,
    ViolationFound,
    ViolationNotChecked,
    OnMarketLongEnough,
    OnMarketTooShort,
    MarketDateUnknown,
    NoEarlierGold,
    WaitedLongEnough,
    WaitsAfterGold,
}

/// <summary>One condition, looked at.</summary>
/// <param name="Args">Figures of the explanation: months, dates, years.</param>
/// <param name="Evidence">What an officer found, where one did.</param>
public sealed record AwardConditionCheck(
    AwardCondition Condition,
    AwardConditionOutcome Outcome,
    AwardConditionReason Reason,
    IReadOnlyDictionary<string, object?> Args,
    string? Evidence = null,
    string? ConfirmedByName = null,
    DateOnly? ConfirmedOn = null);

/// <summary>What an officer found out about a condition.</summary>
/// <param name="Evidence">What it was found in.</param>
public sealed record AwardConfirmation(AwardCondition Condition, bool IsMet, string Evidence, string ByName, DateOnly On);

/// <summary>What a season asks for.</summary>
/// <param name="ProductMarketMonths">Null = not asked for.</param>
/// <param name="ReentryYears">Years that a winner of gold waits.</param>
public sealed record AwardEligibilityTerms(int Year, int OperationMonths, int? ProductMarketMonths = null, int? ReentryYears = null);

/// <summary>What is known of an organization.</summary>
/// <param name="AsOf">Day of the registration: the months are counted up to it.</param>
/// <param name="LastGoldYear">Round in which it last won gold before this one.</param>
public sealed record AwardEligibilityFacts(
    OrganizationType OrganizationType,
    DateOnly? EstablishedOn,
    DateOnly AsOf,
    AwardDeclarations Declarations,
    int? LastGoldYear = null);

/// <summary>Looks at every condition of the award, each with its explanation. Pure: the same facts give the same answer years later.</summary>
public static class AwardEligibility
{
    /// <summary>Conditions that an officer can settle; the others follow from dates on record.</summary>
    public static readonly IReadOnlyList<AwardCondition> Confirmable = [AwardCondition.LegalPerson, AwardCondition.Operation, AwardCondition.NoViolation];

    public static IReadOnlyList<AwardConditionCheck> Examine(AwardEligibilityTerms terms, AwardEligibilityFacts facts, IReadOnlyList<AwardConfirmation> confirmations)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            LegalPerson(facts, Last(AwardCondition.LegalPerson)),
            Operation(terms, facts, Last(AwardCondition.Operation)),
            NoViolation(facts, Last(AwardCondition.NoViolation)),
            .. terms.ProductMarketMonths is { } months ? [ProductOnMarket(months, facts)] : Array.Empty<AwardConditionCheck>(),
            Reentry(terms, facts),
        ];

        AwardConfirmation? Last(AwardCondition condition) => confirmations.LastOrDefault(confirmation => confirmation.Condition == condition);
    }

    /// <summary>Whole months from one day to another; the last counts when its day of the month is reached.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    private static AwardConditionCheck LegalPerson(AwardEligibilityFacts facts, AwardConfirmation? confirmed) => (facts.OrganizationType, confirmed, facts.Declarations.IsLegalPerson) switch
    {
        // A household acts through its members, who answer with their own property: no legal person (Civil Code 91/2015/QH13, Điều 74).
        (OrganizationType.BusinessHousehold, _, _) => Of(AwardCondition.LegalPerson, AwardConditionOutcome.NotMet, AwardConditionReason.HouseholdIsNoLegalPerson),
        (_, { IsMet: true }, _) => Confirmed(AwardConditionReason.LegalPersonConfirmed, confirmed),
        (_, { IsMet: false }, _) => Confirmed(AwardConditionReason.NoLegalPerson, confirmed),
        (OrganizationType.Cooperative, _, _) => Of(AwardCondition.LegalPerson, AwardConditionOutcome.Met, AwardConditionReason.LegalFormIsLegalPerson),
        (_, _, true) => Of(AwardCondition.LegalPerson, AwardConditionOutcome.Met, AwardConditionReason.LegalPersonDeclared),
        (_, _, false) => Of(AwardCondition.LegalPerson, AwardConditionOutcome.NotMet, AwardConditionReason.NoLegalPerson),
        _ => Of(AwardCondition.LegalPerson, AwardConditionOutcome.Unknown, AwardConditionReason.LegalPersonNotDeclared),
    };

    private static AwardConditionCheck Operation(AwardEligibilityTerms terms, AwardEligibilityFacts facts, AwardConfirmation? confirmed)
    {
        if (facts.EstablishedOn is not { } since)
        {
            return Of(AwardCondition.Operation, AwardConditionOutcome.Unknown, AwardConditionReason.EstablishmentUnknown, ("requiredMonths", terms.OperationMonths));
        }

        var months = MonthsBetween(since, facts.AsOf);
        (string, object?)[] args = [("establishedOn", since), ("asOf", facts.AsOf), ("months", months), ("requiredMonths", terms.OperationMonths)];
        return (months >= terms.OperationMonths, confirmed?.IsMet, facts.Declarations.OperatesContinuously) switch
        {
            (false, _, _) => Of(AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperatesTooShort, args),
            (_, true, _) => Confirmed(AwardConditionReason.OperatesLongEnough, confirmed!, args),
            (_, false, _) => Confirmed(AwardConditionReason.OperationInterrupted, confirmed!, args),
            (_, _, true) => Of(AwardCondition.Operation, AwardConditionOutcome.Met, AwardConditionReason.OperatesLongEnough, args),
            (_, _, false) => Of(AwardCondition.Operation, AwardConditionOutcome.NotMet, AwardConditionReason.OperationInterrupted, args),
            _ => Of(AwardCondition.Operation, AwardConditionOutcome.Unknown, AwardConditionReason.ContinuityNotDeclared, args),
        };
    }

    /// <summary>That there is none is believed once an officer has looked; that there is one, at once.</summary>
    private static AwardConditionCheck NoViolation(AwardEligibilityFacts facts, AwardConfirmation? confirmed) => (confirmed, facts.Declarations.HasViolation) switch
    {
        ({ IsMet: false }, _) => Confirmed(AwardConditionReason.ViolationFound, confirmed),
        (_, true) => Of(AwardCondition.NoViolation, AwardConditionOutcome.NotMet, AwardConditionReason.ViolationFound),
        ({ IsMet: true }, _) => Confirmed(AwardConditionReason.NoViolationConfirmed, confirmed),
        _ => Of(AwardCondition.NoViolation, AwardConditionOutcome.Unknown, AwardConditionReason.ViolationNotChecked),
    };

    private static AwardConditionCheck ProductOnMarket(int required, AwardEligibilityFacts facts)
    {
        if (facts.Declarations.MarketedSince is not { } since)
        {
            return Of(AwardCondition.ProductOnMarket, AwardConditionOutcome.Unknown, AwardConditionReason.MarketDateUnknown, ("requiredMonths", required));
        }

        var months = MonthsBetween(since, facts.AsOf);
        (string, object?)[] args = [("marketedSince", since), ("asOf", facts.AsOf), ("months", months), ("requiredMonths", required)];
        return months >= required
            ? Of(AwardCondition.ProductOnMarket, AwardConditionOutcome.Met, AwardConditionReason.OnMarketLongEnough, args)
            : Of(AwardCondition.ProductOnMarket, AwardConditionOutcome.NotMet, AwardConditionReason.OnMarketTooShort, args);
    }

    /// <summary>Rounds are counted: gold in 2020 and three years to wait means that the round of 2023 is open again.</summary>
    private static AwardConditionCheck Reentry(AwardEligibilityTerms terms, AwardEligibilityFacts facts)
    {
        if (facts.LastGoldYear is not { } won || terms.ReentryYears is not { } years)
        {
            return Of(AwardCondition.Reentry, AwardConditionOutcome.Met, AwardConditionReason.NoEarlierGold);
        }

        (string, object?)[] args = [("goldYear", won), ("years", years), ("firstYearAgain", won + years), ("year", terms.Year)];
        return terms.Year >= won + years
            ? Of(AwardCondition.Reentry, AwardConditionOutcome.Met, AwardConditionReason.WaitedLongEnough, args)
            : Of(AwardCondition.Reentry, AwardConditionOutcome.NotMet, AwardConditionReason.WaitsAfterGold, args);
    }

    private static AwardConditionCheck Of(AwardCondition condition, AwardConditionOutcome outcome, AwardConditionReason reason, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new AwardConditionCheck(condition, outcome, reason, all);
    }

    private static AwardConditionCheck Confirmed(AwardConditionReason reason, AwardConfirmation confirmed, params ReadOnlySpan<(string Name, object? Value)> args) =>
        Of(confirmed.Condition, confirmed.IsMet ? AwardConditionOutcome.Met : AwardConditionOutcome.NotMet, reason, args) with
        {
            Evidence = confirmed.Evidence,
            ConfirmedByName = confirmed.ByName,
            ConfirmedOn = confirmed.On,
        };
}
