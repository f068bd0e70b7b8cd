using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;

namespace Nscl.Api.Identity;

/// <summary>Makes the authenticated principal the caller of the request.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, RequestContext requestContext, ClientDirectory clients)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var signedIn = context.Features.Get<SignedIn>();
        if (signedIn is null && context.User.Identity?.IsAuthenticated == true)
        {
            if (await clients.FindAsync(context.User, context.RequestAborted) is { } client)
            {
                signedIn = new SignedIn(client, null);
                context.Features.Set(signedIn);
            }
            else
            {
                // A token whose client was taken away since.
                context.User = new();
            }
        }

        using (requestContext.ActAs(signedIn?.User ?? CurrentUser.Anonymous))
        {
            await next(context);
        }
    }
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
