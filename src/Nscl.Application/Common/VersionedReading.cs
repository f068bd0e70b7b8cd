using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Nscl.Domain.Common;

namespace Nscl.Application.Common;

/// <summary>Reads a representation together with the version of its row, without loading the aggregate.</summary>
public static class VersionedReading
{
    /// <summary>Shadow property of every aggregate: PostgreSQL's <c>xmin</c>.</summary>
    public const string VersionProperty = "RowVersion";

    /// <param name="rows">Narrowed to one row.</param>
    /// <param name="select">What is read of it.</param>
    /// <returns>Null when there is no such row, or none that the caller may see.</returns>
    public static async Task<Versioned<TItem>?> ReadVersionedAsync<TRow, TItem>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TItem>> select,
        CancellationToken cancellationToken)
        where TRow : AggregateRoot
    {
        var row = select.Parameters[0];
        var both = Expression.Lambda<Func<TRow, ItemWithVersion<TItem>>>(
            Expression.MemberInit(
                Expression.New(typeof(ItemWithVersion<TItem>)),
                Expression.Bind(typeof(ItemWithVersion<TItem>).GetProperty(nameof(ItemWithVersion<>.Item))!, select.Body),
                Expression.Bind(
                    typeof(ItemWithVersion<TItem>).GetProperty(nameof(ItemWithVersion<>.Version))!,
                    Expression.Call(typeof(EF), nameof(EF.Property), [typeof(uint)], row, Expression.Constant(VersionProperty)))),
            row);
        var found = await rows.Select(both).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new Versioned<TItem>(found.Item, found.Version);
    }

    private sealed class ItemWithVersion<TItem>
    {
        public TItem Item { get; init; } = default!;

        public uint Version { get; init; }
    }
}
