using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
            BaseAddress(context) + "/api/v1/problem-codes/" + entry.Code,
            Fill(entry.TitleEn, args),
            status ?? entry.Status,
            detail ?? Fill(entry.DetailEn, args),
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

    /// <summary>For a bare status that the server or a library answered.</summary>
    public static Task WriteAsync(HttpContext context, int status) => WriteAsync(
        context,
        status switch
        {
            StatusCodes.Status401Unauthorized => "identity.signInRequired",
            StatusCodes.Status403Forbidden => "identity.permissionMissing",
            StatusCodes.Status404NotFound => "request.notFound",
            StatusCodes.Status405MethodNotAllowed => "request.methodNotAllowed",
            StatusCodes.Status406NotAcceptable => "request.notAcceptable",
            StatusCodes.Status408RequestTimeout => "request.timeout",
            StatusCodes.Status413PayloadTooLarge => "request.tooLarge",
            StatusCodes.Status414UriTooLong => "request.addressTooLong",
            StatusCodes.Status415UnsupportedMediaType => "request.mediaType",
            StatusCodes.Status431RequestHeaderFieldsTooLarge => "request.headersTooLarge",
            StatusCodes.Status503ServiceUnavailable => "server.unavailable",
            < StatusCodes.Status500InternalServerError => "input.invalid",
            _ => ProblemCatalogue.Unexpected,
        },
        status: status);

    /// <summary>A text of the catalogue with its placeholders filled in.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, object?>? args) =>
        (args ?? NoArgs).Aggregate(text, static (filled, arg) => filled.Replace("{" + arg.Key + "}", Convert.ToString(arg.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>The configured public address, or the one that was asked; only the former is beyond a forged Host header (S42).</summary>
    public static string BaseAddress(HttpContext context) =>
        context.RequestServices.GetRequiredService<IConfiguration>()["Nscl:PublicUrl"] is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : context.Request.Scheme + "://" + (context.Request.Host.HasValue ? context.Request.Host.ToUriComponent() : "localhost");
}
