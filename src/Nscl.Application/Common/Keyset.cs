using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Nscl.Application.Common;

/// <summary>
/// Keyset paging over one sort key and the id: page 10,000 costs what page 1 costs (A44), and rows that come or go meanwhile
/// neither repeat nor hide others (A42). Sort keys must not be null: order by a coalesced column.
/// </summary>
public sealed class Keyset<T>(Expression<Func<T, Guid>> id, string defaultSort)
    where T : class
{
    private readonly Dictionary<string, SortKey> _keys = new(StringComparer.Ordinal);

    public Keyset<T> By<TKey>(string name, Expression<Func<T, TKey>> key, Func<string, TKey> parse)
        where TKey : notnull
    {
        _keys[name] = new SortKey(key, (source, descending, position) => Narrow(source, key, parse, descending, position), typeof(TKey));
        return this;
    }

    /// <summary>Filters, orders and cuts; one statement gives the page and the position of its last row.</summary>
    /// <param name="binding">What else the cursor depends on: the filters of this list.</param>
    public async Task<Page<TItem>> PageAsync<TItem>(
        IQueryable<T> source,
        PageRequest request,
        string binding,
        ICursorCodec codec,
        Expression<Func<T, TItem>> select,
        CancellationToken cancellationToken)
    {
        var sort = request.Sort ?? defaultSort;
        var descending = sort.StartsWith('-');
        if (!_keys.TryGetValue(descending ? sort[1..] : sort, out var key))
        {
            throw new InvalidInputException([new InputError(
                "?sort",
                "input.unknownSort",
                "Unknown sort field.",
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["allowed"] = string.Join(", ", _keys.Keys) })]);
        }

        binding = $"{typeof(T).Name}|{sort}|{binding}";
        int? count = request.Count ? await source.CountAsync(cancellationToken) : null;
        var position = request.Cursor is null ? ((string, Guid)?)null : codec.Decode(binding, request.Cursor);
        var rows = await key.Narrow(source, descending, position)
            .Take(request.Limit + 1)
            .Select(Positioned(select, key))
            .ToListAsync(cancellationToken);
        string? next = null;
        if (rows.Count > request.Limit)
        {
            rows.RemoveAt(rows.Count - 1);
            next = codec.Encode(binding, Text(rows[^1].Key), rows[^1].Id);
        }

        return new Page<TItem>(rows.ConvertAll(static row => row.Item), next, count);
    }

    private IQueryable<T> Narrow<TKey>(IQueryable<T> source, Expression<Func<T, TKey>> key, Func<string, TKey> parse, bool descending, (string Key, Guid Id)? position)
    {
        if (position is { } after)
        {
            source = source.Where(Beyond(key, parse(after.Key), after.Id, descending));
        }

        return descending ? source.OrderByDescending(key).ThenByDescending(id) : source.OrderBy(key).ThenBy(id);
    }

    /// <summary><c>key ≤ k and (key &lt; k or id &lt; i)</c>: the first half is a range that the index can start from.</summary>
    private Expression<Func<T, bool>> Beyond<TKey>(Expression<Func<T, TKey>> key, TKey keyValue, Guid idValue, bool descending)
    {
        var row = id.Parameters[0];
        var keyBody = new Substitute(key.Parameters[0], row).Visit(key.Body)!;
        // Values go in through a captured object, so that they become parameters and the statement stays the same.
        var at = Expression.Constant(new Boundary<TKey>(keyValue, idValue));
        var atKey = Expression.Property(at, nameof(Boundary<TKey>.Key));
        var atId = Expression.Property(at, nameof(Boundary<TKey>.Id));
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(
                Compare(keyBody, atKey, descending, orEqual: true),
                Expression.OrElse(Compare(keyBody, atKey, descending, orEqual: false), Compare(id.Body, atId, descending, orEqual: false))),
            row);
    }

    private static BinaryExpression Compare(Expression left, Expression right, bool descending, bool orEqual)
    {
        if (left.Type == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
            right = Expression.Constant(0);
        }

        return (descending, orEqual) switch
        {
            (true, true) => Expression.LessThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (false, false) => Expression.GreaterThan(left, right),
        };
    }

    private Expression<Func<T, PositionedRow<TItem>>> Positioned<TItem>(Expression<Func<T, TItem>> select, SortKey key)
    {
        var row = select.Parameters[0];
        return Expression.Lambda<Func<T, PositionedRow<TItem>>>(
            Expression.MemberInit(
                Expression.New(typeof(PositionedRow<TItem>)),
                Expression.Bind(typeof(PositionedRow<TItem>).GetProperty(nameof(PositionedRow<>.Item))!, select.Body),
                Expression.Bind(
                    typeof(PositionedRow<TItem>).GetProperty(nameof(PositionedRow<>.Key))!,
                    Expression.Convert(new Substitute(key.Expression.Parameters[0], row).Visit(key.Expression.Body)!, typeof(object))),
                Expression.Bind(typeof(PositionedRow<TItem>).GetProperty(nameof(PositionedRow<>.Id))!, new Substitute(id.Parameters[0], row).Visit(id.Body)!)),
            row);
    }

    private static string Text(object? key) => key switch
    {
        null => string.Empty,
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString() ?? string.Empty,
    };

    private sealed record SortKey(LambdaExpression Expression, Func<IQueryable<T>, bool, (string Key, Guid Id)?, IQueryable<T>> Narrow, Type KeyType);

    private sealed record Boundary<TKey>(TKey Key, Guid Id);

    private sealed class Substitute(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}

internal sealed class PositionedRow<TItem>
{
    public TItem Item { get; set; } = default!;

    public object? Key { get; set; }

    public Guid Id { get; set; }
}
