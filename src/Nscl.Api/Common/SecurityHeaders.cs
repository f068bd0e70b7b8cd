namespace Nscl.Api.Common;

/// <summary>
/// Headers on every answer, errors included (S60): they are set when the answer starts, because a failure clears what was set before.
/// The page's own policy with its nonce is set by the client host, and whoever allows caching says so.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Apply, context);
        return next(context);
    }

    private Task Apply(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ApiPolicy;
        }

        if (!environment.IsDevelopment())
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
