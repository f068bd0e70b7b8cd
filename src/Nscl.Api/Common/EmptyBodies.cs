using Microsoft.AspNetCore.Http.Metadata;

namespace Nscl.Api.Common;

/// <summary>
/// An act that takes nothing is sent without a body or with an empty object. Anything else is meant for another act, and not passed over in
/// silence (A9).
/// </summary>
internal sealed class EmptyBodies(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Concerns(context) && await RequestBody.ReadAsync(context) is { Length: > 0 } bytes)
        {
            JsonInput.Read<Nothing>(bytes);
        }

        await next(context);
    }

    private static bool Concerns(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<UseCaseName>() is not null
        && metadata.GetMetadata<IAcceptsMetadata>() is null;

    private sealed record Nothing;
}
