using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Nscl.Application.Common;
using Nscl.Domain.Common;

namespace Nscl.Api.Common;

/// <summary>The only place where a failure becomes HTTP.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await (exception switch
        {
            RuleViolationException rule => Rule(httpContext, rule),
            InvalidInputException input => Problems.WriteAsync(httpContext, "input.invalid", errors: input.Errors, status: StatusOf(input)),
            NotFoundException missing => Problems.WriteAsync(httpContext, missing.Code),
            PermissionMissingException missing => Problems.WriteAsync(httpContext, "identity.permissionMissing", args: new Dictionary<string, object?>(StringComparer.Ordinal) { ["permission"] = missing.Permission }),
            StaleVersionException => Problems.WriteAsync(httpContext, "concurrency.stale"),
            BadHttpRequestException bad => BadRequest(httpContext, bad),
            _ when IsUnavailable(exception) => Unavailable(httpContext, exception),
            _ => Unexpected(httpContext, exception),
        });
        return true;
    }

    private Task Rule(HttpContext context, RuleViolationException rule)
    {
        if (ProblemCatalogue.Find(rule.Code) is not null)
        {
            // A rule that is about one field of the request says so; the client shows it there.
            return Problems.WriteAsync(
                context,
                rule.Code,
                rule.Message,
                rule.Args,
                rule.Args.TryGetValue("pointer", out var pointer) ? [new InputError((string)pointer!, rule.Code, rule.Message, rule.Args)] : null);
        }

        // A rule without a catalogue entry is a defect of ours: seen in tests, and still a 409 for the caller.
        LogUncatalogued(rule.Code);
        return Problems.WriteAsync(context, "rule.violated", rule.Message, rule.Args);
    }

    private static int? StatusOf(InvalidInputException input) =>
        input.Errors is [{ Code: "file.tooLarge" }] ? StatusCodes.Status413PayloadTooLarge
        : input.Errors is [{ Code: "file.typeNotAccepted" or "file.workbookExpected" }] ? StatusCodes.Status415UnsupportedMediaType
        : null;

    private static Task BadRequest(HttpContext context, BadHttpRequestException bad)
    {
        switch (bad.StatusCode)
        {
            case not StatusCodes.Status400BadRequest:
                return Problems.WriteAsync(context, bad.StatusCode);
            default:
                var named = BoundParameter().Match(bad.Message);
                var pointer = named.Success ? "?" + JsonNamingPolicy.CamelCase.ConvertName(named.Groups["name"].Value) : string.Empty;
                return Problems.WriteAsync(
                    context,
                    "input.invalid",
                    errors: [new InputError(pointer, bad.Message.StartsWith("Required", StringComparison.Ordinal) ? "input.required" : "input.wrongType", "The value is missing or not of the expected type.")]);
        }
    }

    private static bool IsUnavailable(Exception exception) =>
        exception is NpgsqlException { IsTransient: true } or TimeoutException
        || (exception.InnerException is { } inner && IsUnavailable(inner));

    private Task Unavailable(HttpContext context, Exception exception)
    {
        LogUnavailable(exception);
        return Problems.WriteAsync(context, "server.unavailable");
    }

    private Task Unexpected(HttpContext context, Exception exception)
    {
        LogUnexpected(exception);
        return Problems.WriteAsync(context, ProblemCatalogue.Unexpected);
    }

    [GeneratedRegex("""parameter "[^" ]+ (?<name>\w+)" """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BoundParameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "A rule has no entry in the problem catalogue: {Code}")]
    private partial void LogUncatalogued(string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A dependency is unavailable.")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure.")]
    private partial void LogUnexpected(Exception exception);
}
