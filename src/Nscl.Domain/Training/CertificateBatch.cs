using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

public enum CertificateBatchState
{
    /// <summary>Being worked off, or waiting for it.</summary>
    Running,
    Finished,

    /// <summary>Given up after several attempts; what was issued stands.</summary>
    Failed,
}

/// <summary>Somebody who got no certificate in a batch, and why.</summary>
/// <param name="Code">A code of the problem catalogue.</param>
public sealed record SkippedCertificate(Guid RegistrationId, string Code);

/// <summary>
/// Certificates to be issued one after the other in the background. It knows how far it is, so that it goes on where it stood after a restart;
/// each step is one transaction with the certificates it issues.
/// </summary>
public sealed class CertificateBatch : AggregateRoot
{
    private CertificateBatch(Course course, IReadOnlyList<Guid> registrationIds, string publicUrl, CourseAct act)
        : base(course.Province)
    {
        (CourseId, RegistrationIds, PublicUrl) = (course.Id, registrationIds, publicUrl);
        (RequestedBy, RequestedByName, RequestedAt, IssuedOn) = (act.By, act.ByName, act.At, act.On);
    }

    /// <summary>For the object mapper only.</summary>
    private CertificateBatch()
    {
    }

    public Guid CourseId { get; private set; }

    public IReadOnlyList<Guid> RegistrationIds { get; private set; } = [];

    /// <summary>Where the certificates are checked.</summary>
    public string PublicUrl { get; private set; } = string.Empty;

    /// <summary>Worked off, certificate or not.</summary>
    public int Handled { get; private set; }

    public int Issued { get; private set; }

    public IReadOnlyList<SkippedCertificate> Skipped { get; private set; } = [];

    public CertificateBatchState State { get; private set; } = CertificateBatchState.Running;

    /// <summary>Date that the certificates bear.</summary>
    public DateOnly IssuedOn { get; private set; }

    public Guid RequestedBy { get; private set; }

    public string RequestedByName { get; private set; } = string.Empty;

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Total => RegistrationIds.Count;

    /// <summary>The act in whose name the certificates are issued.</summary>
    public CourseAct Act => new(RequestedBy, RequestedByName, RequestedAt, IssuedOn);

    /// <exception cref="RuleViolationException">The course has not ended, nothing is known of its attendance, or nobody is left.</exception>
    public static CertificateBatch Start(Course course, IReadOnlyList<Guid> registrationIds, int heldSessions, string publicUrl, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        RequireIssuable(course, heldSessions);
        return registrationIds.Count == 0 ? throw CertificateRules.NobodyToIssue() : new CertificateBatch(course, registrationIds, publicUrl, act);
    }

    /// <summary>Refuses certificates of a course that has not ended or of whose attendance nothing is known.</summary>
    public static void RequireIssuable(Course course, int heldSessions)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (course.Status != CourseStatus.Ended)
        {
            throw CertificateRules.CourseNotEnded(course.Status);
        }

        if (heldSessions == 0)
        {
            throw CertificateRules.AttendanceMissing();
        }
    }

    public IReadOnlyList<Guid> NextUp(int count) => State == CertificateBatchState.Running ? [.. RegistrationIds.Skip(Handled).Take(count)] : [];

    /// <summary>A step is done.</summary>
    public void Advance(int issued, IReadOnlyList<SkippedCertificate> skipped, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(skipped);
        Handled += issued + skipped.Count;
        Issued += issued;
        if (skipped.Count > 0)
        {
            Skipped = [.. Skipped, .. skipped];
        }

        if (Handled >= Total)
        {
            (State, FinishedAt) = (CertificateBatchState.Finished, now);
        }
    }

    public void GiveUp(DateTimeOffset now)
    {
        if (State == CertificateBatchState.Running)
        {
            (State, FinishedAt) = (CertificateBatchState.Failed, now);
        }
    }
}
