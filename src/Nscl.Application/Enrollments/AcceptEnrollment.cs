using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Enrollments;

/// <summary>The dossier is complete and goes to the council.</summary>
public sealed record AcceptEnrollmentCommand(Guid EnrollmentId, uint ExpectedVersion) : ICommand<Versioned<EnrollmentDetails>>;

internal sealed class AcceptEnrollmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, EnrollmentDescriber describer)
    : ICommandHandler<AcceptEnrollmentCommand, Versioned<EnrollmentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDetails>> Handle(AcceptEnrollmentCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.LoadEnrollmentAsync(command.EnrollmentId, command.ExpectedVersion, cancellationToken);
        var (_, _, terms) = await db.TermsAsync(enrollment, clock.Today, cancellationToken);
        enrollment.Accept(terms, current.User.ActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(enrollment, cancellationToken);
    }
}
