using System.Text.Json.Serialization;
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

public sealed record SessionProvince(string Code, string Name, string NameEn);

public sealed record SessionEnterprise(Guid Id, string Name);

internal static class SessionEndpoints
{
    private const int MaxUserName = 256;

    /// <summary>Any length that a person or a password manager makes; only a flood is cut off.</summary>
    private const int MaxPassword = 1_000;

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Identity");
        session.MapPost("/", SignIn).TakesJson<SignInRequest>()
            .UseCase(nameof(SignIn), null, "Sign in", "Begins a browser session. Checks Origin instead of the antiforgery header. After five wrong passwords the account waits ten minutes.")
            .WithMetadata(new NoAntiforgery()).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        session.MapDelete("/", SignOut)
            .UseCase(nameof(SignOut), null, "Sign out", "Ends the session on the server; its cookie is worthless afterwards. Without a session nothing happens.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        session.MapGet("/", GetSession)
            .UseCase(nameof(GetSession), null, "Who am I", "The signed-in user with roles, permissions, province and enterprises, or `{ \"user\": null }`.");
    }

    private static async Task<Results<Ok<SessionDetails>, ProblemResult>> SignIn(
        Body<SignInRequest> body,
        HttpContext http,
        UserManager<NsclUser> users,
        NsclDbContext db,
        SignInLimiter limiter,
        UnknownAccounts unknown,
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

        Check(body.Value);
        var userName = body.Value.UserName.Trim().ToLowerInvariant();
        var limit = limiter.Take(userName, http.Connection.RemoteIpAddress);
        limit.Describe("signIn", http.Response);
        if (limit.IsExceeded)
        {
            return new ProblemResult("request.tooMany");
        }

        using var asSystem = current.ActAs(SystemUser.Everywhere);
        useCase.UseCase = nameof(SignIn);
        var now = clock.GetUtcNow();
        var user = await users.FindByNameAsync(userName);
        if (user is null || user.IsDisabled)
        {
            PasswordWork.Spend(users, body.Value.Password);
            return unknown.TryFail(userName) ? new ProblemResult("identity.wrongCredentials") : LockedOut();
        }

        if (!await Lockout.TryBeginAsync(db, user.Id, now, cancellationToken))
        {
            PasswordWork.Spend(users, body.Value.Password);
            return LockedOut();
        }

        if (!await users.CheckPasswordAsync(user, body.Value.Password))
        {
            await Lockout.FailAsync(db, user.Id, now, cancellationToken);
            await AuditAsync(db, "SignInRefused", user, now, cancellationToken);
            return new ProblemResult("identity.wrongCredentials");
        }

        await Lockout.SucceedAsync(db, user.Id, cancellationToken);
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

    private static void Check(SignInRequest request)
    {
        var errors = new List<InputError>();
        CheckLength("/userName", request.UserName, MaxUserName, errors);
        CheckLength("/password", request.Password, MaxPassword, errors);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    private static void CheckLength(string pointer, string text, int max, List<InputError> errors)
    {
        if (text.Length == 0)
        {
            errors.Add(new InputError(pointer, "input.required", "A value is required."));
        }
        else if (text.Length > max)
        {
            errors.Add(new InputError(pointer, "input.tooLong", "The text is too long.", new Dictionary<string, object?>(StringComparer.Ordinal) { ["max"] = max }));
        }
    }

    private static ProblemResult LockedOut() =>
        new("identity.lockedOut", new Dictionary<string, object?>(StringComparer.Ordinal) { ["minutes"] = (int)Lockout.Wait.TotalMinutes });

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
        await SessionNames.EnterprisesAsync(db, user, cancellationToken),
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
