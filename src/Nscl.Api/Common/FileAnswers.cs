using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Domain.Files;

namespace Nscl.Api.Common;

/// <summary>Stored files as answers: whole or in ranges, of any type that is taken in.</summary>
internal static class FileAnswers
{
    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint)
    {
        string[] types = [.. MediaTypes.Accepted.Order(StringComparer.Ordinal)];
        return endpoint
            .Produces<Stream>(StatusCodes.Status200OK, types[0], [.. types.Skip(1)])
            .Produces<Stream>(StatusCodes.Status206PartialContent, types[0], [.. types.Skip(1)])
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);
    }

    /// <summary>A range beyond the end is a problem like all others, where the framework would answer a bare status (A26).</summary>
    public static RouteHandlerBuilder AnswersRanges(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static async (context, next) =>
        await next(context) switch
        {
            FileStreamHttpResult file => new RangedFile(file),
            var other => other,
        });

    private sealed class RangedFile(FileStreamHttpResult file) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await file.ExecuteAsync(httpContext);
            if (httpContext.Response is { StatusCode: StatusCodes.Status416RangeNotSatisfiable, HasStarted: false } response)
            {
                response.Headers.ContentDisposition = default;
                response.Headers.ContentLength = null;
                response.Headers.Remove("Repr-Digest");
                await Problems.WriteAsync(httpContext, "request.rangeNotSatisfiable");
            }
        }
    }
}
