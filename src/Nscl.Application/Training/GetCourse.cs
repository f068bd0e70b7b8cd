using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetCourseQuery(Guid CourseId) : IQuery<Versioned<CourseDetails>>;

internal sealed class GetCourseHandler(INsclDb db, CourseDescriber describer) : IQueryHandler<GetCourseQuery, Versioned<CourseDetails>>
{
    public async ValueTask<Versioned<CourseDetails>> Handle(GetCourseQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        return await describer.DescribeAsync(course, cancellationToken);
    }
}
