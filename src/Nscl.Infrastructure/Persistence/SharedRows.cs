using System.Collections.Concurrent;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Aggregates that requests share for reading, each under the row version it was read in.</summary>
public sealed class SharedRows
{
    private const int MaxRows = 1_000;
    private readonly ConcurrentDictionary<Guid, (uint Version, AggregateRoot Row)> _rows = new();

    internal AggregateRoot? Find(Guid id, uint version) => _rows.TryGetValue(id, out var known) && known.Version == version ? known.Row : null;

    internal void Keep(AggregateRoot row, uint version)
    {
        if (_rows.Count >= MaxRows)
        {
            _rows.Clear();
        }

        _rows[row.Id] = (version, row);
    }
}
