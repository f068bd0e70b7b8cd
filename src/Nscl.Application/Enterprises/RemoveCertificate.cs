using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enterprises;

/// <summary>Takes away what was recorded by mistake.</summary>
public sealed record RemoveCertificateCommand(Guid EnterpriseId, Guid CertificateId, uint ExpectedVersion) : ICommand<Versioned<EnterpriseDetails>>;

internal sealed class RemoveCertificateHandler(INsclDb db, EnterpriseReading reading) : ICommandHandler<RemoveCertificateCommand, Versioned<EnterpriseDetails>>
{
    public async ValueTask<Versioned<EnterpriseDetails>> Handle(RemoveCertificateCommand command, CancellationToken cancellationToken)
    {
        var enterprise = await db.LoadEnterpriseAsync(command.EnterpriseId, command.ExpectedVersion, cancellationToken);
        enterprise.RemoveCertificate(command.CertificateId);
        await db.SaveChangesAsync(cancellationToken);
        return await reading.DetailsAsync(enterprise.Id, cancellationToken);
    }
}
