using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>Every reason a certificate is not issued or revoked.</summary>
public static class CertificateRules
{
    public const string UnknownFieldCode = "certificate.unknownField";

    public static RuleViolationException CourseNotEnded(CourseStatus status) => new(
        "certificate.courseNotEnded",
        "Certificates are issued once the course has ended.",
        new Dictionary<string, object?> { ["status"] = DomainJson.NameOf(status) });

    public static RuleViolationException AttendanceMissing() => new(
        "certificate.attendanceMissing",
        "No session has its attendance recorded: nobody can say who completed the course.");

    public static RuleViolationException NobodyToIssue() => new(
        "certificate.nobodyToIssue",
        "Everybody who completed the course has a certificate.");

    public static RuleViolationException AlreadyIssued() => new(
        "certificate.alreadyIssued",
        "The person has a certificate of this course.");

    public static RuleViolationException NotCompleted(CourseCompletion completion) => new(
        "certificate.notCompleted",
        "The person did not complete the course.",
        new Dictionary<string, object?> { ["attended"] = completion.Attended, ["held"] = completion.Held });

    public static RuleViolationException AlreadyRevoked(DateOnly revokedOn) => new(
        "certificate.alreadyRevoked",
        "The certificate was revoked before.",
        new Dictionary<string, object?> { ["revokedOn"] = revokedOn });

    public static RuleViolationException ReasonMissing() => new(
        "certificate.reasonMissing",
        "This needs a reason.",
        new Dictionary<string, object?> { ["pointer"] = "/reason" });
}
