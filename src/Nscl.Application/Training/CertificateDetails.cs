using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A certificate of a course, as officers and the person's own enterprise see it.</summary>
/// <param name="Number">For example <c>GCN-2022-0001</c>.</param>
/// <param name="VerificationCode">By which anybody can check it at <c>/verify/{code}</c>.</param>
/// <param name="TemplateVersion">Which wording; 0 is the one that every province begins with.</param>
/// <param name="FileSha256">Of the PDF, lower-case hex.</param>
/// <param name="CanRevoke">The caller may revoke it now.</param>
public sealed record TrainingCertificateDetails(
    Guid Id,
    Guid CourseId,
    Guid RegistrationId,
    string Number,
    string VerificationCode,
    string FullName,
    string? OrganizationName,
    string CourseTitle,
    int Attended,
    int Held,
    int TemplateVersion,
    TrainingCertificateStatus Status,
    DateOnly IssuedOn,
    string IssuedByName,
    string FileSha256,
    DateOnly? RevokedOn,
    string? RevokedByName,
    string? RevocationReason,
    bool CanRevoke);

/// <summary>How far a batch of certificates is.</summary>
/// <param name="Handled">Worked off, certificate or not.</param>
/// <param name="Skipped">Who got none, and why; a code of the problem catalogue.</param>
public sealed record CertificateBatchDetails(
    Guid Id,
    Guid CourseId,
    CertificateBatchState State,
    int Total,
    int Handled,
    int Issued,
    IReadOnlyList<SkippedCertificate> Skipped,
    string RequestedByName,
    DateTimeOffset RequestedAt,
    DateTimeOffset? FinishedAt)
{
    internal static CertificateBatchDetails Of(CertificateBatch batch) => new(
        batch.Id,
        batch.CourseId,
        batch.State,
        batch.Total,
        batch.Handled,
        batch.Issued,
        batch.Skipped,
        batch.RequestedByName,
        batch.RequestedAt,
        batch.FinishedAt);
}

internal static class CertificateReading
{
    /// <summary>The wording in force in a province.</summary>
    public static async Task<(int Version, CertificateTemplateContent Content)> TemplateInForceAsync(this INsclDb db, ITrainingPapers papers, string province, CancellationToken cancellationToken)
    {
        var latest = await db.CertificateTemplates.AsNoTracking().Where(row => row.Province == province).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest is not null)
        {
            return (latest.Version, latest.Content);
        }

        var known = await db.Set<Province>().AsNoTracking().Where(row => row.Code == province).Select(static row => new { row.NameVi, row.ShortName }).FirstOrDefaultAsync(cancellationToken);
        return (0, papers.DefaultTemplate(known?.NameVi ?? province, known?.ShortName ?? province));
    }

    /// <summary>Sessions at which each of some people was.</summary>
    public static async Task<Dictionary<Guid, int>> AttendedAsync(this INsclDb db, Guid courseId, CancellationToken cancellationToken) =>
        await db.CourseAttendances.AsNoTracking().Where(row => row.CourseId == courseId && row.IsPresent)
            .GroupBy(static row => row.RegistrationId).Select(static group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.Key, static row => row.Count, cancellationToken);

    public static TrainingCertificateDetails Described(this TrainingCertificate certificate, CurrentUser reader) => new(
        certificate.Id,
        certificate.CourseId,
        certificate.RegistrationId,
        certificate.Number,
        certificate.VerificationCode,
        certificate.Facts.FullName,
        certificate.Facts.OrganizationName,
        certificate.Facts.CourseTitle,
        certificate.Facts.Attended,
        certificate.Facts.Held,
        certificate.Facts.TemplateVersion,
        certificate.Status,
        certificate.IssuedOn,
        certificate.IssuedByName,
        certificate.FileSha256,
        certificate.RevokedOn,
        certificate.RevokedByName,
        certificate.RevocationReason,
        certificate.Status == TrainingCertificateStatus.Issued && reader.May(Identity.Permissions.CoursesIssueCertificates));
}
