using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>A paper of a dossier, for those who may see the dossier and the paper.</summary>
public sealed record DownloadDocumentQuery(Guid EnrollmentId, Guid DocumentId) : IQuery<DownloadedDocument>;

/// <param name="Sha256">Lower-case hex; sent as Repr-Digest.</param>
public sealed record DownloadedDocument(Stream Content, string FileName, string MediaType, string Sha256);

internal sealed class DownloadDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current) : IQueryHandler<DownloadDocumentQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadDocumentQuery query, CancellationToken cancellationToken)
    {
        var enrollment = await db.Enrollments.FirstOrDefaultAsync(row => row.Id == query.EnrollmentId, cancellationToken) ?? throw new NotFoundException("enrollment");
        var document = enrollment.VisibleTo(current.User.ActorIn().Party).Documents.FirstOrDefault(row => row.Id == query.DocumentId) ?? throw new NotFoundException("file");
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(row => row.Id == document.StoredFileId, cancellationToken);
        return new DownloadedDocument(await files.OpenAsync(file.Sha256, cancellationToken), document.FileName, file.MediaType, file.Sha256);
    }
}
