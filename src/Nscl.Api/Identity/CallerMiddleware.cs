using System.Security.Claims;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;
using OpenIddict.Abstractions;

namespace Nscl.Api.Identity;

/// <summary>Makes the authenticated principal the caller of the request, and refuses forged requests of a browser.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, RequestContext requestContext, SessionCookie cookie)
{
    public const string AntiforgeryHeader = "X-CSRF-Token";

    public async Task InvokeAsync(HttpContext context, ClientDirectory clients)
    {
        var signedIn = context.Features.Get<SignedIn>();
        if (signedIn is null && context.User.Identity?.IsAuthenticated == true && await clients.DescribeAsync(context.User, context.RequestAborted) is { } client)
        {
            signedIn = new SignedIn(client, null);
            context.Features.Set(signedIn);
        }

        if (signedIn is { SessionId: { } sessionId }
            && !IsSafe(context.Request.Method)
            && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && context.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgery>() is null
            && !cookie.IsAntiforgeryToken(context.Request.Headers[AntiforgeryHeader], sessionId))
        {
            await Problems.WriteAsync(context, "identity.antiforgery");
            return;
        }

        using (requestContext.ActAs(signedIn?.User ?? CurrentUser.Anonymous))
        {
            await next(context);
        }
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}

/// <summary>Signing in has no session yet whose token it could send; it checks the origin instead.</summary>
internal sealed record NoAntiforgery;

/// <summary>API clients (OAuth2 client credentials): their scopes are their permissions.</summary>
internal sealed class ClientDirectory(ICurrentUser current, Nscl.Infrastructure.Persistence.NsclDbContext db, IBusinessClock clock)
{
    public const string ProvinceClaim = "province";

    public async Task<CurrentUser?> DescribeAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var province = principal.GetClaim(ProvinceClaim);
        var clientId = principal.GetClaim(OpenIddictConstants.Claims.Subject);
        if (string.IsNullOrEmpty(province) || string.IsNullOrEmpty(clientId))
        {
            return null;
        }

        using var asSystem = current.ActAs(Infrastructure.Persistence.SystemUser.Everywhere);
        return new CurrentUser
        {
            Id = ClientIds.Of(clientId),
            UserName = clientId,
            FullName = clientId,
            Province = province,
            Provinces = await ProvinceScopes.OfAsync(db, province, clock.Today, cancellationToken),
            Roles = ["integration"],
            Permissions = principal.GetScopes().ToHashSet(StringComparer.Ordinal),
            Rows = RowScope.All,
        };
    }
}
