using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The wording of certificates from now on: a new version. Certificates that were issued keep theirs.</summary>
public sealed record SaveCertificateTemplateCommand(CertificateTemplateContent Body) : ICommand<CertificateTemplateDetails>;

internal sealed class SaveCertificateTemplateValidator : AbstractValidator<SaveCertificateTemplateCommand>
{
    public SaveCertificateTemplateValidator() => RuleFor(static command => command.Body).SetValidator(new CertificateTemplateValidator());
}

internal sealed class SaveCertificateTemplateHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<SaveCertificateTemplateCommand, CertificateTemplateDetails>
{
    public async ValueTask<CertificateTemplateDetails> Handle(SaveCertificateTemplateCommand command, CancellationToken cancellationToken)
    {
        CertificateTemplateValidator.RequireKnownFields(command.Body);
        var province = current.User.ProvinceOfNewRows;
        await db.LockAsync("certificateTemplate:" + province, cancellationToken);
        var latest = await db.CertificateTemplates.Where(row => row.Province == province).MaxAsync(static row => (int?)row.Version, cancellationToken) ?? 0;
        var template = CertificateTemplate.Next(province, latest, command.Body, current.User.CourseActOf(clock));
        db.CertificateTemplates.Add(template);
        await db.SaveChangesAsync(cancellationToken);
        return new CertificateTemplateDetails(template.Version, template.Content, template.CreatedByName, template.CreatedAt, CertificateTemplateDetails.AllFields);
    }
}
