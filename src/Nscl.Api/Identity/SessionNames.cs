using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Identity;

/// <summary>The names that the header of the client shows.</summary>
internal static class SessionNames
{
    /// <summary>As long as no pack has named the province, its code stands for it.</summary>
    public static async Task<SessionProvince> ProvinceAsync(NsclDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Set<Province>().Where(province => province.Code == code)
            .Select(static province => new SessionProvince(province.Code, province.NameVi, province.NameEn)).FirstOrDefaultAsync(cancellationToken) ?? new(code, code, code);

    /// <summary>The enterprises that a user acts for, by name.</summary>
    public static async Task<IReadOnlyList<SessionEnterprise>> EnterprisesAsync(NsclDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.Rows.EnterpriseIds.Count == 0)
        {
            return [];
        }

        return await db.Enterprises
            .Where(enterprise => user.Rows.EnterpriseIds.Contains(enterprise.Id) && user.Provinces.Contains(enterprise.Province))
            .OrderBy(static enterprise => enterprise.Name).ThenBy(static enterprise => enterprise.Id)
            .Select(static enterprise => new SessionEnterprise(enterprise.Id, enterprise.Name))
            .ToListAsync(cancellationToken);
    }
}
