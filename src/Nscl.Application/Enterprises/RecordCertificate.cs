using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

/// <summary>Records a certificate that the enterprise holds already.</summary>
public sealed record RecordCertificateCommand(Guid EnterpriseId, CertificateEntry Body) : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class RecordCertificateValidator : AbstractValidator<RecordCertificateCommand>
{
    public RecordCertificateValidator() => RuleFor(static command => command.Body).SetValidator(new CertificateEntryValidator());
}

internal sealed class CertificateEntryValidator : AbstractValidator<CertificateEntry>
{
    public CertificateEntryValidator()
    {
        RuleFor(static entry => entry.SystemCode).NotEmpty().MaximumLength(HeldCertificate.SystemCodeMaxLength);
        RuleFor(static entry => entry.Number).NotEmpty().MaximumLength(HeldCertificate.NumberMaxLength);
        RuleFor(static entry => entry.Issuer).NotEmpty().MaximumLength(HeldCertificate.IssuerMaxLength);
        RuleFor(static entry => entry.StandardNumber).MaximumLength(HeldCertificate.StandardNumberMaxLength);
        RuleFor(static entry => entry.Scope).MaximumLength(HeldCertificate.ScopeMaxLength);
    }
}

internal sealed class RecordCertificateHandler(INsclDb db, EnterpriseReading reading) : ICommandHandler<RecordCertificateCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(RecordCertificateCommand command, CancellationToken cancellationToken)
    {
        var enterprise = await db.LoadEnterpriseAsync(command.EnterpriseId, version: null, cancellationToken);
        await EnterpriseReferences.RequireKnownSystemAsync(db, command.Body, enterprise, cancellationToken);
        enterprise.RecordCertificate(command.Body);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }
}
