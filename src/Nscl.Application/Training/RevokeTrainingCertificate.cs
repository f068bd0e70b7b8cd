using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The certificate is no longer good, and whoever checks it reads so. A new one gets a new number. Revoking is final and happens once.</summary>
public sealed record RevokeTrainingCertificateCommand(Guid CourseId, Guid CertificateId, ReasonRequest Body) : ICommand<TrainingCertificateDetails>;

internal sealed class RevokeTrainingCertificateValidator : AbstractValidator<RevokeTrainingCertificateCommand>
{
    public RevokeTrainingCertificateValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class RevokeTrainingCertificateHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<RevokeTrainingCertificateCommand, TrainingCertificateDetails>
{
    public async ValueTask<TrainingCertificateDetails> Handle(RevokeTrainingCertificateCommand command, CancellationToken cancellationToken)
    {
        await db.LockAsync<TrainingCertificate>(command.CertificateId, cancellationToken);
        var certificate = await db.TrainingCertificates.FirstOrDefaultAsync(row => row.Id == command.CertificateId && row.CourseId == command.CourseId, cancellationToken)
            ?? throw new NotFoundException("certificate");
        certificate.Revoke(command.Body.Reason, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return certificate.Described(current.User);
    }
}
