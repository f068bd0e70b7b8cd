using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>Strong ETags carry the row version, and nothing else does.</summary>
internal static class EntityTags
{
    public static string Of(uint version) => string.Create(CultureInfo.InvariantCulture, $"\"{version:x}\"");

    /// <summary>200 with the representation and its ETag; 304 when the caller already has it.</summary>
    public static Results<Ok<T>, StatusCodeHttpResult> Ok<T>(HttpContext context, Versioned<T> resource)
    {
        var tag = Of(resource.Version);
        context.Response.Headers.ETag = tag;
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.Ok(resource.Value);
    }

    /// <summary>201 with the body, its place and its ETag.</summary>
    public static Created<T> Created<T>(HttpContext context, string location, Versioned<T> resource)
    {
        context.Response.Headers.ETag = Of(resource.Version);
        return TypedResults.Created(location, resource.Value);
    }

    /// <summary>The version that the caller saw. Checked to be there before the handler runs.</summary>
    public static uint Expected(HttpContext context) => TryParse(context.Request, out var version) ? version : throw new StaleVersionException();

    public static bool IsMissing(HttpRequest request) => request.Headers.IfMatch.Count == 0;

    private static bool TryParse(HttpRequest request, out uint version)
    {
        version = 0;
        return EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
            && !tag.IsWeak
            && uint.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out version);
    }
}
