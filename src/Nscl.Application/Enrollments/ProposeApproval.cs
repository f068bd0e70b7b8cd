using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>Lays the dossier before the director.</summary>
public sealed record ProposeApprovalCommand(Guid EnrollmentId, uint ExpectedVersion) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class ProposeApprovalHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<ProposeApprovalCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(ProposeApprovalCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.ProposeApproval(current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
