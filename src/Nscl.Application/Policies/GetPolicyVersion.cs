using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;

namespace Nscl.Application.Policies;

public sealed record GetPolicyVersionQuery(Guid ProgramId, Guid VersionId) : IQuery<PolicyVersionDetails>;

internal sealed class GetPolicyVersionHandler(INsclDb db, IBusinessClock clock) : IQueryHandler<GetPolicyVersionQuery, PolicyVersionDetails>
{
    public async ValueTask<PolicyVersionDetails> Handle(GetPolicyVersionQuery query, CancellationToken cancellationToken)
    {
        var version = await db.PolicyVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.VersionId && row.ProgramId == query.ProgramId, cancellationToken)
            ?? throw new NotFoundException("policyVersion");
        return PolicyDescribing.Describe(version, await NameBook.OpenAsync(db, version.Province, cancellationToken), clock.Today);
    }
}
