using Nscl.Application.Common;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Common;

/// <summary>Where the row of a public page is: its province, and the row that the caller's personal link stands for, if any.</summary>
internal sealed record PublicPlace(string Province, Guid ActsFor = default);

/// <summary>
/// Rows that a caller without an account reaches. Nobody is signed in on a public page, not even an officer who opens it: it shows and does the same for
/// everybody. Row-level security holds as always – a list reads the provinces, everything else one of them.
/// </summary>
internal static class PublicScope
{
    private static readonly CurrentUser Everybody = PublicCaller.In(SystemUser.Everywhere.Provinces);

    /// <summary>The operation reads what is public in all provinces.</summary>
    public static RouteHandlerBuilder OverProvinces(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static async (context, next) =>
    {
        using var everybody = context.HttpContext.RequestServices.GetRequiredService<ICurrentUser>().ActAs(Everybody);
        return await next(context);
    });

    /// <summary>The operation concerns one row; it runs in the province of that row.</summary>
    /// <param name="find">The place of the row that the address names, looked for in all provinces; null where there is none.</param>
    /// <param name="notFound">Code of the answer where there is none.</param>
    public static RouteHandlerBuilder InProvinceOf(this RouteHandlerBuilder endpoint, Func<NsclDbContext, RouteValueDictionary, CancellationToken, Task<PublicPlace?>> find, string notFound) =>
        endpoint.ProducesProblem(StatusCodes.Status404NotFound).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var current = http.RequestServices.GetRequiredService<ICurrentUser>();
            if (await FindAsync(current, find, http) is not { } place)
            {
                return new ProblemResult(notFound);
            }

            using var oneProvince = current.ActAs(PublicCaller.In([place.Province], place.ActsFor));
            return await next(context);
        });

    private static async Task<PublicPlace?> FindAsync(ICurrentUser current, Func<NsclDbContext, RouteValueDictionary, CancellationToken, Task<PublicPlace?>> find, HttpContext http)
    {
        using var everybody = current.ActAs(Everybody);
        return await find(http.RequestServices.GetRequiredService<NsclDbContext>(), http.Request.RouteValues, http.RequestAborted);
    }
}
