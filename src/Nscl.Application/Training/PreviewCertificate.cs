using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>How a wording looks, with made-up facts. Keeps nothing.</summary>
/// <param name="PublicUrl">Where certificates are checked.</param>
public sealed record PreviewCertificateQuery(CertificateTemplateContent Body, string PublicUrl) : IQuery<PrintedPaper>;

internal sealed class PreviewCertificateValidator : AbstractValidator<PreviewCertificateQuery>
{
    public PreviewCertificateValidator() => RuleFor(static query => query.Body).SetValidator(new CertificateTemplateValidator());
}

internal sealed class PreviewCertificateHandler(ITrainingPapers papers, IBusinessClock clock) : IQueryHandler<PreviewCertificateQuery, PrintedPaper>
{
    public ValueTask<PrintedPaper> Handle(PreviewCertificateQuery query, CancellationToken cancellationToken)
    {
        CertificateTemplateValidator.RequireKnownFields(query.Body);
        return ValueTask.FromResult(new PrintedPaper(papers.SampleCertificate(CertificateTemplate.Tidied(query.Body), clock.Today, query.PublicUrl + "/verify"), "GCN.pdf"));
    }
}
