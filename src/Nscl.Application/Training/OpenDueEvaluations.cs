using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Opens the evaluation of courses whose last session has come and that nobody opened. Carried out by the system, not by a person.</summary>
/// <returns>How many it opened.</returns>
public sealed record OpenDueEvaluationsCommand : ICommand<int>;

internal sealed class OpenDueEvaluationsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<OpenDueEvaluationsCommand, int>
{
    public async ValueTask<int> Handle(OpenDueEvaluationsCommand command, CancellationToken cancellationToken)
    {
        // What was over long before is not asked for any more.
        var (today, earliest) = (clock.Today, clock.Today.AddDays(-CourseEvaluation.DefaultDays));
        var due = await db.Courses.AsNoTracking()
            .Where(course => course.Status != CourseStatus.Planned && course.Status != CourseStatus.Cancelled && course.EndsOn >= earliest && course.StartsOn <= today)
            .Where(course => !db.CourseEvaluations.Any(row => row.CourseId == course.Id)).ToListAsync(cancellationToken);
        due.RemoveAll(course => CourseEvaluation.OpensByItselfOn(course) is not { } day || day > today || day < earliest);
        await db.LockAsync([.. due.Select(static course => "evaluation:" + course.Id)], cancellationToken);
        var ids = due.ConvertAll(static course => course.Id);
        var opened = await db.CourseEvaluations.Where(row => ids.Contains(row.CourseId)).Select(static row => row.CourseId).ToListAsync(cancellationToken);
        due.RemoveAll(course => opened.Contains(course.Id));
        var act = current.User.CourseActOf(clock);
        db.CourseEvaluations.AddRange(due.Select(course => CourseEvaluation.Open(
            course,
            EvaluationForms.Latest,
            CourseEvaluation.OpensByItselfOn(course)!.Value.AddDays(CourseEvaluation.DefaultDays),
            act)));
        await db.SaveChangesAsync(cancellationToken);
        return due.Count;
    }
}
