using Mediator;

namespace Nscl.Application.Training;

/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record GetCourseEvaluationQuery(Guid CourseId, string PublicUrl) : IQuery<CourseEvaluationDetails>;

internal sealed class GetCourseEvaluationHandler(CourseEvaluationDescriber describer) : IQueryHandler<GetCourseEvaluationQuery, CourseEvaluationDetails>
{
    public async ValueTask<CourseEvaluationDetails> Handle(GetCourseEvaluationQuery query, CancellationToken cancellationToken)
    {
        var (course, evaluation) = await describer.LoadAsync(query.CourseId, cancellationToken);
        return await describer.DescribeAsync(course, evaluation, query.PublicUrl, cancellationToken);
    }
}
