using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Finds the open evaluation behind an address or a code that somebody without an account brings.</summary>
internal sealed class PublicEvaluations(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    /// <exception cref="NotFoundException">Unknown, closed or past its last day: nobody is told which.</exception>
    public async Task<CourseEvaluation> FindAsync(string tokenOrCode, CancellationToken cancellationToken)
    {
        using var lookup = current.ActAs(PublicCaller.WithSecretOfAnybody);
        var typed = PublicCodes.Normalize(tokenOrCode);
        var open = db.CourseEvaluations.AsNoTracking().Where(static row => row.ClosedOn == null);
        var found = typed.Length switch
        {
            PublicCodes.SecretLength => await open.FirstOrDefaultAsync(row => row.Token == typed, cancellationToken),
            PublicCodes.ShortLength => await open.FirstOrDefaultAsync(row => row.Code == typed, cancellationToken),
            _ => null,
        };
        return found?.StatusOn(clock.Today) == EvaluationStatus.Open ? found : throw new NotFoundException("evaluation");
    }
}
