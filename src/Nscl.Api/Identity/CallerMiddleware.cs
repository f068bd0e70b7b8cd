using System.Security.Claims;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;

namespace Nscl.Api.Identity;

/// <summary>
/// Finds the caller of the request: a machine by its bearer token, a person by the session cookie, otherwise nobody. The framework's own
/// middleware would ask every authentication handler first whether the request is meant for it, which costs a small request a tenth
/// of its time; it runs only where a token is fetched or brought (<see cref="TokenEndpoints.Concerns"/>).
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, RequestContext requestContext, SessionCookie cookie, SessionDirectory sessions, ClientDirectory clients)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var signedIn = TokenEndpoints.HasToken(context.Request) ? await MachineAsync(context) : await PersonAsync(context);
        context.Features.Set(signedIn);
        context.User = signedIn is null ? new ClaimsPrincipal() : PrincipalOf(signedIn);

        using (requestContext.ActAs(signedIn?.User ?? CurrentUser.Anonymous))
        {
            await next(context);
        }
    }

    private async ValueTask<SignedIn?> PersonAsync(HttpContext context) =>
        cookie.Read(context) is { } sessionId && await sessions.FindAsync(sessionId, context.RequestAborted) is { } user ? new SignedIn(user, sessionId) : null;

    /// <summary>Nobody, where the token does not hold or its client was taken away since.</summary>
    private async ValueTask<SignedIn?> MachineAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && await clients.FindAsync(context.User, context.RequestAborted) is { } client ? new SignedIn(client, null) : null;

    private static ClaimsPrincipal PrincipalOf(SignedIn caller) =>
        new(new ClaimsIdentity([new Claim("sub", caller.User.Id.ToString())], caller.SessionId is null ? "Bearer" : "Session", "sub", "role"));
}

/// <summary>Refuses requests that another site makes a signed-in browser send (S20).</summary>
internal sealed class Antiforgery(RequestDelegate next, SessionCookie cookie)
{
    public const string Header = "X-CSRF-Token";

    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<SignedIn>() is not { SessionId: { } sessionId }
        || IsSafe(context.Request.Method)
        || context.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgery>() is not null
        || cookie.IsAntiforgeryToken(context.Request.Headers[Header], sessionId)
            ? next(context)
            : Problems.WriteAsync(context, "identity.antiforgery");

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}

/// <summary>Signing in has no session yet whose token it could send; it checks the origin instead.</summary>
internal sealed record NoAntiforgery;
