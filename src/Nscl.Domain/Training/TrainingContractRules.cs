using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason a training contract can say no.</summary>
public static class TrainingContractRules
{
    public static RuleViolationException WrongState(TrainingContractStatus status, TrainingContractAction action) => new(
        "trainingContract.wrongState",
        "The contract is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = TrainingContractStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException CourseCancelled() => new(
        "trainingContract.courseCancelled",
        "The course was cancelled; there is nothing to contract for.");

    public static RuleViolationException CourseNotHeld(CourseStatus status) => new(
        "trainingContract.courseNotHeld",
        "A contract is accepted once its course has been held.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException NumberRequired() => At("/number", "trainingContract.numberRequired", "The number of the contract is missing.");

    public static RuleViolationException ProviderRequired() => At("/providerName", "trainingContract.providerRequired", "Who teaches is missing.");

    public static RuleViolationException ProviderTaxCodeInvalid() => At("/providerTaxCode", "trainingContract.providerTaxCodeInvalid", "This is no valid tax code.");

    public static RuleViolationException ValueRequired() => At("/value", "trainingContract.valueRequired", "The value is at least one đồng.");

    public static RuleViolationException SignedInFuture(DateOnly today) => At("/signedOn", "trainingContract.signedInFuture", "The day of signing lies in the future.", ("today", today));

    public static RuleViolationException EndsBeforeItStarts(DateOnly startsOn) => At("/endsOn", "trainingContract.endsBeforeItStarts", "The last day is before the first.", ("startsOn", startsOn));

    /// <param name="from">The last day of the course, or the day of signing if that is later.</param>
    public static RuleViolationException AcceptedOnOutOfRange(DateOnly from, DateOnly today) => At(
        "/acceptedOn",
        "trainingContract.acceptedOnOutOfRange",
        "A contract is accepted between the last day of its course and today.",
        ("from", from),
        ("today", today));

    public static RuleViolationException AcceptedValueOutOfRange(Money value) => At(
        "/acceptedValue",
        "trainingContract.acceptedValueOutOfRange",
        "Not more is accepted than the contract is worth, and nothing below zero.",
        ("value", value.Dong));

    public static RuleViolationException ReasonMissing() => At("/reason", "trainingContract.reasonMissing", "This needs a reason.");

    public static RuleViolationException TooManyDocuments() => new(
        "trainingContract.tooManyDocuments",
        "The contract has as many papers as it may have.",
        new Dictionary<string, object?> { ["max"] = TrainingContract.MaxDocuments });

    private static RuleViolationException At(string pointer, string code, string message, params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?> { ["pointer"] = pointer };
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return new RuleViolationException(code, message, all);
    }
}
