using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;

namespace Nscl.Application.Enterprises;

public sealed record CorrectCertificateCommand(Guid EnterpriseId, Guid CertificateId, uint ExpectedVersion, CertificateEntry Body)
    : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class CorrectCertificateValidator : AbstractValidator<CorrectCertificateCommand>
{
    public CorrectCertificateValidator() => RuleFor(static command => command.Body).SetValidator(new CertificateEntryValidator());
}

internal sealed class CorrectCertificateHandler(INsclDb db, EnterpriseReading reading) : ICommandHandler<CorrectCertificateCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(CorrectCertificateCommand command, CancellationToken cancellationToken)
    {
        var enterprise = await db.LoadEnterpriseAsync(command.EnterpriseId, command.ExpectedVersion, cancellationToken);
        await EnterpriseReferences.RequireKnownSystemAsync(db, command.Body, enterprise, cancellationToken);
        enterprise.CorrectCertificate(command.CertificateId, command.Body);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }
}
