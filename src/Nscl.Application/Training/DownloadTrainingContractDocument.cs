using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Training;

/// <summary>A paper of a contract.</summary>
public sealed record DownloadTrainingContractDocumentQuery(Guid CourseId, Guid ContractId, Guid DocumentId) : IQuery<DownloadedDocument>;

internal sealed class DownloadTrainingContractDocumentHandler(INsclDb db, IFileStore files) : IQueryHandler<DownloadTrainingContractDocumentQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadTrainingContractDocumentQuery query, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(query.CourseId, cancellationToken);
        var contract = await db.LoadContractAsync(course, query.ContractId, cancellationToken);
        var document = contract.Documents.FirstOrDefault(row => row.Id == query.DocumentId) ?? throw new NotFoundException("file");
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(row => row.Id == document.StoredFileId, cancellationToken);
        return new DownloadedDocument(await files.OpenAsync(file.Sha256, cancellationToken), document.FileName, file.MediaType, file.Sha256);
    }
}
