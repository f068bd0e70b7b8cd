using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Takes out what was typed in one go from paper forms, while the evaluation is open. The trail says who did it and how many forms are left.</summary>
/// <param name="BatchId">One of <see cref="CourseEvaluationDetails.Papers"/>.</param>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record RemovePaperEvaluationsCommand(Guid CourseId, Guid BatchId, string PublicUrl) : ICommand<CourseEvaluationDetails>;

internal sealed class RemovePaperEvaluationsValidator : AbstractValidator<RemovePaperEvaluationsCommand>
{
    public RemovePaperEvaluationsValidator() => RuleFor(static command => command.PublicUrl).NotEmpty();
}

internal sealed class RemovePaperEvaluationsHandler(INsclDb db, IBusinessClock clock, CourseEvaluationDescriber describer) : ICommandHandler<RemovePaperEvaluationsCommand, CourseEvaluationDetails>
{
    public async ValueTask<CourseEvaluationDetails> Handle(RemovePaperEvaluationsCommand command, CancellationToken cancellationToken)
    {
        await db.LockEvaluationAsync(command.CourseId, cancellationToken);
        var (course, evaluation) = await describer.LoadAsync(command.CourseId, cancellationToken);
        _ = evaluation ?? throw EvaluationRules.NotOpened();
        evaluation.TakeBackPaper(await db.BoxOfAsync(evaluation, cancellationToken), command.BatchId, clock.Today);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, evaluation, command.PublicUrl, cancellationToken);
    }
}
