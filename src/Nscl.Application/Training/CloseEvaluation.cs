using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Nobody more answers; paper forms can still be entered. Closing what is closed changes nothing.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record CloseEvaluationCommand(Guid CourseId, string PublicUrl) : ICommand<CourseEvaluationDetails>;

internal sealed class CloseEvaluationValidator : AbstractValidator<CloseEvaluationCommand>
{
    public CloseEvaluationValidator() => RuleFor(static command => command.PublicUrl).NotEmpty();
}

internal sealed class CloseEvaluationHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseEvaluationDescriber describer) : ICommandHandler<CloseEvaluationCommand, CourseEvaluationDetails>
{
    public async ValueTask<CourseEvaluationDetails> Handle(CloseEvaluationCommand command, CancellationToken cancellationToken)
    {
        await db.LockEvaluationAsync(command.CourseId, cancellationToken);
        var (course, evaluation) = await describer.LoadAsync(command.CourseId, cancellationToken);
        (evaluation ?? throw EvaluationRules.NotOpened()).Close(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, evaluation, command.PublicUrl, cancellationToken);
    }
}
