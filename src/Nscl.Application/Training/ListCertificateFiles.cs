using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The papers of a course, to be sent as one archive while they are read: nothing is held whole in memory.</summary>
/// <param name="FileName">Of the archive.</param>
public sealed record CertificateFiles(string FileName, IReadOnlyList<CertificateFile> Files);

/// <param name="Name">Number and person, without signs that a disk does not take.</param>
public sealed record CertificateFile(string Name, string Sha256);

/// <summary>Certificates that are good, of those whom the caller sees.</summary>
public sealed record ListCertificateFilesQuery(Guid CourseId) : IQuery<CertificateFiles>;

internal sealed class ListCertificateFilesHandler(INsclDb db) : IQueryHandler<ListCertificateFilesQuery, CertificateFiles>
{
    public async ValueTask<CertificateFiles> Handle(ListCertificateFilesQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().Where(row => row.Id == query.CourseId).Select(static row => new { row.Id, row.Code }).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("course");
        var certificates = await db.TrainingCertificates.AsNoTracking().Where(row => row.CourseId == course.Id && row.Status == TrainingCertificateStatus.Issued)
            .OrderBy(static row => row.Number).ToListAsync(cancellationToken);
        return certificates.Count == 0
            ? throw new NotFoundException("certificate")
            : new CertificateFiles(
                course.Code + ".zip",
                certificates.ConvertAll(static row => new CertificateFile(Domain.Files.FileNames.Sanitize($"{row.Number} {row.Facts.FullName}", Domain.Files.MediaTypes.Pdf), row.FileSha256)));
    }
}
