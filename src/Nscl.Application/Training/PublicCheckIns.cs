using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Finds the open check-in behind an address or a code that somebody without an account brings.</summary>
internal sealed class PublicCheckIns(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    /// <exception cref="NotFoundException">Unknown, closed, replaced or of another day: nobody is told which.</exception>
    public async Task<CourseCheckIn> FindAsync(string tokenOrCode, CancellationToken cancellationToken)
    {
        using var lookup = current.ActAs(PublicCaller.WithSecretOfAnybody);
        var typed = PublicCodes.Normalize(tokenOrCode);
        var open = db.CourseCheckIns.AsNoTracking().Where(static row => row.ClosedAt == null);
        var found = typed.Length switch
        {
            PublicCodes.SecretLength => await open.FirstOrDefaultAsync(row => row.Token == typed, cancellationToken),
            PublicCodes.ShortLength => await open.FirstOrDefaultAsync(row => row.Code == typed, cancellationToken),
            _ => null,
        };
        return found?.IsOpenOn(clock.Today) == true ? found : throw new NotFoundException("checkIn");
    }
}
