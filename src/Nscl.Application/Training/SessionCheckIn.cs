using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>The open door of a session: what the screen in the room shows.</summary>
/// <param name="Token">Last part of the address <c>/check-in/{token}</c>.</param>
/// <param name="Code">For those who cannot scan; typed at <c>/check-in</c>.</param>
/// <param name="Address">What the QR code leads to.</param>
/// <param name="Qr">The QR code, row by row; <c>1</c> is dark. Without the quiet zone.</param>
/// <param name="Present">People who are there.</param>
/// <param name="Expected">People with a seat.</param>
public sealed record SessionCheckIn(
    Guid CourseId,
    string CourseTitle,
    Guid SessionId,
    string SessionTitle,
    DateOnly Date,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    string? Room,
    string Token,
    string Code,
    string Address,
    IReadOnlyList<string> Qr,
    DateTimeOffset OpenedAt,
    int Present,
    int Expected);

/// <summary>Draws QR codes.</summary>
public interface IQrCodes
{
    /// <returns>Row by row, <c>1</c> dark, <c>0</c> light, without the quiet zone.</returns>
    IReadOnlyList<string> Draw(string text);
}

internal sealed class SessionCheckInDescriber(INsclDb db, IBusinessClock clock, IQrCodes qrCodes)
{
    /// <param name="publicUrl">Where people reach the system, without a slash at the end.</param>
    public async Task<SessionCheckIn> DescribeAsync(Course course, CourseSession session, CourseCheckIn checkIn, string publicUrl, CancellationToken cancellationToken)
    {
        var counted = await db.CountAttendanceAsync(session, course.Id, clock.Today, cancellationToken);
        var address = $"{publicUrl}/check-in/{checkIn.Token}";
        return new SessionCheckIn(
            course.Id,
            course.Title,
            session.Id,
            session.Title,
            session.Date,
            session.StartsAt,
            session.EndsAt,
            session.Room ?? course.Venue,
            checkIn.Token,
            checkIn.Code,
            address,
            qrCodes.Draw(address),
            checkIn.OpenedAt,
            counted.Present,
            counted.Present + counted.Absent + counted.Unmarked);
    }
}

internal static class CheckInLoading
{
    public static async Task<(Course Course, CourseSession Session)> LoadSessionAsync(this INsclDb db, Guid courseId, Guid sessionId, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == courseId, cancellationToken) ?? throw new NotFoundException("course");
        return (course, course.Sessions.FirstOrDefault(session => session.Id == sessionId) ?? throw new NotFoundException("courseSession"));
    }
}
