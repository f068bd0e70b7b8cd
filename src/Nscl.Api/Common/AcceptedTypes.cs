using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Nscl.Api.Common;

/// <summary>406 where the caller takes nothing that the operation can answer (A21). Problems are sent whatever the caller takes.</summary>
internal sealed class AcceptedTypes(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<Endpoint, MediaTypeHeaderValue[]> Produced = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Accept.Count == 0 || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<UseCaseName>() is null)
        {
            return next(context);
        }

        var produced = Produced.GetOrAdd(endpoint, static point =>
        [
            .. point.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
                .Where(static answer => answer.StatusCode is >= 200 and < 300)
                .SelectMany(static answer => answer.ContentTypes)
                .Distinct(StringComparer.Ordinal)
                .Select(static type => MediaTypeHeaderValue.Parse(type)),
        ]);
        var accepted = context.Request.GetTypedHeaders().Accept;
        return produced.Length == 0 || accepted.Count == 0 || accepted.Any(range => range.Quality is not 0 && produced.Any(type => type.IsSubsetOf(range)))
            ? next(context)
            : Problems.WriteAsync(context, "request.notAcceptable");
    }
}
