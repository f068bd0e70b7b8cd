using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Whether the caller's own calendar follows the courses. Never says the address: it is told once.</summary>
/// <param name="Since">When the address was made; absent where there is none.</param>
public sealed record CalendarSubscriptionDetails(DateOnly? Since);

/// <summary>An address for the caller's own calendar, told this once.</summary>
/// <param name="Since">Today.</param>
/// <param name="Path">To be put after the address of the system. Whoever knows it reads what the caller may read of the courses.</param>
public sealed record RenewedCalendarSubscription(DateOnly Since, string Path);

internal static class CalendarSubscriptions
{
    /// <summary>Under a lock: two renewals at once leave one address, and a revocation ends whichever came before it.</summary>
    public static async Task<CalendarSubscription?> LockCalendarSubscriptionAsync(this INsclDb db, Guid userId, CancellationToken cancellationToken)
    {
        await db.LockAsync("calendarSubscription:" + userId, cancellationToken);
        return await db.CalendarSubscriptions.FirstOrDefaultAsync(row => row.UserId == userId, cancellationToken);
    }
}

/// <summary>Finds whose calendar somebody without a session asks for.</summary>
internal sealed class CalendarReaders(INsclDb db, ICurrentUser current, IAccountDirectory accounts)
{
    /// <returns>The person with the rights and rows of this moment.</returns>
    /// <exception cref="NotFoundException">Unknown, revoked or replaced, or the person may not read courses any more: nobody is told which.</exception>
    public async Task<CurrentUser> FindAsync(string secret, CancellationToken cancellationToken)
    {
        using var lookup = current.ActAs(PublicCaller.WithSecretOfAnybody);
        var hash = secret.Length <= SecretLink.MaxLength ? SecretLink.HashOf(secret) : null;
        var userId = hash is null ? default
            : await db.CalendarSubscriptions.AsNoTracking().Where(row => row.SecretHash == hash).Select(static row => row.UserId).FirstOrDefaultAsync(cancellationToken);
        return userId != default && await accounts.FindActingAsync(userId, cancellationToken) is { } reader && reader.May(Permissions.CoursesRead)
            ? reader
            : throw new NotFoundException("calendarSubscription");
    }
}
