using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>
/// The door of one session on its day: while it is open, whoever is on the list checks in with a telephone. Opening it again changes address and
/// code, so that a picture of the old ones is worth nothing.
/// </summary>
public sealed class CourseCheckIn : AggregateRoot
{
    private CourseCheckIn(Course course, CourseSession session)
        : base(course.Province) => (CourseId, SessionId) = (course.Id, session.Id);

    /// <summary>For the object mapper only.</summary>
    private CourseCheckIn()
    {
    }

    public Guid CourseId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>Last part of the address behind the QR code; it hangs on the wall of the room.</summary>
    public string Token { get; private set; } = string.Empty;

    /// <summary>For those who cannot scan.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Business date on which it is good.</summary>
    public DateOnly OpenOn { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public Guid OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = string.Empty;

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <param name="session">As <see cref="Course.RequireTakesAttendance"/> gave it.</param>
    public static CourseCheckIn For(Course course, CourseSession session, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(session);
        var checkIn = new CourseCheckIn(course, session);
        checkIn.Open(session, act);
        return checkIn;
    }

    public void Open(CourseSession session, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Date != act.On)
        {
            throw AttendanceRules.CheckInNotToday(session.Date);
        }

        (Token, Code) = (PublicCodes.NewSecret(), PublicCodes.NewShort());
        (OpenOn, OpenedAt, ClosedAt) = (act.On, act.At, null);
        (OpenedBy, OpenedByName) = (act.By, act.ByName);
    }

    /// <summary>Closing what is closed changes nothing.</summary>
    public void Close(CourseAct act) => ClosedAt ??= act.At;

    public bool IsOpenOn(DateOnly today) => ClosedAt is null && OpenOn == today;
}
