using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Experts;

/// <summary>The paper of training elsewhere.</summary>
public sealed record DownloadQualificationEvidenceQuery(Guid ExpertId, Guid QualificationId) : IQuery<DownloadedDocument>;

internal sealed class DownloadQualificationEvidenceHandler(INsclDb db, IFileStore files) : IQueryHandler<DownloadQualificationEvidenceQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadQualificationEvidenceQuery query, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(query.ExpertId, cancellationToken);
        var training = expert.Qualifications.FirstOrDefault(row => row.Id == query.QualificationId && row.EvidenceFileId is not null) ?? throw new NotFoundException("file");
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(row => row.Id == training.EvidenceFileId, cancellationToken);
        return new DownloadedDocument(await files.OpenAsync(file.Sha256, cancellationToken), training.EvidenceFileName!, file.MediaType, file.Sha256);
    }
}
