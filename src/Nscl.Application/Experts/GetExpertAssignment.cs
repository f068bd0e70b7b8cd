using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Experts;

public sealed record GetExpertAssignmentQuery(Guid AssignmentId) : IQuery<Versioned<ExpertAssignmentDetails>>;

internal sealed class GetExpertAssignmentHandler(INsclDb db, ExpertAssignmentDescriber describer) : IQueryHandler<GetExpertAssignmentQuery, Versioned<ExpertAssignmentDetails>>
{
    public async ValueTask<Versioned<ExpertAssignmentDetails>> Handle(GetExpertAssignmentQuery query, CancellationToken cancellationToken) =>
        await describer.DescribeAsync(await db.LoadAssignmentAsync(query.AssignmentId, cancellationToken), cancellationToken);
}
