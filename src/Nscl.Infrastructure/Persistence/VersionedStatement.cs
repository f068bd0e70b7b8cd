using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nscl.Application.Common;
using Nscl.Domain.Common;

namespace Nscl.Infrastructure.Persistence;

/// <summary>
/// One statement per pair of types, compiled once: taking the expression apart at every call is a fifth of the time of a small request.
/// </summary>
internal static class VersionedStatement<TAggregate, TItem>
    where TAggregate : AggregateRoot
{
    // A statement belongs to one model; a process with several databases, as in the tests, has several.
    private static readonly ConditionalWeakTable<IModel, Func<NsclDbContext, Guid, CancellationToken, Task<Read?>>> Compiled = [];

    public static async Task<Versioned<TItem>?> ReadAsync(NsclDbContext db, Guid id, Expression<Func<TAggregate, TItem>> select, CancellationToken cancellationToken)
    {
        var statement = Compiled.GetValue(db.Model, _ => Compile(select));
        return await statement(db, id, cancellationToken) is { } read ? new Versioned<TItem>(read.Item, read.Version) : null;
    }

    private static Func<NsclDbContext, Guid, CancellationToken, Task<Read?>> Compile(Expression<Func<TAggregate, TItem>> select)
    {
        var row = select.Parameters[0];
        var withVersion = Expression.Lambda<Func<TAggregate, Read>>(
            Expression.MemberInit(
                Expression.New(typeof(Read)),
                Expression.Bind(typeof(Read).GetProperty(nameof(Read.Item))!, select.Body),
                Expression.Bind(
                    typeof(Read).GetProperty(nameof(Read.Version))!,
                    Expression.Call(typeof(EF), nameof(EF.Property), [typeof(uint)], row, Expression.Constant(NsclDbContext.VersionProperty)))),
            row);
        return EF.CompileAsyncQuery((NsclDbContext db, Guid id, CancellationToken _) => db.Set<TAggregate>().AsSingleQuery().Where(found => found.Id == id).Select(withVersion).FirstOrDefault());
    }

    private sealed class Read
    {
        public TItem Item { get; init; } = default!;

        public uint Version { get; init; }
    }
}
