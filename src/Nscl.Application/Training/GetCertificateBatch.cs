using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

public sealed record GetCertificateBatchQuery(Guid CourseId, Guid BatchId) : IQuery<CertificateBatchDetails>;

internal sealed class GetCertificateBatchHandler(INsclDb db) : IQueryHandler<GetCertificateBatchQuery, CertificateBatchDetails>
{
    public async ValueTask<CertificateBatchDetails> Handle(GetCertificateBatchQuery query, CancellationToken cancellationToken) => CertificateBatchDetails.Of(
        await db.CertificateBatches.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.BatchId && row.CourseId == query.CourseId, cancellationToken)
        ?? throw new NotFoundException("certificateBatch"));
}
