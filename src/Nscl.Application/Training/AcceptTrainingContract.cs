using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="AcceptedOn">From the last day of the course to today.</param>
/// <param name="AcceptedValue">Whole đồng owed for what was delivered; left out, the contract's value.</param>
/// <param name="MinutesNumber">Of the minutes of acceptance.</param>
public sealed record AcceptTrainingContractRequest(DateOnly AcceptedOn, Money? AcceptedValue = null, string? MinutesNumber = null, string? Note = null);

/// <summary>What was agreed has been delivered and is taken over; from then on it can be settled (S1.22).</summary>
public sealed record AcceptTrainingContractCommand(Guid CourseId, Guid ContractId, uint ExpectedVersion, AcceptTrainingContractRequest Body) : ICommand<Versioned<TrainingContractDetails>>;

internal sealed class AcceptTrainingContractValidator : AbstractValidator<AcceptTrainingContractCommand>
{
    public AcceptTrainingContractValidator()
    {
        RuleFor(static command => command.Body.MinutesNumber).MaximumLength(TrainingContract.NumberMaxLength);
        RuleFor(static command => command.Body.Note).MaximumLength(TrainingContract.NoteMaxLength);
    }
}

internal sealed class AcceptTrainingContractHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, TrainingContractDescriber describer)
    : ICommandHandler<AcceptTrainingContractCommand, Versioned<TrainingContractDetails>>
{
    public async ValueTask<Versioned<TrainingContractDetails>> Handle(AcceptTrainingContractCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var contract = await db.LoadContractAsync(course, command.ContractId, command.ExpectedVersion, cancellationToken);
        contract.Accept(course, command.Body.AcceptedOn, command.Body.AcceptedValue, command.Body.MinutesNumber, command.Body.Note, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(contract, course, cancellationToken);
    }
}
