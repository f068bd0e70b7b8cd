using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What a training contract says.</summary>
/// <param name="Number">As on the paper, such as <c>12/2022/HĐ-ĐT</c>.</param>
/// <param name="SignedOn">Not in the future.</param>
/// <param name="ProviderName">Who teaches.</param>
/// <param name="Value">Whole đồng, at least one.</param>
/// <param name="ProviderTaxCode">Where it is known.</param>
/// <param name="StartsOn">Left out, the first day of the course.</param>
/// <param name="EndsOn">Left out, the last day of the course.</param>
public sealed record TrainingContractInput(
    string Number,
    DateOnly SignedOn,
    string ProviderName,
    Money Value,
    string? ProviderTaxCode = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? Note = null)
{
    internal TrainingContractContent ToContent() => new(Number, SignedOn, ProviderName, Value, ProviderTaxCode, StartsOn, EndsOn, Note);
}

/// <summary>Records the contract that was signed with whoever teaches the course (S1.20).</summary>
public sealed record SignTrainingContractCommand(Guid CourseId, TrainingContractInput Body) : ICommand<Versioned<TrainingContractDetails>>;

internal sealed class SignTrainingContractValidator : AbstractValidator<SignTrainingContractCommand>
{
    public SignTrainingContractValidator() => RuleFor(static command => command.Body).SetValidator(new TrainingContractInputValidator());
}

internal sealed class TrainingContractInputValidator : AbstractValidator<TrainingContractInput>
{
    public TrainingContractInputValidator()
    {
        RuleFor(static input => input.Number).NotEmpty().MaximumLength(TrainingContract.NumberMaxLength);
        RuleFor(static input => input.ProviderName).NotEmpty().MaximumLength(TrainingContract.ProviderNameMaxLength);
        RuleFor(static input => input.ProviderTaxCode).MaximumLength(20);
        RuleFor(static input => input.Note).MaximumLength(TrainingContract.NoteMaxLength);
    }
}

internal sealed class SignTrainingContractHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, TrainingContractDescriber describer)
    : ICommandHandler<SignTrainingContractCommand, Versioned<TrainingContractDetails>>
{
    public async ValueTask<Versioned<TrainingContractDetails>> Handle(SignTrainingContractCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var contract = TrainingContract.Sign(course, command.Body.ToContent(), current.User.CourseActOf(clock));
        db.TrainingContracts.Add(contract);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(contract, course, cancellationToken);
    }
}
