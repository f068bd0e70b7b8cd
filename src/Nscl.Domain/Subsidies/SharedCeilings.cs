using Nscl.Domain.Common;
using Nscl.Domain.Policies;

namespace Nscl.Domain.Subsidies;

/// <summary>A ceiling that several lines draw on.</summary>
internal sealed class SharedCeiling(Money limit, Money held)
{
    public Money Limit { get; } = limit;

    public Money Held { get; private set; } = held;

    public Money Left => Money.Max(Money.Zero, Limit - Held);

    public void Draw(Money amount) => Held += amount;
}

/// <summary>The ceilings of one calculation; null where the policy or the facts set none.</summary>
internal sealed class SharedCeilings(SubsidyFacts facts, CalculationRulesSnapshot rules)
{
    public SharedCeiling? EnterpriseYear { get; } =
        rules.EnterpriseYearCap is { } cap ? new SharedCeiling(cap, facts.Held.EnterpriseYear) : null;

    public SharedCeiling? Program { get; } =
        rules.ProgramCap is { } cap ? new SharedCeiling(cap, facts.Held.Program) : null;

    public SharedCeiling? Budget { get; } =
        facts.BudgetAvailable is { } available ? new SharedCeiling(available, Money.Zero) : null;

    public void Draw(Money amount)
    {
        EnterpriseYear?.Draw(amount);
        Program?.Draw(amount);
        Budget?.Draw(amount);
    }
}
