using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
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

        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var free = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({scope + "\n" + key}, 0)) AS \"Value\"").ToListAsync(http.RequestAborted);
        if (!free[0])
        {
            return new ProblemResult("idempotency.inFlight");
        }

        var province = current.User.Province;
        var hash = await RequestBody.HashAsync(http);
        var done = await db.Set<IdempotencyRecord>().AsNoTracking()
            .FirstOrDefaultAsync(record => record.Province == province && record.Scope == scope && record.Key == key, http.RequestAborted);
        if (done is not null)
        {
            return done.RequestHash.AsSpan().SequenceEqual(hash) ? new Replay(done) : new ProblemResult("idempotency.keyReused");
        }

        var answer = await next(context);
        var stored = await ExecuteAsync(http, answer);
        if (http.Response.StatusCode is >= 200 and < 300)
        {
            db.Set<IdempotencyRecord>().Add(new IdempotencyRecord
            {
                Province = province,
                Scope = scope,
                Key = key,
                RequestHash = hash,
                Status = http.Response.StatusCode,
                Headers = JsonSerializer.Serialize(KeptHeaders
                    .Where(http.Response.Headers.ContainsKey)
                    .ToDictionary(static name => name, name => http.Response.Headers[name].ToString(), StringComparer.Ordinal)),
                Body = stored,
                CreatedAt = clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(http.RequestAborted);
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

    private sealed class Replay(IdempotencyRecord done) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = done.Status;
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(done.Headers)!)
            {
                httpContext.Response.Headers[name] = new StringValues(value);
            }

            httpContext.Response.Headers[ReplayedHeader] = "true";
            await httpContext.Response.Body.WriteAsync(done.Body, httpContext.RequestAborted);
        }
    }
}
