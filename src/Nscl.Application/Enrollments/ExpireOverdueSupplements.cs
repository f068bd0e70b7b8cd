using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>Ends dossiers whose supplement did not come in by its deadline. Carried out by the system, not by a person.</summary>
/// <returns>How many it ended.</returns>
public sealed record ExpireOverdueSupplementsCommand : ICommand<int>;

internal sealed class ExpireOverdueSupplementsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<ExpireOverdueSupplementsCommand, int>
{
    public async ValueTask<int> Handle(ExpireOverdueSupplementsCommand command, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var overdue = await db.Enrollments.Where(row => EF.Property<DateOnly?>(row, EnrollmentColumns.SupplementDeadline) < today).ToListAsync(cancellationToken);
        foreach (var enrollment in overdue)
        {
            enrollment.Expire(current.User.ActOf(clock));
        }

        await db.SaveChangesAsync(cancellationToken);
        return overdue.Count;
    }
}
