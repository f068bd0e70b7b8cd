using System.Collections.Frozen;

namespace Nscl.Domain.AdminUnits;

/// <summary>
/// Finds the units of any day from the unit that was recorded on some other day. Addresses keep their unit as recorded;
/// reports choose the geography "as of" (domain-reference §4.6), so both directions are needed.
/// </summary>
public sealed class AdminUnitDirectory
{
    private readonly FrozenDictionary<string, AdminUnit> _units;
    private readonly ILookup<string, string> _successors;
    private readonly ILookup<string, string> _predecessors;

    public AdminUnitDirectory(IEnumerable<AdminUnit> units, IEnumerable<AdminUnitSuccession> successions)
    {
        _units = units.ToFrozenDictionary(static unit => unit.Code, StringComparer.Ordinal);

        var links = successions
            .SelectMany(static succession => succession.From.SelectMany(_ => succession.To, static (from, to) => (From: from, To: to)))
            .ToList();

        // No act says which unit continues a whole district of 2025: the communes formed in its area do, together.
        var dissolved = _units.Values
            .Where(static unit => unit.FormerParentCode is not null)
            .Select(static unit => (From: unit.FormerParentCode!, To: unit.Code));

        _successors = links.Concat(dissolved).ToLookup(static link => link.From, static link => link.To, StringComparer.Ordinal);
        _predecessors = links.ToLookup(static link => link.To, static link => link.From, StringComparer.Ordinal);
    }

    public AdminUnit? Find(string code) => _units.GetValueOrDefault(code);

    /// <summary>Units of a tier that exist on a day: the denominator of "8/10 huyện, thành phố" (S4.19), which changes with time.</summary>
    public IReadOnlyList<AdminUnit> InForce(string provinceCode, AdminUnitLevel level, DateOnly asOf) =>
    [
        .. _units.Values
            .Where(unit => unit.ProvinceCode == provinceCode && unit.Level == level && unit.Validity.Contains(asOf))
            .OrderBy(static unit => unit.Code, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The units of <paramref name="asOf"/> that hold the area of <paramref name="code"/>: itself while it exists, its successors
    /// after its end, its predecessors before its start. One unit is certain; several (after a split, before a merger) need the
    /// address to choose; none means that the code, or what became of it, is unknown.
    /// </summary>
    public IReadOnlyList<AdminUnit> Resolve(string code, DateOnly asOf)
    {
        var found = new SortedDictionary<string, AdminUnit>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([code]);

        while (open.TryDequeue(out var current))
        {
            if (!seen.Add(current) || Find(current) is not { } unit)
            {
                continue;
            }

            if (unit.Validity.Contains(asOf))
            {
                found.Add(unit.Code, unit);
                continue;
            }

            foreach (var next in asOf > unit.ValidTo ? _successors[current] : _predecessors[current])
            {
                open.Enqueue(next);
            }
        }

        return [.. found.Values];
    }
}
