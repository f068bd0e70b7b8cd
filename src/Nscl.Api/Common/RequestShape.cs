using Microsoft.AspNetCore.Http.Features;

namespace Nscl.Api.Common;

/// <summary>
/// Refuses addresses and headers beyond every use, before anything reads them. The server's own limits lie higher, so that the answer
/// is a problem like all others and not a bare status (A22, A26).
/// </summary>
internal sealed class RequestShape(RequestDelegate next)
{
    public const int MaxTarget = 8 * 1024;
    public const int MaxHeaders = 32 * 1024;
    private const int MaxHeaderCount = 100;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > MaxTarget)
        {
            return Problems.WriteAsync(context, "request.addressTooLong");
        }

        var headers = context.Request.Headers;
        return headers.Count > MaxHeaderCount || headers.Sum(static header => header.Key.Length + header.Value.Sum(static value => value?.Length ?? 0)) > MaxHeaders
            ? Problems.WriteAsync(context, "request.headersTooLarge")
            : next(context);
    }
}

/// <summary>HEAD answers what GET would answer, without the body (A18).</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = wire;
        }
    }
}
