using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Training;

/// <summary>Nothing more is delivered under the contract; the course may get another one.</summary>
public sealed record TerminateTrainingContractCommand(Guid CourseId, Guid ContractId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<TrainingContractDetails>>;

internal sealed class TerminateTrainingContractValidator : AbstractValidator<TerminateTrainingContractCommand>
{
    public TerminateTrainingContractValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class TerminateTrainingContractHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, TrainingContractDescriber describer)
    : ICommandHandler<TerminateTrainingContractCommand, Versioned<TrainingContractDetails>>
{
    public async ValueTask<Versioned<TrainingContractDetails>> Handle(TerminateTrainingContractCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var contract = await db.LoadContractAsync(course, command.ContractId, command.ExpectedVersion, cancellationToken);
        contract.Terminate(course, command.Body.Reason, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(contract, course, cancellationToken);
    }
}
