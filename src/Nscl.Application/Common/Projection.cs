using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;

namespace Nscl.Application.Common;

/// <summary>The mapper's projection as an expression, for lists that need the sort key of a row beside its item.</summary>
public static class Projection
{
    /// <summary>Made once per pair of types: the maps do not change while the program runs.</summary>
    public static Expression<Func<TEntity, TItem>> Of<TEntity, TItem>(IMapper mapper) => Made<TEntity, TItem>.Expression ??= Make<TEntity, TItem>(mapper);

    private static Expression<Func<TEntity, TItem>> Make<TEntity, TItem>(IMapper mapper)
    {
        var projected = Enumerable.Empty<TEntity>().AsQueryable().ProjectTo<TItem>(mapper.ConfigurationProvider).Expression;
        return (Expression<Func<TEntity, TItem>>)((UnaryExpression)((MethodCallExpression)projected).Arguments[1]).Operand;
    }

    private static class Made<TEntity, TItem>
    {
        public static Expression<Func<TEntity, TItem>>? Expression { get; set; }
    }
}
