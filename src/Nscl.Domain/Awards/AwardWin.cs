using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Awards;

/// <summary>What the policy says of a winner's support.</summary>
public enum AwardSupportOutcome
{
    /// <summary>The policy states the amount.</summary>
    Stated,

    /// <summary>The policy supports winners and does not say how much: an officer enters it from its document.</summary>
    NotStated,

    /// <summary>An officer entered it.</summary>
    Entered,
}

/// <summary>A winner's support of a later budget year (S2.17). Paying it out is the business of the budget.</summary>
/// <param name="BudgetYear">After the round: who won in 2018 was supported in 2019.</param>
/// <param name="Amount">Null while it is not stated.</param>
/// <param name="Source">For an amount that was entered: the document that says so.</param>
public sealed record AwardEntitlement(
    int BudgetYear,
    Guid ProgramId,
    Guid PolicyVersionId,
    string ItemCode,
    AwardSupportOutcome Outcome,
    DateOnly On,
    string ByName,
    Money? Amount = null,
    string? Source = null);

/// <summary>
/// An award that an organization won. It comes from a nomination, or was entered from the documents of a round before the system (S2.17): then it is not
/// known whom the province had nominated.
/// </summary>
public sealed class AwardWin : AggregateRoot
{
    public const int SourceMaxLength = 500;

    private AwardWin(string province, Guid enterpriseId, string enterpriseName, int year, AwardLevel level)
        : base(province) => (EnterpriseId, EnterpriseName, Year, Level) = (enterpriseId, enterpriseName, year, level);

    /// <summary>For the object mapper only.</summary>
    private AwardWin() => EnterpriseName = string.Empty;

    public Guid EnterpriseId { get; private set; }

    public string EnterpriseName { get; private set; }

    /// <summary>Round of the award.</summary>
    public int Year { get; private set; }

    public AwardLevel Level { get; private set; }

    /// <summary>Null for a round before the system.</summary>
    public Guid? NominationId { get; private set; }

    /// <summary>The document it is known from.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>Null while it is not on the public page.</summary>
    public DateOnly? PublishedOn { get; private set; }

    public AwardEntitlement? Entitlement { get; private set; }

    /// <summary>Of a round before the system, from its documents.</summary>
    public static AwardWin FromBefore(string province, Guid enterpriseId, string enterpriseName, int year, AwardLevel level, string source, DateOnly today)
    {
        if (year > today.Year)
        {
            throw AwardWinRules.YearAhead(today.Year);
        }

        return new AwardWin(province, enterpriseId, enterpriseName, year, level) { Source = SearchText.TidyOrNull(source) ?? throw AwardWinRules.SourceRequired() };
    }

    /// <summary>Null where the nomination won nothing.</summary>
    public static AwardWin? Of(AwardNomination nomination, AwardSeason season)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        ArgumentNullException.ThrowIfNull(season);
        return nomination.Result is { Level: not AwardOutcome.None } result
            ? new AwardWin(nomination.Province, nomination.EnterpriseId, nomination.EnterpriseName, season.Year, Enum.Parse<AwardLevel>(result.Level.ToString())) { NominationId = nomination.Id, Source = result.Decision.Number }
            : null;
    }

    public void Publish(DateOnly today)
    {
        if (PublishedOn is not null)
        {
            throw AwardWinRules.PublishedAlready();
        }

        PublishedOn = today;
    }

    /// <summary>Takes down what the policy gives a winner of this level. Where it does not say how much, that is said and nothing is made up.</summary>
    public void Entitle(int budgetYear, PolicyVersion policy, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(act);
        if (Entitlement is not null)
        {
            throw AwardWinRules.EntitledAlready(Entitlement.BudgetYear);
        }

        if (budgetYear <= Year)
        {
            throw AwardWinRules.BudgetYearNotLater(Year);
        }

        var level = DomainJson.NameOf(Level);
        var (item, stated) = policy.Items
            .Where(item => item.AwardYear is null || item.AwardYear == Year)
            .SelectMany(static item => item.FixedAmounts ?? [], static (item, amount) => (Item: item, Amount: amount))
            .FirstOrDefault(entry => entry.Amount.Level == level);
        if (item is null)
        {
            throw AwardWinRules.PolicyIsSilent(level);
        }

        Entitlement = new AwardEntitlement(
            budgetYear,
            policy.ProgramId,
            policy.Id,
            item.Code,
            stated.Amount is null ? AwardSupportOutcome.NotStated : AwardSupportOutcome.Stated,
            act.On,
            act.ByName,
            stated.Amount);
    }

    /// <summary>The amount that the policy leaves open, with the document that says it.</summary>
    public void EnterAmount(Money amount, string source, AwardAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (Entitlement is not { Outcome: AwardSupportOutcome.NotStated } open)
        {
            throw AwardWinRules.AmountNotOpen();
        }

        if (amount.Dong <= 0)
        {
            throw AwardWinRules.AmountNotPositive();
        }

        Entitlement = open with { Outcome = AwardSupportOutcome.Entered, Amount = amount, Source = SearchText.TidyOrNull(source) ?? throw AwardWinRules.SourceRequired(), On = act.On, ByName = act.ByName };
    }
}

/// <summary>Every reason the record of a win can say no.</summary>
public static class AwardWinRules
{
    public static RuleViolationException SourceRequired() => At("/source", "awardWin.sourceRequired", "The document it is known from must be named.");

    public static RuleViolationException YearAhead(int thisYear) => At("/year", "awardWin.yearAhead", "A round of a later year has no winners yet.", ("thisYear", thisYear));

    public static RuleViolationException PublishedAlready() => new("awardWin.publishedAlready", "The win is on the public page already.");

    public static RuleViolationException EntitledAlready(int budgetYear) => new("awardWin.entitledAlready", "The support of this win is on record already.", new Dictionary<string, object?> { ["budgetYear"] = budgetYear });

    public static RuleViolationException BudgetYearNotLater(int year) => At("/budgetYear", "awardWin.budgetYearNotLater", "Winners are supported from a later budget year.", ("year", year));

    public static RuleViolationException PolicyIsSilent(string level) => new("awardWin.policyIsSilent", "The policy supports no winners of this level and year.", new Dictionary<string, object?> { ["level"] = level });

    public static RuleViolationException AmountNotOpen() => new("awardWin.amountNotOpen", "There is no open amount to enter.");

    public static RuleViolationException AmountNotPositive() => At("/amount", "awardWin.amountNotPositive", "The amount is above zero.");

    private static RuleViolationException At(string pointer, string code, string message, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}
