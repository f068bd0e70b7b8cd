using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>Makes the decision known to the enterprise.</summary>
public sealed record PublishDecisionCommand(Guid EnrollmentId, uint ExpectedVersion) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class PublishDecisionHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<PublishDecisionCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(PublishDecisionCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        enrollment.PublishDecision(current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
