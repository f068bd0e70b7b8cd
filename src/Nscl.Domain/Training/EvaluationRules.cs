using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason why an evaluation is not opened or an answer not taken.</summary>
public static class EvaluationRules
{
    public const string UnknownQuestionCode = "evaluation.unknownQuestion";
    public const string AnsweredTwiceCode = "evaluation.questionAnsweredTwice";
    public const string EmptyCode = "evaluation.empty";
    public const string NotMatchedCode = "evaluation.notMatched";

    public static RuleViolationException CourseNotHeld(CourseStatus status) => new(
        "evaluation.courseNotHeld",
        "Only courses that are being held or have been are evaluated.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException NotYet(DateOnly date) => new(
        "evaluation.notYet",
        "The course has not begun.",
        new Dictionary<string, object?> { ["date"] = date });

    public static RuleViolationException LastDayOutOfRange(DateOnly from, DateOnly to) => new(
        "evaluation.lastDayOutOfRange",
        "The last day is neither past nor far ahead.",
        new Dictionary<string, object?> { ["from"] = from, ["to"] = to });

    public static RuleViolationException NotOpened() => new(
        "evaluation.notOpened",
        "The evaluation has not been opened.");

    /// <summary>One answer for everybody who may not answer: unknown, without a seat, never there.</summary>
    public static RuleViolationException NotMatched() => new(
        NotMatchedCode,
        "The code is nobody's who attended.");

    public static RuleViolationException AlreadyAnswered() => new(
        "evaluation.alreadyAnswered",
        "The person has answered already.");

    public static RuleViolationException PapersSettled() => new(
        "evaluation.papersSettled",
        "Paper forms are taken out while the evaluation is open.");

    public static RuleViolationException PapersUnknown() => new(
        "evaluation.papersUnknown",
        "The evaluation has no such paper forms.");

    public static RuleViolationException MoreThanAttended(int attended, int answered) => new(
        "evaluation.moreThanAttended",
        "There would be more answers than people who attended.",
        new Dictionary<string, object?> { ["attended"] = attended, ["answered"] = answered });
}
