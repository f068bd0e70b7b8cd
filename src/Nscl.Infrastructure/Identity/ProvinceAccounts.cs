using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Common;
using Nscl.Application.Packs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

internal sealed class ProvinceAccounts(IServiceScopeFactory scopes, ICurrentUser current) : IProvinceAccounts
{
    public async Task<bool> AnyAsync(string province, CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NsclDbContext>().Users.AnyAsync(user => user.Province == province, cancellationToken);
    }
}
