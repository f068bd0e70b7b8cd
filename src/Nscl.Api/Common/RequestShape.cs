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

/// <summary>
/// A body that says itself that it is too large is let run out, within reason, before it is refused: a server that answers and hangs up while
/// the caller still sends shows it a broken connection instead of the answer (A22).
/// </summary>
internal sealed class BodyLimits(RequestDelegate next)
{
    private const int MostPatience = 4;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(10);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } limit } size || !(context.Request.ContentLength > limit))
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength <= MostPatience * limit)
        {
            size.MaxRequestBodySize = null;
            await RunOutAsync(context);
        }

        await Problems.WriteAsync(context, "request.tooLarge");
    }

    private static async Task RunOutAsync(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(LongestPatience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Too slow to wait for: it gets its answer now.
        }
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
