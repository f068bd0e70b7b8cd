using System.Globalization;
using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

public enum TrainingCertificateStatus
{
    Issued,
    Revoked,
}

/// <summary>What a certificate says, as it was when it was issued; later changes of the course or the list leave it as it is.</summary>
/// <param name="Attended">Sessions at which the person was.</param>
/// <param name="Held">Sessions whose attendance is recorded.</param>
/// <param name="TemplateVersion">Which wording; 0 is the one that every province begins with.</param>
/// <param name="Template">That wording itself.</param>
/// <param name="VerificationAddress">Where anybody can check it, without the code.</param>
public sealed record CertificateFacts(
    string FullName,
    string CourseCode,
    CourseKind CourseKind,
    string CourseTitle,
    DateOnly StartsOn,
    DateOnly EndsOn,
    IReadOnlyList<string> Standards,
    int Attended,
    int Held,
    int TemplateVersion,
    CertificateTemplateContent Template,
    string VerificationAddress,
    string? OrganizationName = null,
    string? Venue = null)
{
    public static CertificateFacts Of(Course course, CourseRegistration registration, CourseCompletion completion, int templateVersion, CertificateTemplateContent template, string verificationAddress)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(completion);
        return new CertificateFacts(
            registration.FullName,
            course.Code,
            course.Kind,
            course.Title,
            course.StartsOn,
            course.EndsOn,
            course.Standards,
            completion.Attended,
            completion.Held,
            templateVersion,
            template,
            verificationAddress,
            registration.OrganizationName,
            course.Venue);
    }
}

/// <summary>A numbered certificate that somebody completed a course (S1.21, S4.12). Its number and its facts never change; a mistake is revoked and issued anew.</summary>
public sealed class TrainingCertificate : AggregateRoot
{
    public const int NumberMaxLength = 40;
    public const int ReasonMaxLength = 2_000;

    private TrainingCertificate(CourseRegistration registration, string number, CertificateFacts facts, CourseAct act)
        : base(registration.Province)
    {
        (CourseId, RegistrationId, PersonId, EnterpriseId) = (registration.CourseId, registration.Id, registration.PersonId, registration.EnterpriseId);
        (Number, Facts, VerificationCode) = (number, facts, PublicCodes.NewSecret());
        (IssuedOn, IssuedBy, IssuedByName, IssuedAt) = (act.On, act.By, act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private TrainingCertificate() => Facts = null!;

    public Guid CourseId { get; private set; }

    public Guid RegistrationId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid? EnterpriseId { get; private set; }

    /// <summary>For example <c>GCN-2022-0001</c>; without gaps in a province and year.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>By which anybody who holds the certificate can check it; nobody guesses it.</summary>
    public string VerificationCode { get; private set; } = string.Empty;

    public CertificateFacts Facts { get; private set; }

    public TrainingCertificateStatus Status { get; private set; } = TrainingCertificateStatus.Issued;

    public DateOnly IssuedOn { get; private set; }

    public Guid IssuedBy { get; private set; }

    public string IssuedByName { get; private set; } = string.Empty;

    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Of the PDF, lower-case hex.</summary>
    public string FileSha256 { get; private set; } = string.Empty;

    public DateOnly? RevokedOn { get; private set; }

    public string? RevokedByName { get; private set; }

    public string? RevocationReason { get; private set; }

    /// <param name="number">Next number of the province's certificates of the year.</param>
    public static TrainingCertificate Issue(CourseRegistration registration, int number, CertificateFacts facts, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return new TrainingCertificate(registration, string.Create(CultureInfo.InvariantCulture, $"GCN-{act.On.Year:D4}-{number:D4}"), facts, act);
    }

    /// <summary>The paper that was made of it.</summary>
    public void Attach(string sha256) => FileSha256 = sha256;

    public void Revoke(string reason, CourseAct act)
    {
        if (Status == TrainingCertificateStatus.Revoked)
        {
            throw CertificateRules.AlreadyRevoked(RevokedOn!.Value);
        }

        RevocationReason = SearchText.TidyOrNull(reason) ?? throw CertificateRules.ReasonMissing();
        (Status, RevokedOn, RevokedByName) = (TrainingCertificateStatus.Revoked, act.On, act.ByName);
    }

    /// <summary>Why somebody cannot get one now; null where nothing is in the way.</summary>
    public static RuleViolationException? RefusalFor(CourseRegistration registration, CourseCompletion completion, bool hasCertificate)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(completion);
        return hasCertificate ? CertificateRules.AlreadyIssued()
            : registration.Status != RegistrationStatus.Registered ? AttendanceRules.NotRegistered(registration.Status)
            : completion.Outcome != CompletionOutcome.Completed ? CertificateRules.NotCompleted(completion)
            : null;
    }
}
