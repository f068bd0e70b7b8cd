using Microsoft.EntityFrameworkCore;
using Nscl.Domain.AdminUnits;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <param name="Seen">The provinces whose rows its people see and continue.</param>
/// <param name="Heir">The province that acts for it; null while it acts itself.</param>
public sealed record ProvinceStanding(IReadOnlyList<string> Seen, string? Heir);

/// <summary>What a province's users see on a day, and whether they still found rows.</summary>
public static class ProvinceScopes
{
    /// <summary>Read anew each time, from a table of a few rows: a session asks at most once a second.</summary>
    public static async Task<ProvinceStanding> OfAsync(NsclDbContext db, string province, DateOnly today, CancellationToken cancellationToken)
    {
        var successions = await db.Set<ProvinceSuccession>().AsNoTracking().Where(succession => succession.On <= today).ToListAsync(cancellationToken);
        var acting = ProvinceScope.ActingFor(province, successions, today);
        return new ProvinceStanding([.. ProvinceScope.Of(province, successions, today)], acting == province ? null : acting);
    }
}
