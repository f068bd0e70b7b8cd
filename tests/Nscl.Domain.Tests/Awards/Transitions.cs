using Xunit;

namespace Nscl.Domain.Tests.Awards;

/// <summary>Tables of states and actions as the tests expect them.</summary>
internal static class Transitions
{
    public static List<(TStatus From, TAction Action, TStatus To)> Read<TStatus, TAction>(string file)
        where TStatus : struct, Enum
        where TAction : struct, Enum =>
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Awards", file))
            .Where(static line => !line.StartsWith('#') && line.Length > 0)
            .Skip(1)
            .Select(static line => line.Split(','))
            .Select(static cells => (Enum.Parse<TStatus>(cells[0], ignoreCase: true), Enum.Parse<TAction>(cells[1], ignoreCase: true), Enum.Parse<TStatus>(cells[2], ignoreCase: true))),
    ];

    public static TheoryData<TStatus, TAction> EveryPair<TStatus, TAction>()
        where TStatus : struct, Enum
        where TAction : struct, Enum
    {
        var pairs = new TheoryData<TStatus, TAction>();
        foreach (var status in Enum.GetValues<TStatus>())
        {
            foreach (var action in Enum.GetValues<TAction>())
            {
                pairs.Add(status, action);
            }
        }

        return pairs;
    }
}
