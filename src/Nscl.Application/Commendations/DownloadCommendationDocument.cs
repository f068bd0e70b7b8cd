using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Commendations;

/// <summary>A paper of a proposal.</summary>
public sealed record DownloadCommendationDocumentQuery(Guid ProposalId, Guid DocumentId) : IQuery<DownloadedDocument>;

internal sealed class DownloadCommendationDocumentHandler(INsclDb db, IFileStore files) : IQueryHandler<DownloadCommendationDocumentQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadCommendationDocumentQuery query, CancellationToken cancellationToken)
    {
        var proposal = await db.LoadCommendationAsync(query.ProposalId, cancellationToken);
        var document = proposal.Documents.FirstOrDefault(row => row.Id == query.DocumentId) ?? throw new NotFoundException("file");
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(row => row.Id == document.StoredFileId, cancellationToken);
        return new DownloadedDocument(await files.OpenAsync(file.Sha256, cancellationToken), document.FileName, file.MediaType, file.Sha256);
    }
}
