using Nscl.Api.Identity;

namespace Nscl.Api.Common;

/// <summary>How often one caller may call (A47, A48): a user or an API client by its identity, everybody else by address.</summary>
internal sealed class RequestLimits(RequestDelegate next, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>So high that one officer's bulk work never meets it (api.md §1).</summary>
    private const int RequestsPerMinute = 6_000;
    private const int TokensPerMinute = 120;
    private readonly FixedWindows _requests = new(configuration.GetValue("Nscl:RequestsPerMinute", RequestsPerMinute), clock);
    private readonly FixedWindows _tokens = new(TokensPerMinute, clock);

    public Task InvokeAsync(HttpContext context)
    {
        var isToken = context.Request.Path == TokenEndpoints.Route;
        if (!isToken && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return next(context);
        }

        var caller = context.Features.Get<SignedIn>()?.User.Id.ToString() ?? "address:" + context.Connection.RemoteIpAddress;
        var limit = (isToken ? _tokens : _requests).Take(caller);
        context.Response.OnStarting(
            static state =>
            {
                var (response, limit) = ((HttpResponse, RateLimit))state;
                // A narrower limit, such as that of signing in, speaks for itself.
                if (!response.Headers.ContainsKey("RateLimit"))
                {
                    limit.Describe("requests", response);
                }

                return Task.CompletedTask;
            },
            (context.Response, limit));
        return limit.IsExceeded ? Problems.WriteAsync(context, "request.tooMany") : next(context);
    }
}
