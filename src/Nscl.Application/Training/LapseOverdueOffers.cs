using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Ends offers of seats that nobody confirmed in time, and gives the seats to the next. Carried out by the system, not by a person.</summary>
/// <returns>How many courses it looked through.</returns>
public sealed record LapseOverdueOffersCommand : ICommand<int>;

internal sealed class LapseOverdueOffersHandler(INsclDb db, IBusinessClock clock, CourseSeating seating) : ICommandHandler<LapseOverdueOffersCommand, int>
{
    public async ValueTask<int> Handle(LapseOverdueOffersCommand command, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var courseIds = await db.CourseRegistrations.Where(row => row.ConfirmBy < now).Select(static row => row.CourseId).Distinct().ToListAsync(cancellationToken);
        foreach (var courseId in courseIds)
        {
            // Each course in a transaction of its own: nobody waits for another course.
            var course = await db.LockCourseAsync(courseId, cancellationToken);
            await seating.FillAsync(course, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return courseIds.Count;
    }
}
