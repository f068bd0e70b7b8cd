using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="PersonalCode">Lets the person answer, once; it is not kept with the answer.</param>
public sealed record AnswerEvaluationRequest(string PersonalCode, IReadOnlyList<EvaluationRating>? Ratings = null, IReadOnlyList<EvaluationText>? Texts = null);

/// <summary>The answer is in.</summary>
public sealed record EvaluationReceipt(string CourseTitle);

public sealed record AnswerEvaluationCommand(string Token, AnswerEvaluationRequest Body) : ICommand<EvaluationReceipt>;

internal sealed class AnswerEvaluationValidator : AbstractValidator<AnswerEvaluationCommand>
{
    public AnswerEvaluationValidator()
    {
        RuleFor(static command => command.Body.PersonalCode).NotEmpty().MaximumLength(40);
        RuleFor(static command => command.Body.Ratings!.Count).LessThanOrEqualTo(50).OverridePropertyName("Body.Ratings").When(static command => command.Body.Ratings is not null);
        RuleFor(static command => command.Body.Texts!.Count).LessThanOrEqualTo(50).OverridePropertyName("Body.Texts").When(static command => command.Body.Texts is not null);
        RuleForEach(static command => command.Body.Ratings).ChildRules(static rating =>
        {
            rating.RuleFor(static entry => entry.Question).NotEmpty().MaximumLength(EvaluationAnswer.CodeMaxLength);
            rating.RuleFor(static entry => entry.Value).InclusiveBetween(EvaluationAnswer.LowestRating, EvaluationAnswer.HighestRating);
        });
        RuleForEach(static command => command.Body.Texts).ChildRules(static said =>
        {
            said.RuleFor(static entry => entry.Question).NotEmpty().MaximumLength(EvaluationAnswer.CodeMaxLength);
            said.RuleFor(static entry => entry.Text).MaximumLength(EvaluationAnswer.TextMaxLength);
        });
    }
}

/// <summary>
/// Takes one answer of somebody who attended. That the person has answered and what was answered are written to two places that nothing joins, and
/// neither leaves an entry in the trail. Unknown, without a seat and never there get the same answer.
/// </summary>
internal sealed class AnswerEvaluationHandler(INsclDb db, ICurrentUser current, PublicEvaluations evaluations) : ICommandHandler<AnswerEvaluationCommand, EvaluationReceipt>
{
    public async ValueTask<EvaluationReceipt> Handle(AnswerEvaluationCommand command, CancellationToken cancellationToken)
    {
        var (asked, errors) = (command.Body, new List<InputError>());
        var found = await evaluations.FindAsync(command.Token, cancellationToken);
        var answer = EvaluationAnswers.Read(found.Form, asked.Ratings, asked.Texts, string.Empty, errors);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        using var visit = current.ActAs(PublicCaller.WithSecretOf(found.Province));
        await db.LockEvaluationAsync(found.CourseId, cancellationToken);
        // Read again under the lock: it may have been closed meanwhile.
        var evaluation = await evaluations.FindAsync(command.Token, cancellationToken);
        var code = PublicCodes.Normalize(asked.PersonalCode);
        var registrationId = await db.AttendedOf(evaluation.CourseId).Where(row => row.PersonalCode == code).Select(static row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw EvaluationRules.NotMatched();
        if (await db.Set<EvaluationMarker>().AnyAsync(row => row.EvaluationId == evaluation.Id && row.RegistrationId == registrationId, cancellationToken))
        {
            throw EvaluationRules.AlreadyAnswered();
        }

        var box = await db.BoxOfAsync(evaluation, cancellationToken);
        CourseEvaluation.RequireRoom(1, box.Count, await db.CountAttendedAsync(evaluation.CourseId, cancellationToken));
        db.Set<EvaluationMarker>().Add(new EvaluationMarker(evaluation, registrationId));
        box.Put([answer]);
        var title = await db.Courses.Where(row => row.Id == evaluation.CourseId).Select(static row => row.Title).FirstAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new EvaluationReceipt(title);
    }
}
