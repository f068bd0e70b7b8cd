using FluentValidation;
using Mediator;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Corrects what is said of a contract as long as it is not accepted.</summary>
public sealed record UpdateTrainingContractCommand(Guid CourseId, Guid ContractId, uint ExpectedVersion, TrainingContractInput Body) : ICommand<Versioned<TrainingContractDetails>>;

internal sealed class UpdateTrainingContractValidator : AbstractValidator<UpdateTrainingContractCommand>
{
    public UpdateTrainingContractValidator() => RuleFor(static command => command.Body).SetValidator(new TrainingContractInputValidator());
}

internal sealed class UpdateTrainingContractHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, TrainingContractDescriber describer)
    : ICommandHandler<UpdateTrainingContractCommand, Versioned<TrainingContractDetails>>
{
    public async ValueTask<Versioned<TrainingContractDetails>> Handle(UpdateTrainingContractCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var contract = await db.LoadContractAsync(course, command.ContractId, command.ExpectedVersion, cancellationToken);
        contract.Update(course, command.Body.ToContent(), current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(contract, course, cancellationToken);
    }
}
