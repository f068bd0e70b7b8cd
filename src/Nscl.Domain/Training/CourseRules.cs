using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason a course can say no.</summary>
public static class CourseRules
{
    public static RuleViolationException WrongState(CourseStatus status, CourseAction action) => new(
        "course.wrongState",
        "The course is not in a state for this.",
        new Dictionary<string, object?>
        {
            ["status"] = DomainJson.NameOf(status),
            ["action"] = DomainJson.NameOf(action),
            ["allowedActions"] = status.Actions().Select(DomainJson.NameOf).ToArray(),
        });

    public static RuleViolationException TitleRequired() => At(
        "/title",
        "course.titleRequired",
        "The title is missing.");

    public static RuleViolationException EndsBeforeItStarts(DateOnly startsOn) => At(
        "/endsOn",
        "course.endsBeforeItStarts",
        "The last day is before the first.",
        ("startsOn", startsOn));

    public static RuleViolationException SeatsOutOfRange() => At(
        "/seats",
        "course.seatsOutOfRange",
        "A course has between 1 and 5,000 seats.",
        ("min", 1),
        ("max", Course.MaxSeats));

    public static RuleViolationException SeatsBelowHeld(int held) => At(
        "/seats",
        "course.seatsBelowHeld",
        "More seats are held than the course would have.",
        ("held", held));

    public static RuleViolationException RegistrationClosesAfterStart(DateOnly startsOn) => At(
        "/registrationClosesOn",
        "course.registrationClosesAfterStart",
        "Registration closes on the first day at the latest.",
        ("startsOn", startsOn));

    public static RuleViolationException SessionTitleRequired(int session) => At(
        $"/sessions/{session}/title",
        "course.sessionTitleRequired",
        "A session needs a title.");

    public static RuleViolationException SessionOutsideCourse(int session, DateOnly startsOn, DateOnly endsOn) => At(
        $"/sessions/{session}/date",
        "course.sessionOutsideCourse",
        "A session is held on one of the days of its course.",
        ("startsOn", startsOn),
        ("endsOn", endsOn));

    public static RuleViolationException SessionEndsBeforeItStarts(int session) => At(
        $"/sessions/{session}/endsAt",
        "course.sessionEndsBeforeItStarts",
        "A session ends after it has begun.");

    public static RuleViolationException SessionsOverlap(int session, string title) => At(
        $"/sessions/{session}/room",
        "course.sessionsOverlap",
        "Two sessions are in one room at one time.",
        ("title", title));

    public static RuleViolationException SessionUnknown(int session) => At(
        $"/sessions/{session}/id",
        "course.sessionUnknown",
        "The session to change is not one of this course.");

    public static RuleViolationException SessionHasAttendance(string title) => At(
        "/sessions",
        "course.sessionHasAttendance",
        "A session whose attendance has been taken stays, on its day.",
        ("title", title));

    public static RuleViolationException FixedAfterOpening(string property) => At(
        "/" + property,
        "course.fixedAfterOpening",
        "Once registration has opened, this stays as it is.",
        ("property", property));

    public static RuleViolationException RegistrationDatePassed(DateOnly closesOn) => new(
        "course.registrationDatePassed",
        "The last day of registration has passed.",
        new Dictionary<string, object?> { ["closesOn"] = closesOn });

    public static RuleViolationException NotBegun(DateOnly startsOn) => new(
        "course.notBegun",
        "A course cannot have ended before it began.",
        new Dictionary<string, object?> { ["startsOn"] = startsOn });

    public static RuleViolationException ReasonMissing() => At(
        "/reason",
        "course.reasonMissing",
        "This needs a reason.");

    public static RuleViolationException NothingToSupervise(CourseStatus status) => new(
        "course.nothingToSupervise",
        "Only what is being held or was held can be supervised.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException SupervisedOutsideCourse(DateOnly from, DateOnly to) => At(
        "/on",
        "course.supervisedOutsideCourse",
        "The day of a note lies between the first day of the course and today, or its last day.",
        ("from", from),
        ("to", to));

    public static RuleViolationException SupervisionTextRequired() => At(
        "/text",
        "course.supervisionTextRequired",
        "The note is empty.");

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
