using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Nscl.Application.Common;

namespace Nscl.Api.Common;

/// <summary>RFC 9457, the same members everywhere. Clients translate by <c>code</c> and <c>args</c>; <c>detail</c> is English for logs.</summary>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string? Detail,
    string Instance,
    string Code,
    IReadOnlyDictionary<string, object?> Args,
    string TraceId,
    IReadOnlyList<ProblemField>? Errors);

/// <summary>One field that is wrong. <c>pointer</c> is a JSON Pointer into the body, or <c>?name</c> for a query parameter.</summary>
public sealed record ProblemField(string Pointer, string Code, IReadOnlyDictionary<string, object?> Args, string Detail);

internal static class Problems
{
    private static readonly Dictionary<string, object?> NoArgs = new(StringComparer.Ordinal);

    public static Task WriteAsync(HttpContext context, string code, string? detail = null, IReadOnlyDictionary<string, object?>? args = null, IReadOnlyList<InputError>? errors = null, int? status = null)
    {
        var entry = ProblemCatalogue.Find(code) ?? ProblemCatalogue.Find(ProblemCatalogue.Unexpected)!;
        var problem = new Problem(
            new Uri(new Uri(context.Request.GetEncodedUrl()), "/problems/" + entry.Code).ToString(),
            entry.TitleEn,
            status ?? entry.Status,
            detail ?? entry.DetailEn,
            context.Request.Path,
            entry.Code,
            args ?? NoArgs,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
            errors?.Select(static error => new ProblemField(error.Pointer, error.Code, error.Args ?? NoArgs, error.Detail)).ToList());
        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
        {
            context.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/problem+json";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, JsonInput.Options), context.RequestAborted).AsTask();
    }
}
