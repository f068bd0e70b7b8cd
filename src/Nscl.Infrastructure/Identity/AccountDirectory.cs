using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

internal sealed class AccountDirectory(NsclDbContext db, SessionDirectory sessions, TimeProvider time) : IAccountDirectory
{
    public async Task<IReadOnlyList<NamedAccount>> FindAsync(string province, IReadOnlyList<string> userNames, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(user => user.Province == province && userNames.Contains(user.UserName!))
            .Select(static user => new NamedAccount(user.Id, user.UserName!, user.FullName)).ToListAsync(cancellationToken);

    public async Task<CurrentUser?> FindActingAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.Id == userId, cancellationToken);
        return user is null || user.IsDisabled || user.LockoutEnd > time.GetUtcNow() ? null : await sessions.DescribeAsync(db, user, cancellationToken);
    }
}
