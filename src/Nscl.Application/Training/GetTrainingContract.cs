using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetTrainingContractQuery(Guid CourseId, Guid ContractId) : IQuery<Versioned<TrainingContractDetails>>;

internal sealed class GetTrainingContractHandler(INsclDb db, TrainingContractDescriber describer) : IQueryHandler<GetTrainingContractQuery, Versioned<TrainingContractDetails>>
{
    public async ValueTask<Versioned<TrainingContractDetails>> Handle(GetTrainingContractQuery query, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(query.CourseId, cancellationToken);
        return await describer.DescribeAsync(await db.LoadContractAsync(course, query.ContractId, cancellationToken), course, cancellationToken);
    }
}
