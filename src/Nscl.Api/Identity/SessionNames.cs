using Microsoft.EntityFrameworkCore;
using Nscl.Domain.AdminUnits;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Identity;

/// <summary>The names that the header of the client shows.</summary>
internal static class SessionNames
{
    /// <summary>As long as no pack has named the province, its code stands for it.</summary>
    public static async Task<SessionProvince> ProvinceAsync(NsclDbContext db, string code, CancellationToken cancellationToken) =>
        new(code, await db.Set<Province>().Where(province => province.Code == code).Select(static province => province.NameVi).FirstOrDefaultAsync(cancellationToken) ?? code);

    public static Task<IReadOnlyList<SessionEnterprise>> EnterprisesAsync(NsclDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SessionEnterprise>>([]);
}
