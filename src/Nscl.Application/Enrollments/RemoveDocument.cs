using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>Takes out a paper that was attached by mistake. Its bytes stay in the file store, for the audit trail.</summary>
public sealed record RemoveDocumentCommand(Guid EnrollmentId, Guid DocumentId, uint ExpectedVersion) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class RemoveDocumentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<RemoveDocumentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(RemoveDocumentCommand command, CancellationToken cancellationToken)
    {
        var act = current.User.ActOf(clock);
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        if (!enrollment.VisibleTo(act.By.Party).Documents.Any(document => document.Id == command.DocumentId))
        {
            throw new NotFoundException("file");
        }

        enrollment.RemoveDocument(command.DocumentId, act);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
