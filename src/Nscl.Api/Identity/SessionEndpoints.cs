using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Domain.Audit;
using Nscl.Infrastructure.Audit;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Identity;

/// <param name="UserName">Account name.</param>
/// <param name="Password">Never logged, never stored.</param>
public sealed record SignInRequest(string UserName, string Password);

/// <summary>Who is signed in. <c>user</c> is null when nobody is.</summary>
/// <param name="SecondFactorRequired">True when the password was right but a second factor must follow; then nobody is signed in yet.</param>
public sealed record SessionDetails(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SessionUser? User,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Permissions,
    SessionProvince? Province,
    IReadOnlyList<SessionEnterprise> Enterprises,
    string? AntiforgeryToken,
    bool SecondFactorRequired);

public sealed record SessionUser(Guid Id, string FullName, string UserName);

public sealed record SessionProvince(string Code, string Name);

public sealed record SessionEnterprise(Guid Id, string Name);

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Identity");
        session.MapPost("/", SignIn).TakesJson<SignInRequest>()
            .UseCase(nameof(SignIn), null, "Sign in", "Begins a browser session. Checks Origin instead of the antiforgery header. After five wrong passwords the account waits five minutes.")
            .WithMetadata(new NoAntiforgery()).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        session.MapDelete("/", SignOut)
            .UseCase(nameof(SignOut), null, "Sign out", "Ends the session on the server; its cookie is worthless afterwards. Without a session nothing happens.");
        session.MapGet("/", GetSession)
            .UseCase(nameof(GetSession), null, "Who am I", "The signed-in user with roles, permissions, province and enterprises, or `{ \"user\": null }`.");
    }

    private static async Task<Results<Ok<SessionDetails>, ProblemResult>> SignIn(
        Body<SignInRequest> body,
        HttpContext http,
        UserManager<NsclUser> users,
        NsclDbContext db,
        SignInLimiter limiter,
        SessionCookie cookie,
        SessionDirectory sessions,
        ICurrentUser current,
        IUseCaseContext useCase,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!Origin.IsOwn(http.Request))
        {
            return new ProblemResult("identity.foreignOrigin");
        }

        var userName = body.Value.UserName.Trim().ToLowerInvariant();
        using var lease = limiter.Try(userName, http.Connection.RemoteIpAddress);
        if (!lease.IsAcquired)
        {
            http.Response.Headers.RetryAfter = "60";
            return new ProblemResult("requests.tooMany");
        }

        using var asSystem = current.ActAs(SystemUser.Everywhere);
        useCase.UseCase = nameof(SignIn);
        var user = userName.Length <= 256 ? await users.FindByNameAsync(userName) : null;
        if (user is null || user.IsDisabled)
        {
            // The same work as for a known name, so that time does not tell the two apart (S12).
            PasswordWork.Spend(users, body.Value.Password);
            return new ProblemResult("identity.wrongCredentials");
        }

        if (await users.IsLockedOutAsync(user))
        {
            PasswordWork.Spend(users, body.Value.Password);
            return new ProblemResult("identity.lockedOut");
        }

        var now = clock.GetUtcNow();
        if (!await users.CheckPasswordAsync(user, body.Value.Password))
        {
            await users.AccessFailedAsync(user);
            await AuditAsync(db, "SignInRefused", user, now, cancellationToken);
            return new ProblemResult("identity.wrongCredentials");
        }

        await users.ResetAccessFailedCountAsync(user);
        if (cookie.Read(http) is { } before)
        {
            await EndAsync(db, before, now, cancellationToken);
            sessions.Forget(before);
        }

        var session = new UserSession { UserId = user.Id, Province = user.Province, StartedAt = now, LastSeenAt = now };
        db.Add(session);
        await AuditAsync(db, nameof(SignIn), user, now, cancellationToken);
        cookie.Write(http, session.Id);
        return TypedResults.Ok(await DescribeAsync(db, await sessions.DescribeAsync(db, user, cancellationToken), cookie.AntiforgeryTokenFor(session.Id), cancellationToken));
    }

    private static async Task<NoContent> SignOut(HttpContext http, NsclDbContext db, SessionCookie cookie, SessionDirectory sessions, ICurrentUser current, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (http.Features.Get<SignedIn>() is { SessionId: { } sessionId })
        {
            using var asSystem = current.ActAs(SystemUser.Everywhere);
            await EndAsync(db, sessionId, clock.GetUtcNow(), cancellationToken);
            sessions.Forget(sessionId);
        }

        cookie.Clear(http);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SessionDetails>> GetSession(HttpContext http, NsclDbContext db, SessionCookie cookie, ICurrentUser current, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<SignedIn>() is not { SessionId: { } sessionId, User: var user })
        {
            return TypedResults.Ok(new SessionDetails(null, [], [], null, [], null, false));
        }

        using var asSystem = current.ActAs(SystemUser.Everywhere);
        return TypedResults.Ok(await DescribeAsync(db, user, cookie.AntiforgeryTokenFor(sessionId), cancellationToken));
    }

    private static async Task<SessionDetails> DescribeAsync(NsclDbContext db, CurrentUser user, string antiforgeryToken, CancellationToken cancellationToken) => new(
        new SessionUser(user.Id, user.FullName, user.UserName),
        user.Roles,
        [.. user.Permissions.Order(StringComparer.Ordinal)],
        await SessionNames.ProvinceAsync(db, user.Province, cancellationToken),
        await SessionNames.EnterprisesAsync(db, user.Rows.EnterpriseIds, cancellationToken),
        antiforgeryToken,
        SecondFactorRequired: false);

    private static Task<int> EndAsync(NsclDbContext db, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<UserSession>().Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(static session => session.EndedAt, now), cancellationToken);

    private static async Task AuditAsync(NsclDbContext db, string action, NsclUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.AddAudit(new AuditEntry(new AuditEvent(action, "User", user.Id, "{}"), new AuditActor(user.Id, user.FullName, user.Province), now, System.Diagnostics.Activity.Current?.TraceId.ToString()));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Guessing is slowed per account and address (S16); there is no permanent lock that a stranger could put on an account.</summary>
internal sealed class SignInLimiter : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(static key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, static _ => new SlidingWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

    public RateLimitLease Try(string userName, System.Net.IPAddress? address) => _limiter.AttemptAcquire($"{address}|{userName}");

    public void Dispose() => _limiter.Dispose();
}

internal static class PasswordWork
{
    private static readonly NsclUser Nobody = new() { FullName = string.Empty, Province = string.Empty };
    private static string? _hash;

    public static void Spend(UserManager<NsclUser> users, string password)
    {
        _hash ??= users.PasswordHasher.HashPassword(Nobody, "a password that nobody has");
        users.PasswordHasher.VerifyHashedPassword(Nobody, _hash, password);
    }
}

internal static class Origin
{
    /// <summary>A browser always sends Origin with an unsafe request; programs without one send no cookie either.</summary>
    public static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
