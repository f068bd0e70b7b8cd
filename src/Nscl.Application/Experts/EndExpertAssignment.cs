using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <param name="EndedOn">Last day of the work: from its first day to today, and not after the day agreed.</param>
/// <param name="Note">What came of it.</param>
public sealed record EndExpertAssignmentRequest(DateOnly EndedOn, string Note);

/// <summary>The work is done; with a note of what came of it.</summary>
public sealed record EndExpertAssignmentCommand(Guid AssignmentId, uint ExpectedVersion, EndExpertAssignmentRequest Body) : ICommand<Versioned<ExpertAssignmentDetails>>;

internal sealed class EndExpertAssignmentValidator : AbstractValidator<EndExpertAssignmentCommand>
{
    public EndExpertAssignmentValidator() => RuleFor(static command => command.Body.Note).NotEmpty().MaximumLength(ExpertAssignment.NoteMaxLength);
}

internal sealed class EndExpertAssignmentHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ExpertAssignmentDescriber describer)
    : ICommandHandler<EndExpertAssignmentCommand, Versioned<ExpertAssignmentDetails>>
{
    public async ValueTask<Versioned<ExpertAssignmentDetails>> Handle(EndExpertAssignmentCommand command, CancellationToken cancellationToken)
    {
        var assignment = await db.LoadAssignmentAsync(command.AssignmentId, command.ExpectedVersion, cancellationToken);
        assignment.End(command.Body.EndedOn, command.Body.Note, current.User.ExpertActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(assignment, cancellationToken);
    }
}
