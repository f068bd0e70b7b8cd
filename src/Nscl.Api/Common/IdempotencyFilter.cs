using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Npgsql;
using Nscl.Application.Common;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Common;

/// <summary>
/// Carries out a keyed request once. The key, the change and the stored answer are one transaction (A39): a caller that never got the
/// answer – its process or ours was killed after the commit – asks again and gets the first answer.
/// </summary>
internal sealed class IdempotencyFilter(NsclDbContext db, ICurrentUser current, TimeProvider clock) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int MaxKeyLength = 255;
    private static readonly string[] KeptHeaders = ["Content-Type", "ETag", "Location"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var given = http.Request.Headers[Header];
        if (given.Count == 0)
        {
            return http.GetEndpoint()!.Metadata.GetRequiredMetadata<TakesIdempotencyKey>().Required
                ? new ProblemResult("idempotency.keyRequired")
                : await next(context);
        }

        var key = given.ToString();
        if (key.Length is 0 or > MaxKeyLength || key.Any(static character => character is < ' ' or > '~'))
        {
            return new ProblemResult("idempotency.keyInvalid");
        }

        var scope = $"{current.User.Id:N} {http.Request.Method} {http.Request.Path}";
        if (scope.Length > 300)
        {
            return new ProblemResult("idempotency.keyInvalid");
        }

        // A use case ends with the save that fails; nobody goes back to the state before it.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var province = current.User.Province;
        // One question for both. A request with this key that ends between the two halves of it is found when this one is kept.
        var asked = (await db.Database.SqlQuery<Asked>($"""
            SELECT pg_try_advisory_xact_lock(hashtextextended({scope + "\n" + key}, 0)) AS is_free, done.request_hash, done.status, done.headers, done.body
            FROM (SELECT 1) AS once
            LEFT JOIN idempotency_records AS done ON done.province = {province} AND done.scope = {scope} AND done.key = {key}
            """).ToListAsync(http.RequestAborted))[0];
        if (!asked.IsFree)
        {
            return new ProblemResult("idempotency.inFlight");
        }

        var hash = await RequestBody.HashAsync(http);
        if (asked.RequestHash is not null)
        {
            return asked.RequestHash.AsSpan().SequenceEqual(hash) ? new Replay(asked) : new ProblemResult("idempotency.keyReused");
        }

        var answer = await next(context);
        var stored = await ExecuteAsync(http, answer);
        if (http.Response.StatusCode is >= 200 and < 300)
        {
            var headers = JsonSerializer.Serialize(KeptHeaders
                .Where(http.Response.Headers.ContainsKey)
                .ToDictionary(static name => name, name => http.Response.Headers[name].ToString(), StringComparer.Ordinal));
            try
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO idempotency_records (province, scope, key, request_hash, status, headers, body, created_at)
                    VALUES ({province}, {scope}, {key}, {hash}, {http.Response.StatusCode}, {headers}, {stored}, {clock.GetUtcNow()})
                    """,
                    http.RequestAborted);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                http.Response.Clear();
                return new ProblemResult("idempotency.inFlight");
            }

            await transaction.CommitAsync(CancellationToken.None);
            FaultPoint.AfterCommit(http);
        }

        await http.Response.Body.WriteAsync(stored, http.RequestAborted);
        return Results.Empty;
    }

    /// <summary>Lets the result write itself into memory: nothing may leave before the commit.</summary>
    private static async Task<byte[]> ExecuteAsync(HttpContext http, object? answer)
    {
        var wire = http.Response.Body;
        using var memory = new MemoryStream();
        http.Response.Body = memory;
        try
        {
            if (answer is IResult result)
            {
                await result.ExecuteAsync(http);
            }
            else if (answer is not null)
            {
                await http.Response.WriteAsJsonAsync(answer, JsonInput.Options);
            }
        }
        finally
        {
            http.Response.Body = wire;
        }

        return memory.ToArray();
    }

    /// <summary>Whether the key is free, and what was answered to it before.</summary>
    private sealed class Asked
    {
        public bool IsFree { get; init; }

        public byte[]? RequestHash { get; init; }

        public int? Status { get; init; }

        public string? Headers { get; init; }

        public byte[]? Body { get; init; }
    }

    private sealed class Replay(Asked done) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = done.Status!.Value;
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(done.Headers!)!)
            {
                httpContext.Response.Headers[name] = new StringValues(value);
            }

            httpContext.Response.Headers[ReplayedHeader] = "true";
            await httpContext.Response.Body.WriteAsync(done.Body, httpContext.RequestAborted);
        }
    }
}
