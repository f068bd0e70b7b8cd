using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Identity;

/// <summary>The names that the header of the client shows.</summary>
internal static class SessionNames
{
    public static Task<SessionProvince> ProvinceAsync(NsclDbContext db, string code, CancellationToken cancellationToken) =>
        Task.FromResult(new SessionProvince(code, code));

    public static Task<IReadOnlyList<SessionEnterprise>> EnterprisesAsync(NsclDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SessionEnterprise>>([]);
}
