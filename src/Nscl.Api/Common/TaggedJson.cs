using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Nscl.Api.Common;

/// <summary>
/// 200 with a representation whose ETag is the hash of its bytes, for what is put together from many rows; 304 when the caller has
/// them already. The caller's browser may keep it for a while: what people only read changes by imports alone.
/// </summary>
internal sealed class TaggedJson<T>(T value, string cacheControl = TaggedJson.PrivateForAMinute) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult, IValueHttpResult<T>
{
    public int? StatusCode => StatusCodes.Status200OK;

    public T? Value => value;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, JsonInput.Options);
        return TaggedBytes.WriteAsync(httpContext, bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", cacheControl);
    }
}

/// <summary>Who may keep an answer, and how long.</summary>
internal static class TaggedJson
{
    public const string PrivateForAMinute = "private, max-age=60";

    /// <summary>The same for everybody, and asked for by many at once when a course is announced.</summary>
    public const string PublicForHalfAMinute = "public, max-age=30";

    /// <summary>The same for everybody, and asked after each time: whoever has just registered sees the seat gone.</summary>
    public const string PublicAskedAnew = "public, no-cache";
}

internal static class TaggedBytes
{
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json, string tag, string cacheControl)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = cacheControl;
        if (!cacheControl.StartsWith("public", StringComparison.Ordinal))
        {
            context.Response.Headers.Vary = "Cookie, Authorization";
        }

        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag || known.Tag == "*"))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }
}
