using Nscl.Domain.Common;

namespace Nscl.Domain.AdminUnits;

/// <summary>
/// Whose rows a province's people see and continue, and whose their new rows are (product.md §4). A row keeps the province that
/// founded it for ever; it is the scope of the people that grows when their province becomes an heir.
/// </summary>
public static class ProvinceScope
{
    /// <summary>
    /// The province itself and every province it has succeeded by <paramref name="today"/>, through all generations. Never an
    /// heir's rows: an account of a province that ended does not come into a larger one by itself.
    /// </summary>
    public static IReadOnlySet<string> Of(string ownProvince, IEnumerable<ProvinceSuccession> successions, DateOnly today)
    {
        var effective = successions.Where(succession => succession.IsEffectiveOn(today)).ToLookup(static succession => succession.Successor);
        var scope = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([ownProvince]);

        while (open.TryDequeue(out var province))
        {
            if (scope.Add(province))
            {
                foreach (var succession in effective[province])
                {
                    open.Enqueue(succession.Predecessor);
                }
            }
        }

        return scope;
    }

    /// <summary>
    /// The province that acts for <paramref name="province"/> on <paramref name="today"/>: itself, or from the day of succession
    /// its heir. New rows belong to it, and only its own people found them: somebody whose province has ended would not see
    /// what he founded.
    /// </summary>
    public static string ActingFor(string province, IEnumerable<ProvinceSuccession> successions, DateOnly today)
    {
        var heirs = successions
            .Where(succession => succession.IsEffectiveOn(today))
            .ToDictionary(static succession => succession.Predecessor, static succession => succession.Successor, StringComparer.Ordinal);
        var acting = province;

        for (var steps = 0; heirs.TryGetValue(acting, out var heir); steps++)
        {
            acting = steps < heirs.Count ? heir : throw ProvinceRules.CircularSuccession(province);
        }

        return acting;
    }
}

/// <summary>Every reason a succession of provinces can say no.</summary>
public static class ProvinceRules
{
    public static RuleViolationException EndsBeforeStart(string province) => new(
        "province.endsBeforeStart",
        "A province cannot end before it starts.",
        new Dictionary<string, object?> { ["province"] = province });

    public static RuleViolationException CannotSucceedItself(string province) => new(
        "province.cannotSucceedItself",
        "A province cannot be its own heir.",
        new Dictionary<string, object?> { ["province"] = province });

    /// <summary>New rows belong to the heir, and its people found them (product.md §4).</summary>
    public static RuleViolationException Ended(string province, string heir) => new(
        "province.ended",
        "The province of this account has ended; its heir founds new records.",
        new Dictionary<string, object?> { ["province"] = province, ["heir"] = heir });

    public static RuleViolationException CircularSuccession(string province) => new(
        "province.circularSuccession",
        "The successions of provinces lead back to where they start.",
        new Dictionary<string, object?> { ["province"] = province });
}
