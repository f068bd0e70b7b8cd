using Microsoft.EntityFrameworkCore;
using Nscl.Application.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <summary>Writes the roles and what they may do from <c>role-permissions.csv</c>: adds what is new, takes away what is gone.</summary>
public static class RoleGrants
{
    /// <summary>These see only rows that are tied to the user; all other roles see their whole province.</summary>
    private static readonly HashSet<string> NarrowRoles = new(StringComparer.Ordinal) { "councilMember", "partnerOfficer", "expert", "provider", "enterpriseRepresentative" };

    internal static async Task ApplyAsync(NsclDbContext db, CancellationToken cancellationToken)
    {
        var roles = await db.Roles.ToDictionaryAsync(static role => role.Name!, StringComparer.Ordinal, cancellationToken);
        var granted = (await db.Set<RolePermission>().ToListAsync(cancellationToken)).ToLookup(static grant => grant.RoleId);
        foreach (var (name, permissions) in Read())
        {
            if (!roles.TryGetValue(name, out var role))
            {
                role = new NsclRole { Id = Guid.CreateVersion7(), Name = name, NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = Guid.CreateVersion7().ToString("N") };
                db.Roles.Add(role);
            }

            role.SeesAllRows = !NarrowRoles.Contains(name);
            var has = granted[role.Id].ToDictionary(static grant => grant.Permission, StringComparer.Ordinal);
            db.Set<RolePermission>().AddRange(permissions.Where(permission => !has.ContainsKey(permission)).Select(permission => new RolePermission { RoleId = role.Id, Permission = permission }));
            db.Set<RolePermission>().RemoveRange(has.Values.Where(grant => !permissions.Contains(grant.Permission)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read()
    {
        using var stream = typeof(RoleGrants).Assembly.GetManifestResourceStream("role-permissions.csv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var cells = line.Trim().Split(',');
            var permissions = cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            var unknown = permissions.Except(Permissions.All, StringComparer.Ordinal).ToList();
            if (unknown.Count > 0)
            {
                throw new InvalidOperationException($"Unknown permissions for {cells[0]}: {string.Join(", ", unknown)}");
            }

            table[cells[0]] = permissions;
        }

        return table;
    }
}
