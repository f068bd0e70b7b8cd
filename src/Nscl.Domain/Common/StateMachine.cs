using System.Text;

namespace Nscl.Domain.Common;

/// <summary>One row of a transition table.</summary>
public sealed record Transition<TStatus, TAction>(TStatus From, TAction Action, TStatus To)
    where TStatus : struct, Enum
    where TAction : struct, Enum;

/// <summary>
/// A state machine as data. It knows states and actions only; guards that look at more are in the aggregate that obeys it.
/// </summary>
public sealed class StateMachine<TStatus, TAction>
    where TStatus : struct, Enum
    where TAction : struct, Enum
{
    private readonly TStatus _initial;
    private readonly Dictionary<(TStatus, TAction), TStatus> _table;

    public StateMachine(TStatus initial, params IReadOnlyList<Transition<TStatus, TAction>> transitions)
    {
        (_initial, Transitions) = (initial, transitions);
        _table = transitions.ToDictionary(static row => (row.From, row.Action), static row => row.To);
        Final = [.. Enum.GetValues<TStatus>().Where(status => !transitions.Any(row => Equals(row.From, status) && !Equals(row.To, status)))];
    }

    public IReadOnlyList<Transition<TStatus, TAction>> Transitions { get; }

    /// <summary>States that nothing leads out of.</summary>
    public IReadOnlyList<TStatus> Final { get; }

    /// <summary>The state after the action, null when the table has no such row.</summary>
    public TStatus? After(TStatus status, TAction action) => _table.TryGetValue((status, action), out var to) ? to : null;

    /// <summary>Every action of the table from the state, in the order of their enumeration.</summary>
    public IReadOnlyList<TAction> Actions(TStatus status) => [.. Enum.GetValues<TAction>().Where(action => After(status, action) is not null)];

    /// <summary>The table as a Mermaid state diagram; actions that stay within a state are left out.</summary>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> ").Append(DomainJson.NameOf(_initial)).Append('\n');
        foreach (var row in Transitions.Where(static row => !Equals(row.From, row.To)))
        {
            text.Append("    ").Append(DomainJson.NameOf(row.From)).Append(" --> ").Append(DomainJson.NameOf(row.To))
                .Append(": ").Append(DomainJson.NameOf(row.Action)).Append('\n');
        }

        foreach (var status in Final)
        {
            text.Append("    ").Append(DomainJson.NameOf(status)).Append(" --> [*]\n");
        }

        return text.ToString();
    }
}
