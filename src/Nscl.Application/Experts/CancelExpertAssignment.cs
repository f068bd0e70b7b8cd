using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Experts;

/// <summary>The assignment does not come about; with the reason.</summary>
public sealed record CancelExpertAssignmentCommand(Guid AssignmentId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<ExpertAssignmentDetails>>;

internal sealed class CancelExpertAssignmentValidator : AbstractValidator<CancelExpertAssignmentCommand>
{
    public CancelExpertAssignmentValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class CancelExpertAssignmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ExpertAssignmentDescriber describer)
    : ICommandHandler<CancelExpertAssignmentCommand, Versioned<ExpertAssignmentDetails>>
{
    public async ValueTask<Versioned<ExpertAssignmentDetails>> Handle(CancelExpertAssignmentCommand command, CancellationToken cancellationToken)
    {
        var assignment = await db.LoadAssignmentAsync(command.AssignmentId, command.ExpectedVersion, cancellationToken);
        assignment.Cancel(command.Body.Reason, current.User.ExpertActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(assignment, cancellationToken);
    }
}
