using System.Linq.Expressions;
using AutoMapper;
using AutoMapper.QueryableExtensions;

namespace Nscl.Application.Common;

/// <summary>The mapper's projection as an expression, for lists that need the sort key of a row beside its item.</summary>
public static class Projection
{
    public static Expression<Func<TEntity, TItem>> Of<TEntity, TItem>(IMapper mapper)
    {
        var projected = Enumerable.Empty<TEntity>().AsQueryable().ProjectTo<TItem>(mapper.ConfigurationProvider).Expression;
        return (Expression<Func<TEntity, TItem>>)((UnaryExpression)((MethodCallExpression)projected).Arguments[1]).Operand;
    }
}
