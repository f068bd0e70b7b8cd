using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Experts;

/// <summary>Takes somebody off the active list, with the reason; what was recorded stays.</summary>
public sealed record DeactivateExpertCommand(Guid ExpertId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<ExpertDetails>>;

internal sealed class DeactivateExpertValidator : AbstractValidator<DeactivateExpertCommand>
{
    public DeactivateExpertValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class DeactivateExpertHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ExpertDescriber describer) : ICommandHandler<DeactivateExpertCommand, Versioned<ExpertDetails>>
{
    public async ValueTask<Versioned<ExpertDetails>> Handle(DeactivateExpertCommand command, CancellationToken cancellationToken)
    {
        // Nobody is sent to an enterprise meanwhile.
        var expert = await db.LockExpertAsync(command.ExpertId, command.ExpectedVersion, cancellationToken);
        expert.Deactivate(command.Body.Reason, await db.CountOpenAssignmentsAsync(expert.Id, clock.Today, cancellationToken), current.User.ExpertActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}
