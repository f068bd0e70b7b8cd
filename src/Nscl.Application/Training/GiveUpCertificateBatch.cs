using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Ends a batch that fails again and again; what it issued stands, and the rest can be asked for anew. Carried out by the system.</summary>
public sealed record GiveUpCertificateBatchCommand(Guid BatchId) : ICommand<bool>;

internal sealed class GiveUpCertificateBatchValidator : AbstractValidator<GiveUpCertificateBatchCommand>
{
    public GiveUpCertificateBatchValidator() => RuleFor(static command => command.BatchId).NotEmpty();
}

internal sealed class GiveUpCertificateBatchHandler(INsclDb db, IBusinessClock clock) : ICommandHandler<GiveUpCertificateBatchCommand, bool>
{
    public async ValueTask<bool> Handle(GiveUpCertificateBatchCommand command, CancellationToken cancellationToken)
    {
        await db.LockAsync<CertificateBatch>(command.BatchId, cancellationToken);
        var batch = await db.CertificateBatches.FirstOrDefaultAsync(row => row.Id == command.BatchId, cancellationToken);
        batch?.GiveUp(clock.Now);
        await db.SaveChangesAsync(cancellationToken);
        return batch is not null;
    }
}
