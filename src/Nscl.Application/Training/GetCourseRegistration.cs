using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetCourseRegistrationQuery(Guid CourseId, Guid RegistrationId) : IQuery<Versioned<CourseRegistrationDetails>>;

internal sealed class GetCourseRegistrationHandler(INsclDb db, CourseRegistrationDescriber describer) : IQueryHandler<GetCourseRegistrationQuery, Versioned<CourseRegistrationDetails>>
{
    public async ValueTask<Versioned<CourseRegistrationDetails>> Handle(GetCourseRegistrationQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var registration = await db.CourseRegistrations.FirstOrDefaultAsync(row => row.Id == query.RegistrationId && row.CourseId == course.Id, cancellationToken)
            ?? throw new NotFoundException("courseRegistration");
        return await describer.DescribeAsync(registration, course, cancellationToken);
    }
}
