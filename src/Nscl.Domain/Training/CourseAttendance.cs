using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>How attendance was taken.</summary>
public enum AttendanceMethod
{
    /// <summary>The trainee checked in with a telephone.</summary>
    Qr,

    /// <summary>From the signed sheet.</summary>
    Sheet,

    /// <summary>An officer marked it in the room.</summary>
    Officer,
}

/// <summary>
/// Whether one person of a course's list was at one of its sessions. A root of its own, so that two hundred people who check in at once do not
/// wait for one row.
/// </summary>
public sealed class CourseAttendance : AggregateRoot
{
    private CourseAttendance(CourseRegistration registration, CourseSession session, bool isPresent, AttendanceMethod method, CourseAct act)
        : base(registration.Province)
    {
        (CourseId, SessionId, RegistrationId) = (registration.CourseId, session.Id, registration.Id);
        Take(isPresent, method, act);
    }

    /// <summary>For the object mapper only.</summary>
    private CourseAttendance()
    {
    }

    public Guid CourseId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid RegistrationId { get; private set; }

    public bool IsPresent { get; private set; }

    /// <summary>When the person was first seen; null for somebody who was absent.</summary>
    public DateTimeOffset? PresentAt { get; private set; }

    public AttendanceMethod Method { get; private set; }

    public Guid RecordedBy { get; private set; }

    public string RecordedByName { get; private set; } = string.Empty;

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="session">As <see cref="Course.RequireTakesAttendance"/> gave it.</param>
    /// <param name="hasCertificate">Whether a certificate stands on this attendance.</param>
    public static CourseAttendance Record(CourseRegistration registration, CourseSession session, bool isPresent, AttendanceMethod method, bool hasCertificate, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(session);
        RequireOpen(hasCertificate);
        return registration.Status == RegistrationStatus.Registered
            ? new CourseAttendance(registration, session, isPresent, method, act)
            : throw AttendanceRules.NotRegistered(registration.Status);
    }

    /// <summary>The same said again changes nothing, so that a list may be sent twice.</summary>
    /// <param name="hasCertificate">Whether a certificate stands on this attendance.</param>
    public void Correct(bool isPresent, AttendanceMethod method, bool hasCertificate, CourseAct act)
    {
        if (isPresent == IsPresent)
        {
            return;
        }

        RequireOpen(hasCertificate);
        Take(isPresent, method, act);
    }

    private static void RequireOpen(bool hasCertificate)
    {
        if (hasCertificate)
        {
            throw AttendanceRules.CertificateIssued();
        }
    }

    private void Take(bool isPresent, AttendanceMethod method, CourseAct act)
    {
        (IsPresent, PresentAt, Method) = (isPresent, isPresent ? act.At : null, method);
        (RecordedBy, RecordedByName, RecordedAt) = (act.By, act.ByName, act.At);
    }
}
