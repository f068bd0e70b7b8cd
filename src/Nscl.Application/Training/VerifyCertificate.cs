using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

public enum CertificateValidity
{
    Valid,
    Revoked,
}

/// <summary>What somebody who holds a certificate may know: what is printed on it, and whether it is still good.</summary>
public sealed record VerifiedCertificate(
    CertificateValidity Status,
    string Number,
    string FullName,
    string? OrganizationName,
    string CourseTitle,
    CourseKind CourseKind,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Attended,
    int Held,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly? RevokedOn,
    string? RevocationReason);

public sealed record VerifyCertificateQuery(string VerificationCode) : IQuery<VerifiedCertificate>;

internal sealed class VerifyCertificateHandler(INsclDb db, ICurrentUser current) : IQueryHandler<VerifyCertificateQuery, VerifiedCertificate>
{
    public async ValueTask<VerifiedCertificate> Handle(VerifyCertificateQuery query, CancellationToken cancellationToken)
    {
        var code = PublicCodes.Normalize(query.VerificationCode);
        using var lookup = current.ActAs(PublicCaller.WithSecretOfAnybody);
        var certificate = code.Length != PublicCodes.SecretLength ? null
            : await db.TrainingCertificates.AsNoTracking().FirstOrDefaultAsync(row => row.VerificationCode == code, cancellationToken);
        return certificate is null
            ? throw new NotFoundException("certificate")
            : new VerifiedCertificate(
                certificate.Status == TrainingCertificateStatus.Issued ? CertificateValidity.Valid : CertificateValidity.Revoked,
                certificate.Number,
                certificate.Facts.FullName,
                certificate.Facts.OrganizationName,
                certificate.Facts.CourseTitle,
                certificate.Facts.CourseKind,
                certificate.Facts.StartsOn,
                certificate.Facts.EndsOn,
                certificate.Facts.Attended,
                certificate.Facts.Held,
                certificate.Facts.Template.Issuer,
                certificate.IssuedOn,
                certificate.RevokedOn,
                certificate.RevocationReason);
    }
}
