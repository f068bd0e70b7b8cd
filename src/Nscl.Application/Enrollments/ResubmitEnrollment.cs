using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>Hands the completed dossier in again; the clock goes on.</summary>
public sealed record ResubmitEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class ResubmitEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<ResubmitEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(ResubmitEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (program, policy, terms) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        enrollment.Resubmit(terms, current.User.ActOf(clock));
        await db.AddPreliminaryCalculationAsync(enrollment, program, policy, clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
