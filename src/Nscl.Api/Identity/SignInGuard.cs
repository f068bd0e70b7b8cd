using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Nscl.Api.Common;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Identity;

/// <summary>
/// Guessing is slowed per account and address and, against one password tried on many accounts, per address alone (S16). There is no
/// permanent lock that a stranger could put on an account.
/// </summary>
internal sealed class SignInLimiter(TimeProvider clock, IConfiguration configuration)
{
    private const int PerAccountAndAddress = 10;

    /// <summary>A whole department behind one address signs in on a Monday morning.</summary>
    private const int PerAddress = 300;
    private readonly FixedWindows _pairs = new(configuration.GetValue("Nscl:SignInsPerMinute", PerAccountAndAddress), clock);
    private readonly FixedWindows _addresses = new(PerAddress, clock);

    public RateLimit Take(string userName, System.Net.IPAddress? address)
    {
        var byAddress = _addresses.Take($"{address}");
        var byPair = _pairs.Take($"{address}|{userName}");
        return byAddress.IsExceeded ? byAddress : byPair;
    }
}

/// <summary>
/// An account that was guessed at five times waits. The attempt is counted before the password is looked at, in one statement, so that
/// guesses sent at the same moment count too. Ten minutes let at most thirty guesses an hour through.
/// </summary>
internal static class Lockout
{
    public const int MaxAttempts = 5;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>False when the account has to wait.</summary>
    public static async Task<bool> TryBeginAsync(NsclDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var begun = await db.Database.SqlQuery<int>($"""
            UPDATE users SET access_failed_count = access_failed_count + 1
            WHERE id = {userId} AND access_failed_count < {MaxAttempts} AND (lockout_end IS NULL OR lockout_end <= {now})
            RETURNING access_failed_count AS "Value"
            """).ToListAsync(cancellationToken);
        return begun.Count > 0;
    }

    /// <summary>The password was wrong: the fifth time the wait begins, and the count starts anew for the time after it.</summary>
    public static Task FailAsync(NsclDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == userId && user.AccessFailedCount >= MaxAttempts)
            .ExecuteUpdateAsync(
                update => update.SetProperty(static user => user.AccessFailedCount, 0).SetProperty(static user => user.LockoutEnd, now + Wait),
                cancellationToken);

    public static Task SucceedAsync(NsclDbContext db, Guid userId, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Id == userId)
            .ExecuteUpdateAsync(update => update.SetProperty(static user => user.AccessFailedCount, 0).SetProperty(static user => user.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
}

/// <summary>Names without an account lock in the same way, so that the answer does not tell them apart (S12). Kept in memory: nothing is behind them.</summary>
internal sealed class UnknownAccounts(TimeProvider clock)
{
    private const int MaxNames = 10_000;
    private readonly ConcurrentDictionary<string, (int Attempts, DateTimeOffset LockedUntil)> _names = new(StringComparer.Ordinal);

    /// <summary>False when the name has to wait.</summary>
    public bool TryFail(string userName)
    {
        if (_names.Count > MaxNames)
        {
            _names.Clear();
        }

        var now = clock.GetUtcNow();
        var waits = false;
        _names.AddOrUpdate(
            userName,
            static _ => (1, DateTimeOffset.MinValue),
            (_, seen) =>
            {
                waits = seen.LockedUntil > now;
                return waits ? seen : seen.Attempts + 1 < Lockout.MaxAttempts ? (seen.Attempts + 1, DateTimeOffset.MinValue) : (0, now + Lockout.Wait);
            });
        return !waits;
    }
}

internal static class PasswordWork
{
    private static readonly NsclUser Nobody = new() { FullName = string.Empty, Province = string.Empty };
    private static string? _hash;

    /// <summary>The same work as for a known name, so that time does not tell the two apart (S12).</summary>
    public static void Spend(UserManager<NsclUser> users, string password)
    {
        _hash ??= users.PasswordHasher.HashPassword(Nobody, "a password that nobody has");
        users.PasswordHasher.VerifyHashedPassword(Nobody, _hash, password);
    }
}

internal static class Origin
{
    /// <summary>A browser says where an unsafe request comes from; programs say nothing and send no cookie either.</summary>
    public static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"]
        && (request.Headers.Origin is not [{ Length: > 0 } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
}
