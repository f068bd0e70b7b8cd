using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Common;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <summary>
/// Turns a session into the user it belongs to, with the roles and rows of this very second: an answer is kept for one second,
/// so that a changed role or an ended session works at once (S10) and a busy session costs one look-up a second.
/// </summary>
public sealed class SessionDirectory(IServiceScopeFactory scopes, TimeProvider clock, ICurrentUser current, IBusinessClock businessClock)
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(10);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset ReadAt, CurrentUser? User)> _known = new();

    public async ValueTask<CurrentUser?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(sessionId, out var known) && now - known.ReadAt < Freshness)
        {
            return known.User;
        }

        var user = await ReadAsync(sessionId, now, cancellationToken);
        if (_known.Count > 10_000)
        {
            _known.Clear();
        }

        _known[sessionId] = (now, user);
        return user;
    }

    public void Forget(Guid sessionId) => _known.TryRemove(sessionId, out _);

    /// <summary>What a user is and sees now; also used when the session begins.</summary>
    public async Task<CurrentUser> DescribeAsync(NsclDbContext db, NsclUser user, CancellationToken cancellationToken)
    {
        var roles = await (from link in db.UserRoles
                           join role in db.Roles on link.RoleId equals role.Id
                           where link.UserId == user.Id
                           select new { role.Id, role.Name, role.SeesAllRows }).ToListAsync(cancellationToken);
        var roleIds = roles.ConvertAll(static role => role.Id);
        var permissions = await db.Set<RolePermission>().Where(grant => roleIds.Contains(grant.RoleId)).Select(static grant => grant.Permission).ToListAsync(cancellationToken);
        var standing = await ProvinceScopes.OfAsync(db, user.Province, businessClock.Today, cancellationToken);
        return new CurrentUser
        {
            Id = user.Id,
            UserName = user.UserName!,
            FullName = user.FullName,
            Province = user.Province,
            Provinces = standing.Seen,
            Heir = standing.Heir,
            Roles = roles.ConvertAll(static role => role.Name!),
            Permissions = permissions.ToHashSet(StringComparer.Ordinal),
            Rows = roles.Exists(static role => role.SeesAllRows)
                ? RowScope.All
                : new RowScope(false, user.EnterpriseIds, user.SectorCodes, user.DistrictCodes),
        };
    }

    private async Task<CurrentUser?> ReadAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NsclDbContext>();
        var session = await db.Set<UserSession>().FirstOrDefaultAsync(row => row.Id == sessionId, cancellationToken);
        if (session is null || session.EndedAt is not null || now - session.LastSeenAt > IdleLimit || now - session.StartedAt > AbsoluteLimit)
        {
            return null;
        }

        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == session.UserId, cancellationToken);
        if (user is null || user.IsDisabled)
        {
            return null;
        }

        if (now - session.LastSeenAt > TouchEvery)
        {
            session.LastSeenAt = now;
            await db.SaveChangesAsync(cancellationToken);
        }

        return await DescribeAsync(db, user, cancellationToken);
    }
}
