using Microsoft.AspNetCore.Authorization;

namespace Nscl.Api.Common;

/// <summary>What an endpoint says of itself, in one line each; OpenAPI, authorization and the filters read it.</summary>
internal static class UseCaseConventions
{
    /// <summary>Names the operation after its use case, with the permission it needs (null: explicitly open to everybody).</summary>
    public static RouteHandlerBuilder UseCase(this RouteHandlerBuilder endpoint, string name, string? permission, string summary, string description)
    {
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithMetadata(new UseCaseName(name));
        endpoint.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status500InternalServerError).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        if (permission is null)
        {
            return endpoint.AllowAnonymous();
        }

        return endpoint
            .RequireAuthorization(new AuthorizationPolicyBuilder().AddRequirements(new PermissionRequirement(permission)).RequireAuthenticatedUser().Build())
            .WithMetadata(new PermissionRequirement(permission))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>The operation changes a row that the caller read before: 428 without If-Match, 412 when the row moved on.</summary>
    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new NeedsIfMatch())
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired)
        .AddEndpointFilter(static (context, next) => EntityTags.IsMissing(context.HttpContext.Request)
            ? ValueTask.FromResult<object?>(new ProblemResult("concurrency.ifMatchRequired"))
            : next(context));

    /// <summary>The operation must not happen twice: 400 without an Idempotency-Key.</summary>
    public static RouteHandlerBuilder NeedsIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint.Idempotent(required: true);

    /// <summary>The operation takes an Idempotency-Key.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint.Idempotent(required: false);

    /// <summary>The body, for the document; it is read by <see cref="Body{T}"/>.</summary>
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder endpoint, bool optional = false)
        where T : class =>
        endpoint.Accepts<T>(optional, "application/json")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint, bool required) => endpoint
        .WithMetadata(new TakesIdempotencyKey(required))
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .AddEndpointFilter<IdempotencyFilter>();
}

public sealed record UseCaseName(string Value);

internal sealed record NeedsIfMatch;

internal sealed record TakesIdempotencyKey(bool Required);

/// <summary>A problem as an endpoint's answer, for the refusals that filters make.</summary>
internal sealed class ProblemResult(string code, IReadOnlyDictionary<string, object?>? args = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, code, args: args);
}
