using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason why attendance is not taken.</summary>
public static class AttendanceRules
{
    public const string NotOnListCode = "attendance.notOnList";
    public const string ListedTwiceCode = "attendance.listedTwice";

    public static RuleViolationException CourseNotHeld(CourseStatus status) => new(
        "attendance.courseNotHeld",
        "Attendance is taken of courses that are being held or have been.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException NotYet(DateOnly date) => new(
        "attendance.notYet",
        "The session has not begun; attendance is taken from its day on.",
        new Dictionary<string, object?> { ["date"] = date });

    public static RuleViolationException NotRegistered(RegistrationStatus status) => new(
        "attendance.notRegistered",
        "Only people with a seat attend.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException CertificateIssued() => new(
        "attendance.certificateIssued",
        "A certificate stands on this attendance; revoke it first.");

    public static RuleViolationException CheckInNotToday(DateOnly date) => new(
        "attendance.checkInNotToday",
        "People check in on the day of the session.",
        new Dictionary<string, object?> { ["date"] = date });

    public static RuleViolationException NotMatched() => new(
        "checkIn.notMatched",
        "Nobody on the list matches; the personal code always does.");
}
