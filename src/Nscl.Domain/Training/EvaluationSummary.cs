namespace Nscl.Domain.Training;

/// <summary>How a question was rated. Hidden – no average, no distribution – where too few rated it.</summary>
/// <param name="Count">Who rated it; a question may be left out.</param>
/// <param name="Average">In hundredths: 425 is 4.25; half a hundredth counts up.</param>
/// <param name="Distribution">How many gave 1, 2, 3, 4 and 5.</param>
public sealed record EvaluationRatingSummary(string Question, int Count, bool IsHidden, int? Average = null, IReadOnlyList<int>? Distribution = null);

/// <param name="Texts">By the alphabet, which says nothing about who wrote when.</param>
public sealed record EvaluationTextSummary(string Question, IReadOnlyList<string> Texts);

/// <summary>What the answers say together.</summary>
/// <param name="Answered">How many answered.</param>
/// <param name="IsHidden">Fewer than five answered: nothing is shown that would tell what one of them thinks.</param>
public sealed record EvaluationSummary(int Answered, bool IsHidden, IReadOnlyList<EvaluationRatingSummary> Ratings, IReadOnlyList<EvaluationTextSummary> Texts)
{
    public static EvaluationSummary Of(EvaluationForm form, IReadOnlyList<EvaluationAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var isHidden = answers.Count < CourseEvaluation.FewestShown;
        return new EvaluationSummary(
            answers.Count,
            isHidden,
            [.. form.Questions.Where(static question => question.Kind == EvaluationQuestionKind.Rating).Select(question => Rated(question.Code, answers))],
            [
                .. form.Questions.Where(static question => question.Kind == EvaluationQuestionKind.Text)
                    .Select(question => new EvaluationTextSummary(question.Code, isHidden ? [] : Said(question.Code, answers))),
            ]);
    }

    private static EvaluationRatingSummary Rated(string question, IReadOnlyList<EvaluationAnswer> answers)
    {
        var distribution = new int[EvaluationAnswer.HighestRating];
        foreach (var rating in answers.SelectMany(static answer => answer.Ratings).Where(rating => rating.Question == question))
        {
            distribution[rating.Value - EvaluationAnswer.LowestRating]++;
        }

        var count = distribution.Sum();
        if (count < CourseEvaluation.FewestShown)
        {
            return new EvaluationRatingSummary(question, count, IsHidden: true);
        }

        var sum = distribution.Select(static (people, at) => (long)people * (at + EvaluationAnswer.LowestRating)).Sum();
        return new EvaluationRatingSummary(question, count, IsHidden: false, (int)(((sum * 200) + count) / (2L * count)), distribution);
    }

    private static List<string> Said(string question, IReadOnlyList<EvaluationAnswer> answers) =>
        [.. answers.SelectMany(static answer => answer.Texts).Where(said => said.Question == question).Select(static said => said.Text).Order(StringComparer.Ordinal)];
}
