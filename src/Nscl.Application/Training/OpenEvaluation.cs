using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="LastDay">Last day of answering; left out, two weeks after the last session or from today, whichever is later.</param>
public sealed record OpenEvaluationRequest(DateOnly? LastDay = null);

/// <summary>Lets those who attended answer. Opening again gives another last day; the address stays.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record OpenEvaluationCommand(Guid CourseId, OpenEvaluationRequest Body, string PublicUrl) : ICommand<CourseEvaluationDetails>;

internal sealed class OpenEvaluationValidator : AbstractValidator<OpenEvaluationCommand>
{
    public OpenEvaluationValidator() => RuleFor(static command => command.PublicUrl).NotEmpty();
}

internal sealed class OpenEvaluationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseEvaluationDescriber describer) : ICommandHandler<OpenEvaluationCommand, CourseEvaluationDetails>
{
    public async ValueTask<CourseEvaluationDetails> Handle(OpenEvaluationCommand command, CancellationToken cancellationToken)
    {
        await db.LockEvaluationAsync(command.CourseId, cancellationToken);
        var (course, evaluation) = await describer.LoadAsync(command.CourseId, cancellationToken);
        var act = current.User.CourseActOf(clock);
        if (evaluation is null)
        {
            db.CourseEvaluations.Add(evaluation = CourseEvaluation.Open(course, EvaluationForms.Latest, command.Body.LastDay, act));
        }
        else
        {
            evaluation.Reopen(course, command.Body.LastDay, await db.ReadBoxAsync(evaluation.Id, cancellationToken), act);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, evaluation, command.PublicUrl, cancellationToken);
    }
}
