using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Enrollments;

namespace Nscl.Application.Enrollments;

/// <summary>Ends dossiers whose supplement did not come in by its deadline. Carried out by the system, not by a person.</summary>
/// <returns>How many it ended.</returns>
public sealed record ExpireOverdueSupplementsCommand : ICommand<int>;

internal sealed class ExpireOverdueSupplementsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<ExpireOverdueSupplementsCommand, int>
{
    public async ValueTask<int> Handle(ExpireOverdueSupplementsCommand command, CancellationToken cancellationToken)
    {
        var waiting = await db.Enrollments.Where(static row => row.Status == EnrollmentStatus.SupplementRequired).ToListAsync(cancellationToken);
        var overdue = waiting.FindAll(enrollment => enrollment.OpenSupplement!.Deadline < clock.Today);
        foreach (var enrollment in overdue)
        {
            enrollment.Expire(current.User.ActOf(clock));
        }

        await db.SaveChangesAsync(cancellationToken);
        return overdue.Count;
    }
}
