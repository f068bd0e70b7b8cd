using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Awards;

/// <summary>A paper of a dossier, for those who may see the dossier.</summary>
public sealed record DownloadAwardDocumentQuery(Guid SeasonId, Guid NominationId, Guid PaperId) : IQuery<DownloadedDocument>;

internal sealed class DownloadAwardDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current) : IQueryHandler<DownloadAwardDocumentQuery, DownloadedDocument>
{
    public async ValueTask<DownloadedDocument> Handle(DownloadAwardDocumentQuery query, CancellationToken cancellationToken)
    {
        var season = await db.LoadSeasonAsync(query.SeasonId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, query.NominationId, cancellationToken);
        await db.RequireMayOpenAsync(current.User, nomination.Id, cancellationToken);
        var document = nomination.Documents.FirstOrDefault(row => row.Id == query.PaperId) ?? throw new NotFoundException("file");
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(row => row.Id == document.StoredFileId, cancellationToken);
        return new DownloadedDocument(await files.OpenAsync(file.Sha256, cancellationToken), document.FileName, file.MediaType, file.Sha256);
    }
}
