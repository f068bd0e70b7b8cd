using Microsoft.EntityFrameworkCore;
using Nscl.Domain.AdminUnits;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <summary>Which provinces' rows a province's users see on a day.</summary>
public static class ProvinceScopes
{
    /// <summary>Read anew each time, from a table of a few rows: a session asks at most once a second.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(NsclDbContext db, string province, DateOnly today, CancellationToken cancellationToken)
    {
        var successions = await db.Set<ProvinceSuccession>().AsNoTracking().Where(succession => succession.On <= today).ToListAsync(cancellationToken);
        return [.. ProvinceScope.Of(province, successions, today)];
    }
}
