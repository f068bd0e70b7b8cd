using System.Text;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The sessions of a course for the calendar of whoever wants to come.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record DownloadCourseCalendarQuery(Guid CourseId, string PublicUrl) : IQuery<PrintedPaper>;

internal sealed class DownloadCourseCalendarHandler(INsclDb db, TimeProvider time) : IQueryHandler<DownloadCourseCalendarQuery, PrintedPaper>
{
    public async ValueTask<PrintedPaper> Handle(DownloadCourseCalendarQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var file = CourseCalendar.Write([course], time.GetUtcNow(), one => $"{query.PublicUrl}/courses/{one.Id}");
        return new PrintedPaper(Encoding.UTF8.GetBytes(file), course.Code + ".ics");
    }
}
