using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <summary>Which provinces' rows a province's users see on a day.</summary>
public static class ProvinceScopes
{
    public static Task<IReadOnlyList<string>> OfAsync(NsclDbContext db, string province, DateOnly today, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> own = [province];
        return Task.FromResult(own);
    }
}
