using Microsoft.EntityFrameworkCore;
using Nscl.Application.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

internal sealed class AccountDirectory(NsclDbContext db) : IAccountDirectory
{
    public async Task<IReadOnlyList<NamedAccount>> FindAsync(string province, IReadOnlyList<string> userNames, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(user => user.Province == province && userNames.Contains(user.UserName!))
            .Select(static user => new NamedAccount(user.Id, user.UserName!, user.FullName)).ToListAsync(cancellationToken);
}
