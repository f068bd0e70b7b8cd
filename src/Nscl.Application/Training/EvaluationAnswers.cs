using FluentValidation;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A filled-in form. Questions may be left out, but not all of them.</summary>
public sealed record EvaluationAnswerRequest(IReadOnlyList<EvaluationRating>? Ratings = null, IReadOnlyList<EvaluationText>? Texts = null);

internal sealed class EvaluationAnswerValidator : AbstractValidator<EvaluationAnswerRequest>
{
    public EvaluationAnswerValidator()
    {
        RuleFor(static answer => answer.Ratings!.Count).LessThanOrEqualTo(50).OverridePropertyName("Ratings").When(static answer => answer.Ratings is not null);
        RuleFor(static answer => answer.Texts!.Count).LessThanOrEqualTo(50).OverridePropertyName("Texts").When(static answer => answer.Texts is not null);
        RuleForEach(static answer => answer.Ratings).ChildRules(static rating =>
        {
            rating.RuleFor(static entry => entry.Question).NotEmpty().MaximumLength(EvaluationAnswer.CodeMaxLength);
            rating.RuleFor(static entry => entry.Value).InclusiveBetween(EvaluationAnswer.LowestRating, EvaluationAnswer.HighestRating);
        });
        RuleForEach(static answer => answer.Texts).ChildRules(static said =>
        {
            said.RuleFor(static entry => entry.Question).NotEmpty().MaximumLength(EvaluationAnswer.CodeMaxLength);
            said.RuleFor(static entry => entry.Text).MaximumLength(EvaluationAnswer.TextMaxLength);
        });
    }
}

internal static class EvaluationAnswers
{
    /// <summary>The form as it is kept; what does not fit the questions is added to the errors.</summary>
    /// <param name="pointer">Where the form stands in the body.</param>
    public static EvaluationAnswer Read(EvaluationForm form, IReadOnlyList<EvaluationRating>? ratings, IReadOnlyList<EvaluationText>? texts, string pointer, List<InputError> errors)
    {
        var (rated, said) = (ratings ?? [], texts ?? []);
        var before = errors.Count;
        Check(rated.Select(static entry => entry.Question), EvaluationQuestionKind.Rating, $"{pointer}/ratings");
        Check(said.Select(static entry => entry.Question), EvaluationQuestionKind.Text, $"{pointer}/texts");
        var answer = errors.Count > before ? new EvaluationAnswer([], []) : EvaluationAnswer.Of(form, rated, said);
        if (errors.Count == before && answer.SaysNothing())
        {
            errors.Add(new InputError($"{pointer}/ratings", EvaluationRules.EmptyCode, "The form says nothing."));
        }

        return answer;

        void Check(IEnumerable<string> questions, EvaluationQuestionKind kind, string list)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (question, at) in questions.Select(static (question, at) => (question, at)))
            {
                if (!form.Questions.Any(known => known.Code == question && known.Kind == kind))
                {
                    errors.Add(new InputError($"{list}/{at}/question", EvaluationRules.UnknownQuestionCode, "The form has no such question of this kind."));
                }
                else if (!seen.Add(question))
                {
                    errors.Add(new InputError($"{list}/{at}/question", EvaluationRules.AnsweredTwiceCode, "The question is answered twice."));
                }
            }
        }
    }
}
