using Nscl.Domain.Training;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Training;

/// <summary>What those who attended think of a course, and what is shown of it.</summary>
public sealed class EvaluationTests
{
    private static readonly EvaluationForm Form = new(1,
    [
        new EvaluationQuestion("content", EvaluationQuestionKind.Rating, "Nội dung", "Content"),
        new EvaluationQuestion("trainers", EvaluationQuestionKind.Rating, "Giảng viên", "Trainers"),
        new EvaluationQuestion("mostUseful", EvaluationQuestionKind.Text, "Bổ ích nhất", "Most useful"),
    ]);

    [Theory]
    [InlineData("5 5 5 5 5", 500)]
    [InlineData("1 1 1 1 1", 100)]
    [InlineData("4 4 4 4 5", 420)]
    [InlineData("1 2 3 4 5 5", 333)]
    [InlineData("4 4 4 4 4 5 5", 429)]
    [InlineData("4 4 4 4 4 4 4 5", 413)]
    public void Average_is_in_hundredths_and_half_a_hundredth_counts_up(string values, int expected)
    {
        var ratings = values.Split(' ').Select(static value => value[0] - '0').ToList();
        var content = EvaluationSummary.Of(Form, ratings.ConvertAll(static value => Answer(value))).Ratings[0];

        content.Average.ShouldBe(expected);
        content.Distribution.ShouldBe(Enumerable.Range(1, 5).Select(value => ratings.Count(given => given == value)));
    }

    [Fact]
    public void Nothing_is_shown_of_fewer_than_five_answers()
    {
        var four = EvaluationSummary.Of(Form, [.. Enumerable.Repeat(Answer(3, "Rất bổ ích"), 4)]);
        (four.Answered, four.IsHidden).ShouldBe((4, true));
        four.Ratings.ShouldAllBe(static rating => rating.IsHidden && rating.Average == null && rating.Distribution == null);
        four.Texts.ShouldAllBe(static text => text.Texts.Count == 0);

        var five = EvaluationSummary.Of(Form, [.. Enumerable.Repeat(Answer(3), 4), Answer(3, "Rất bổ ích")]);
        five.IsHidden.ShouldBeFalse();
        (five.Ratings[0].Average, five.Ratings[0].Count).ShouldBe((300, 5));
        five.Texts.ShouldHaveSingleItem().Texts.ShouldBe(["Rất bổ ích"]);
    }

    [Fact]
    public void A_question_that_few_rated_stays_hidden_among_many_answers()
    {
        List<EvaluationAnswer> answers = [.. Enumerable.Repeat(Answer(4), 5)];
        answers[0] = EvaluationAnswer.Of(Form, [new EvaluationRating("content", 4), new EvaluationRating("trainers", 1)], []);
        var trainers = EvaluationSummary.Of(Form, answers).Ratings[1];

        (trainers.Count, trainers.IsHidden, trainers.Average).ShouldBe((1, true, null));
        trainers.Distribution.ShouldBeNull();
    }

    [Fact]
    public void An_answer_keeps_the_order_of_the_form_and_no_empty_words()
    {
        var answer = EvaluationAnswer.Of(Form, [new EvaluationRating("trainers", 2), new EvaluationRating("content", 1)], [new EvaluationText("mostUseful", "  \n ")]);
        answer.Ratings.Select(static rating => rating.Question).ShouldBe(["content", "trainers"]);
        answer.Texts.ShouldBeEmpty();
        answer.SaysNothing().ShouldBeFalse();
        EvaluationAnswer.Of(Form, [], [new EvaluationText("mostUseful", " ")]).SaysNothing().ShouldBeTrue();
    }

    [Fact]
    public void The_place_in_the_box_does_not_tell_the_order_of_answering()
    {
        var evaluation = CourseEvaluation.Open(CourseBuilder.Open(), Form, lastDay: null, CourseBuilder.ActOn(CourseBuilder.LastDay));
        var lastPlaces = new HashSet<int>();
        // Ten answers; the chance that the last one lies at one place in sixty boxes is 10^-59.
        for (var round = 0; round < 60; round++)
        {
            var box = new EvaluationBox(evaluation);
            for (var number = 1; number <= 10; number++)
            {
                box.Put([Answer(5, $"Phiếu {number}")]);
            }

            lastPlaces.Add(box.Answers.Select(static answer => answer.Texts[0].Text).ToList().IndexOf("Phiếu 10"));
            box.Answers.Select(static answer => answer.Texts[0].Text).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 10).Select(static number => $"Phiếu {number}").Order(StringComparer.Ordinal));
        }

        lastPlaces.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void It_is_open_from_its_day_to_its_last_and_opens_again_at_the_same_address()
    {
        var course = WithSession();
        var evaluation = CourseEvaluation.Open(course, Form, lastDay: null, CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.LastDay.ShouldBe(CourseBuilder.FirstDay.AddDays(3 + CourseEvaluation.DefaultDays), "today is later than the last session");
        evaluation.StatusOn(evaluation.LastDay).ShouldBe(EvaluationStatus.Open);
        evaluation.StatusOn(evaluation.LastDay.AddDays(1)).ShouldBe(EvaluationStatus.Closed);
        evaluation.StatusOn(CourseBuilder.FirstDay).ShouldBe(EvaluationStatus.Closed);

        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.StatusOn(CourseBuilder.LastDay).ShouldBe(EvaluationStatus.Closed);
        var address = (evaluation.Token, evaluation.Code);
        evaluation.Reopen(course, CourseBuilder.LastDay.AddDays(2), box: null, CourseBuilder.ActOn(CourseBuilder.LastDay.AddDays(1)));
        (evaluation.StatusOn(CourseBuilder.LastDay.AddDays(2)), evaluation.StatusOn(CourseBuilder.LastDay.AddDays(3))).ShouldBe((EvaluationStatus.Open, EvaluationStatus.Closed));
        (evaluation.Token, evaluation.Code).ShouldBe(address);
    }

    [Fact]
    public void Opening_waits_for_the_course_and_its_last_day_is_neither_past_nor_far()
    {
        Code(CourseBuilder.Planned(), null, CourseBuilder.LastDay).ShouldBe("evaluation.courseNotHeld");
        Code(CourseBuilder.In(CourseStatus.Cancelled), null, CourseBuilder.LastDay).ShouldBe("evaluation.courseNotHeld");
        Code(CourseBuilder.Open(), null, CourseBuilder.FirstDay.AddDays(-1)).ShouldBe("evaluation.notYet");
        Code(CourseBuilder.Open(), CourseBuilder.LastDay.AddDays(-1), CourseBuilder.LastDay).ShouldBe("evaluation.lastDayOutOfRange");
        Code(CourseBuilder.Open(), CourseBuilder.LastDay.AddDays(CourseEvaluation.MaxDays + 1), CourseBuilder.LastDay).ShouldBe("evaluation.lastDayOutOfRange");
        CourseEvaluation.Open(CourseBuilder.Open(), Form, CourseBuilder.LastDay.AddDays(CourseEvaluation.MaxDays), CourseBuilder.ActOn(CourseBuilder.LastDay)).LastDay.ShouldBe(new DateOnly(2023, 2, 25));

        static string Code(Course course, DateOnly? lastDay, DateOnly today) => Refusal.CodeOf(() => CourseEvaluation.Open(course, Form, lastDay, CourseBuilder.ActOn(today)));
    }

    [Fact]
    public void There_are_never_more_answers_than_people_who_attended()
    {
        var evaluation = CourseEvaluation.Open(CourseBuilder.Open(), Form, lastDay: null, CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.TakePaper(3, answered: 2, attended: 5);
        evaluation.OnPaper.ShouldBe(3);
        Refusal.CodeOf(() => evaluation.TakePaper(1, answered: 5, attended: 5)).ShouldBe("evaluation.moreThanAttended");
        evaluation.OnPaper.ShouldBe(3);
    }

    [Fact]
    public void Results_while_answers_come_in_stay_hidden_and_show_when_it_is_closed()
    {
        var (_, evaluation, box) = Opened();
        Answered(box, 4, 4, 4, 4, 4, 1);

        var open = evaluation.Results(box, CourseBuilder.LastDay);
        (open.Hold, open.Received, open.Summary.Answered, open.Summary.IsHidden).ShouldBe((EvaluationHold.StillOpen, 6, 0, true));
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));

        var closed = evaluation.Results(box, CourseBuilder.LastDay);
        (closed.Hold, closed.Received, closed.Summary.Ratings[0].Average).ShouldBe((null, 6, 350));
    }

    [Theory]
    [InlineData(0, EvaluationHold.TooFew)]
    [InlineData(4, EvaluationHold.TooFew)]
    [InlineData(5, null)]
    public void Results_when_it_is_closed_need_five_answers(int answers, EvaluationHold? hold)
    {
        var (_, evaluation, box) = Opened();
        Answered(box, [.. Enumerable.Repeat(3, answers)]);
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));

        var results = evaluation.Results(box, CourseBuilder.LastDay);

        (results.Hold, results.Summary.IsHidden).ShouldBe((hold, hold is not null));
    }

    [Fact]
    public void Results_after_it_was_open_again_move_by_five_answers_or_none()
    {
        var (course, evaluation, box) = Opened();
        Answered(box, 4, 4, 4, 4, 4);
        CloseAndReopen(course, evaluation, box);
        Answered(box, 1);
        var open = evaluation.Results(box, CourseBuilder.LastDay);
        (open.Hold, open.Received, open.Summary.Answered, open.Summary.Ratings[0].Average).ShouldBe((EvaluationHold.StillOpen, 6, 5, 400));

        Answered(box, 1, 1, 1);
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        var nine = evaluation.Results(box, CourseBuilder.LastDay);
        (nine.Hold, nine.Received, nine.Summary.Ratings[0].Average).ShouldBe((EvaluationHold.FewNew, 9, 400));

        // Closing and opening in between does not let them in one by one.
        CloseAndReopen(course, evaluation, box);
        Answered(box, 1);
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        var ten = evaluation.Results(box, CourseBuilder.LastDay);
        (ten.Hold, ten.Received, ten.Summary.Ratings[0].Average).ShouldBe((null, 10, 250));
    }

    [Fact]
    public void Results_when_few_answered_by_telephone_show_the_paper_forms_alone()
    {
        var (_, evaluation, box) = Opened();
        Answered(box, 1);
        Typed(evaluation, box, 4, 4, 4, 4, 4);
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));

        // Whoever typed the five would know the sixth.
        var results = evaluation.Results(box, CourseBuilder.LastDay);
        (results.Hold, results.Received, results.Summary.Answered, results.Summary.Ratings[0].Average).ShouldBe((EvaluationHold.FewNew, 6, 5, 400));

        // Paper forms after that count at once.
        Typed(evaluation, box, 1);
        evaluation.Results(box, CourseBuilder.LastDay).Summary.Ratings[0].Average.ShouldBe(350);
    }

    [Fact]
    public void A_question_that_few_rated_by_telephone_stays_hidden_among_paper_forms()
    {
        var noTrainers = EvaluationAnswer.Of(Form, [new EvaluationRating("content", 4)], []);
        var withTrainers = EvaluationAnswer.Of(Form, [new EvaluationRating("content", 4), new EvaluationRating("trainers", 5)], []);

        var summary = EvaluationSummary.Of(Form, [.. Enumerable.Repeat(noTrainers, 4), withTrainers], [.. Enumerable.Repeat(withTrainers, 6)]);

        (summary.Ratings[0].IsHidden, summary.Ratings[0].Count).ShouldBe((false, 11));
        (summary.Ratings[1].IsHidden, summary.Ratings[1].Count).ShouldBe((true, 7));
    }

    [Fact]
    public void Paper_forms_that_were_typed_wrongly_are_taken_out_while_it_is_open()
    {
        var (course, evaluation, box) = Opened();
        Typed(evaluation, box, 4, 4, 4, 4, 4);
        Typed(evaluation, box, 1, 1);
        var wrong = box.Papers[1];
        (wrong.EnteredOn, wrong.Answers.Count, evaluation.OnPaper).ShouldBe((CourseBuilder.LastDay, 2, 7));

        Refusal.CodeOf(() => evaluation.TakeBackPaper(box, Guid.CreateVersion7(), CourseBuilder.LastDay)).ShouldBe("evaluation.papersUnknown");
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        Refusal.CodeOf(() => evaluation.TakeBackPaper(box, wrong.Id, CourseBuilder.LastDay)).ShouldBe("evaluation.papersSettled");
        evaluation.Reopen(course, CourseBuilder.LastDay, box, CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.TakeBackPaper(box, wrong.Id, CourseBuilder.LastDay);

        (box.Count, evaluation.OnPaper).ShouldBe((5, 5));
        Refusal.CodeOf(() => evaluation.TakeBackPaper(box, wrong.Id, CourseBuilder.LastDay)).ShouldBe("evaluation.papersUnknown");
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.Results(box, CourseBuilder.LastDay).Summary.Ratings[0].Average.ShouldBe(400, "what was shown with them is corrected");
    }

    private static (Course Course, CourseEvaluation Evaluation, EvaluationBox Box) Opened()
    {
        var course = CourseBuilder.Open();
        var evaluation = CourseEvaluation.Open(course, Form, lastDay: null, CourseBuilder.ActOn(CourseBuilder.LastDay));
        return (course, evaluation, new EvaluationBox(evaluation));
    }

    private static void Answered(EvaluationBox box, params int[] content) => box.Put(content.Select(static value => Answer(value)));

    private static void Typed(CourseEvaluation evaluation, EvaluationBox box, params int[] content)
    {
        evaluation.TakePaper(content.Length, box.Count, attended: 100);
        box.PutPapers([.. content.Select(static value => Answer(value))], CourseBuilder.ActOn(CourseBuilder.LastDay));
    }

    private static void CloseAndReopen(Course course, CourseEvaluation evaluation, EvaluationBox box)
    {
        evaluation.Close(CourseBuilder.ActOn(CourseBuilder.LastDay));
        evaluation.Reopen(course, CourseBuilder.LastDay, box, CourseBuilder.ActOn(CourseBuilder.LastDay));
    }

    private static EvaluationAnswer Answer(int content, string? said = null) =>
        EvaluationAnswer.Of(Form, [new EvaluationRating("content", content)], said is null ? [] : [new EvaluationText("mostUseful", said)]);

    private static Course WithSession() => CourseBuilder.Open(CourseBuilder.Content(2) with
    {
        Sessions = [new CourseSessionEntry(CourseBuilder.FirstDay, new TimeOnly(8, 0), new TimeOnly(11, 30), CourseSessionKind.Theory, "VietGAP trồng trọt")],
    });
}
