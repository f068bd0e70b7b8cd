using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Files;

namespace Nscl.Application.Training;

/// <summary>The paper, for officers and for the enterprise of the person.</summary>
public sealed record DownloadTrainingCertificateQuery(Guid CourseId, Guid CertificateId) : IQuery<DownloadedDocument>;

internal sealed class DownloadTrainingCertificateHandler(INsclDb db, IFileStore files) : IQueryHandler<DownloadTrainingCertificateQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadTrainingCertificateQuery query, CancellationToken cancellationToken)
    {
        var found = await db.TrainingCertificates.AsNoTracking().Where(row => row.Id == query.CertificateId && row.CourseId == query.CourseId)
            .Select(static row => new { row.Number, row.FileSha256 }).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("certificate");
        return new DownloadedDocument(await files.OpenAsync(found.FileSha256, cancellationToken), found.Number + ".pdf", MediaTypes.Pdf, found.FileSha256);
    }
}
