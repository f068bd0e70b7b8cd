using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>How a question of the form is answered.</summary>
public enum EvaluationQuestionKind
{
    /// <summary>From 1 (very poor) to 5 (very good).</summary>
    Rating,

    /// <summary>In one's own words.</summary>
    Text,
}

/// <param name="Code">Stable name within the form.</param>
public sealed record EvaluationQuestion(string Code, EvaluationQuestionKind Kind, string TextVi, string TextEn);

/// <summary>One version of the questions that trainees are asked. A published version never changes; a course keeps the one it was opened with.</summary>
/// <param name="Version">From 1.</param>
public sealed record EvaluationForm(int Version, IReadOnlyList<EvaluationQuestion> Questions);

/// <param name="Question">Code of the question.</param>
/// <param name="Value">From 1 to 5.</param>
public sealed record EvaluationRating(string Question, int Value);

/// <param name="Question">Code of the question.</param>
public sealed record EvaluationText(string Question, string Text);

/// <summary>
/// What one person thinks of a course. It says neither who nor when nor by which way: nothing in it joins it with a person, a telephone or a moment.
/// </summary>
public sealed record EvaluationAnswer(IReadOnlyList<EvaluationRating> Ratings, IReadOnlyList<EvaluationText> Texts)
{
    public const int LowestRating = 1;
    public const int HighestRating = 5;
    public const int TextMaxLength = 1_000;
    public const int CodeMaxLength = 40;

    /// <summary>Texts without what surrounds them; those that say nothing are left out, and the order of the form hides the order of writing.</summary>
    public static EvaluationAnswer Of(EvaluationForm form, IEnumerable<EvaluationRating> ratings, IEnumerable<EvaluationText> texts)
    {
        ArgumentNullException.ThrowIfNull(form);
        var order = form.Questions.Select(static (question, at) => (question.Code, at)).ToDictionary(static pair => pair.Code, static pair => pair.at, StringComparer.Ordinal);
        return new EvaluationAnswer(
            [.. ratings.OrderBy(rating => order[rating.Question])],
            [
                .. texts.Select(static said => (said.Question, Text: SearchText.TidyOrNull(said.Text))).Where(static said => said.Text is not null)
                    .Select(static said => new EvaluationText(said.Question, said.Text!)).OrderBy(said => order[said.Question]),
            ]);
    }

    public bool SaysNothing() => Ratings.Count == 0 && Texts.Count == 0;
}
