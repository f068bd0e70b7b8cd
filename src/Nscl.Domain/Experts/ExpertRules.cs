using Nscl.Domain.Common;

namespace Nscl.Domain.Experts;

/// <summary>Every reason an expert's entry can say no.</summary>
public static class ExpertRules
{
    public static RuleViolationException WrongState(ExpertStatus status, ExpertAction action) => new(
        "expert.wrongState",
        "The expert is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = ExpertStateMachine.Instance.Actions(status).Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException Inactive() => new("expert.inactive", "Somebody who is not active is given no assignment.");

    /// <param name="count">Assignments that are not over.</param>
    public static RuleViolationException HasAssignments(int count) => new(
        "expert.hasAssignments",
        "The expert still has assignments; they are ended or cancelled first.",
        new Dictionary<string, object?> { ["count"] = count });

    public static RuleViolationException NameRequired() => At("/fullName", "expert.nameRequired", "The name is missing.");

    public static RuleViolationException AgencyRequired() => At("/agencyName", "expert.agencyRequired", "Where the person works is missing.");

    public static RuleViolationException AppointmentIncomplete(bool numberMissing) => At(
        numberMissing ? "/appointmentNumber" : "/appointedOn",
        "expert.appointmentIncomplete",
        "A decision of appointment has a number and a date.");

    public static RuleViolationException AppointedInFuture(DateOnly today) => At("/appointedOn", "expert.appointedInFuture", "The day of the decision lies in the future.", ("today", today));

    public static RuleViolationException PossibleDuplicate(string fullName) => new(
        "expert.possibleDuplicate",
        "Somebody of this name and agency is on the register.",
        new Dictionary<string, object?> { ["pointer"] = "/isDifferentPerson", ["fullName"] = fullName });

    public static RuleViolationException NotParticipated() => At("/registrationId", "expert.notParticipated", "The course has not been held, or the person did not take part in it.");

    public static RuleViolationException AnotherPerson(string fullName) => At("/registrationId", "expert.anotherPerson", "The list of the course names somebody else.", ("fullName", fullName));

    public static RuleViolationException TrainingRecorded() => At("/registrationId", "expert.trainingRecorded", "This training is recorded already.");

    public static RuleViolationException TitleRequired() => At("/title", "expert.titleRequired", "What was taught is missing.");

    public static RuleViolationException PlaceRequired() => At("/place", "expert.placeRequired", "Where the training was held is missing.");

    public static RuleViolationException EndsBeforeItStarts(DateOnly startsOn) => At("/endsOn", "expert.endsBeforeItStarts", "The last day is before the first.", ("startsOn", startsOn));

    public static RuleViolationException TrainingNotOver(DateOnly today) => At("/endsOn", "expert.trainingNotOver", "Training is recorded when it is over.", ("today", today));

    public static RuleViolationException EvidenceNotNeeded() => new("expert.evidenceNotNeeded", "Training at a course of ours is proven by the course's own list.");

    public static RuleViolationException TooManyQualifications() => new(
        "expert.tooManyQualifications",
        "The expert has as many training records as there may be.",
        new Dictionary<string, object?> { ["max"] = Expert.MaxQualifications });

    public static RuleViolationException ReasonMissing() => At("/reason", "expert.reasonMissing", "This needs a reason.");

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
