namespace Nscl.Domain.Training;

/// <summary>How a question was rated. Hidden – no average, no distribution – where too few rated it.</summary>
/// <param name="Count">Who rated it; a question may be left out.</param>
/// <param name="Average">In hundredths: 425 is 4.25; half a hundredth counts up.</param>
/// <param name="Distribution">How many gave 1, 2, 3, 4 and 5.</param>
public sealed record EvaluationRatingSummary(string Question, int Count, bool IsHidden, int? Average = null, IReadOnlyList<int>? Distribution = null);

/// <param name="Texts">By the alphabet, which says nothing about who wrote when.</param>
public sealed record EvaluationTextSummary(string Question, IReadOnlyList<string> Texts);

/// <summary>Why figures are held back, or why not every answer is in them.</summary>
public enum EvaluationHold
{
    /// <summary>Answers still come in: figures that moved with each would tell what whoever has just left the room thinks.</summary>
    StillOpen,

    /// <summary>Fewer than five answers.</summary>
    TooFew,

    /// <summary>One to four came by telephone since figures were last shown: the difference would tell what they think.</summary>
    FewNew,
}

/// <param name="Summary">The figures that may be shown; hidden where none may.</param>
/// <param name="Received">All answers that have come in, also those that are not in the figures.</param>
/// <param name="Hold">Null where every answer is in the figures.</param>
public sealed record EvaluationResults(EvaluationSummary Summary, int Received, EvaluationHold? Hold);

/// <summary>What the answers say together.</summary>
/// <param name="Answered">How many answers are in it.</param>
/// <param name="IsHidden">Fewer than five answered: nothing is shown that would tell what one of them thinks.</param>
public sealed record EvaluationSummary(int Answered, bool IsHidden, IReadOnlyList<EvaluationRatingSummary> Ratings, IReadOnlyList<EvaluationTextSummary> Texts)
{
    /// <param name="onPaper">Whoever typed these knows them: a question that one to four rated by telephone stays hidden however many did so on paper.</param>
    public static EvaluationSummary Of(EvaluationForm form, IReadOnlyList<EvaluationAnswer> byTelephone, IReadOnlyList<EvaluationAnswer>? onPaper = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(byTelephone);
        EvaluationAnswer[] answers = [.. byTelephone, .. onPaper ?? []];
        var isHidden = answers.Length < CourseEvaluation.FewestShown;
        return new EvaluationSummary(
            answers.Length,
            isHidden,
            [.. form.Questions.Where(static question => question.Kind == EvaluationQuestionKind.Rating).Select(question => Rated(question.Code, byTelephone, answers))],
            [
                .. form.Questions.Where(static question => question.Kind == EvaluationQuestionKind.Text)
                    .Select(question => new EvaluationTextSummary(question.Code, isHidden ? [] : Said(question.Code, answers))),
            ]);
    }

    private static EvaluationRatingSummary Rated(string question, IReadOnlyList<EvaluationAnswer> byTelephone, IReadOnlyList<EvaluationAnswer> answers)
    {
        var distribution = new int[EvaluationAnswer.HighestRating];
        foreach (var rating in answers.SelectMany(static answer => answer.Ratings).Where(rating => rating.Question == question))
        {
            distribution[rating.Value - EvaluationAnswer.LowestRating]++;
        }

        var count = distribution.Sum();
        if (count < CourseEvaluation.FewestShown || byTelephone.Count(answer => answer.Ratings.Any(rating => rating.Question == question)) is > 0 and < CourseEvaluation.FewestShown)
        {
            return new EvaluationRatingSummary(question, count, IsHidden: true);
        }

        var sum = distribution.Select(static (people, at) => (long)people * (at + EvaluationAnswer.LowestRating)).Sum();
        return new EvaluationRatingSummary(question, count, IsHidden: false, (int)(((sum * 200) + count) / (2L * count)), distribution);
    }

    private static List<string> Said(string question, IReadOnlyList<EvaluationAnswer> answers) =>
        [.. answers.SelectMany(static answer => answer.Texts).Where(said => said.Question == question).Select(static said => said.Text).Order(StringComparer.Ordinal)];
}
