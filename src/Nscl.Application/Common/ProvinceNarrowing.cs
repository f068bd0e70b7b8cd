using Nscl.Domain.Common;

namespace Nscl.Application.Common;

/// <summary>
/// Which provinces a caller sees is the database context's business. Where it is one alone, or one is asked for, saying so by equality
/// lets an index that begins with the province give the rows in the order of the list.
/// </summary>
public static class ProvinceNarrowing
{
    /// <param name="asked">The founding province that the caller asked for.</param>
    public static IQueryable<TAggregate> InProvince<TAggregate>(this IQueryable<TAggregate> rows, string? asked, CurrentUser user)
        where TAggregate : AggregateRoot
    {
        var one = asked ?? (user.Provinces is [var only] && only == user.Province ? only : null);
        return one is null ? rows : rows.Where(row => row.Province == one);
    }
}
