using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Appraisals;

public sealed record GetCouncilQuery(Guid CouncilId) : IQuery<Versioned<CouncilDetails>>;

internal sealed class GetCouncilHandler(INsclDb db, CouncilDescriber describer) : IQueryHandler<GetCouncilQuery, Versioned<CouncilDetails>>
{
    public async ValueTask<Versioned<CouncilDetails>> Handle(GetCouncilQuery query, CancellationToken cancellationToken) =>
        describer.Describe(await db.Councils.FirstOrDefaultAsync(row => row.Id == query.CouncilId, cancellationToken) ?? throw new NotFoundException("council"));
}
