using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Answers">One for each form. They bear no names, and none is asked for.</param>
public sealed record RecordPaperEvaluationsRequest(IReadOnlyList<EvaluationAnswerRequest> Answers);

/// <summary>Enters forms that were filled in on paper: all of them or none.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record RecordPaperEvaluationsCommand(Guid CourseId, RecordPaperEvaluationsRequest Body, string PublicUrl) : ICommand<CourseEvaluationDetails>;

internal sealed class RecordPaperEvaluationsValidator : AbstractValidator<RecordPaperEvaluationsCommand>
{
    public RecordPaperEvaluationsValidator()
    {
        RuleFor(static command => command.Body.Answers).NotEmpty();
        RuleFor(static command => command.Body.Answers.Count).LessThanOrEqualTo(CourseEvaluation.MaxPaperAnswers).OverridePropertyName("Body.Answers");
        RuleForEach(static command => command.Body.Answers).SetValidator(new EvaluationAnswerValidator());
    }
}

internal sealed class RecordPaperEvaluationsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, CourseEvaluationDescriber describer) : ICommandHandler<RecordPaperEvaluationsCommand, CourseEvaluationDetails>
{
    public async ValueTask<CourseEvaluationDetails> Handle(RecordPaperEvaluationsCommand command, CancellationToken cancellationToken)
    {
        await db.LockEvaluationAsync(command.CourseId, cancellationToken);
        var (course, evaluation) = await describer.LoadAsync(command.CourseId, cancellationToken);
        _ = evaluation ?? throw EvaluationRules.NotOpened();
        var errors = new List<InputError>();
        var answers = command.Body.Answers.Select((form, at) => EvaluationAnswers.Read(evaluation.Form, form.Ratings, form.Texts, $"/answers/{at}", errors)).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        var box = await db.BoxOfAsync(evaluation, cancellationToken);
        evaluation.TakePaper(answers.Count, box.Count, await db.CountAttendedAsync(course.Id, cancellationToken));
        box.PutPapers(answers, current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, evaluation, command.PublicUrl, cancellationToken);
    }
}
