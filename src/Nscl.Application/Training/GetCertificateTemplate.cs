using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Of the caller's own province.</summary>
public sealed record GetCertificateTemplateQuery : IQuery<CertificateTemplateDetails>;

internal sealed class GetCertificateTemplateHandler(INsclDb db, ICurrentUser current, ITrainingPapers papers) : IQueryHandler<GetCertificateTemplateQuery, CertificateTemplateDetails>
{
    public async ValueTask<CertificateTemplateDetails> Handle(GetCertificateTemplateQuery query, CancellationToken cancellationToken)
    {
        var province = current.User.Province;
        var latest = await db.CertificateTemplates.AsNoTracking().Where(row => row.Province == province).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(cancellationToken);
        var (version, content) = latest is null ? await db.TemplateInForceAsync(papers, province, cancellationToken) : (latest.Version, latest.Content);
        return new CertificateTemplateDetails(version, content, latest?.CreatedByName, latest?.CreatedAt, CertificateTemplateDetails.AllFields);
    }
}
