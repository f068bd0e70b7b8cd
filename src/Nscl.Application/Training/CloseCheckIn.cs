using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;

namespace Nscl.Application.Training;

/// <summary>Nobody more checks in; officers still mark. Closing what is closed changes nothing.</summary>
public sealed record CloseCheckInCommand(Guid CourseId, Guid SessionId) : ICommand<SessionAttendance>;

internal sealed class CloseCheckInValidator : AbstractValidator<CloseCheckInCommand>
{
    public CloseCheckInValidator() => RuleFor(static command => command.SessionId).NotEmpty();
}

internal sealed class CloseCheckInHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<CloseCheckInCommand, SessionAttendance>
{
    public async ValueTask<SessionAttendance> Handle(CloseCheckInCommand command, CancellationToken cancellationToken)
    {
        await db.LockAsync("checkIn:" + command.SessionId, cancellationToken);
        var (course, session) = await db.LoadSessionAsync(command.CourseId, command.SessionId, cancellationToken);
        var checkIn = await db.CourseCheckIns.FirstOrDefaultAsync(row => row.SessionId == session.Id, cancellationToken);
        checkIn?.Close(current.User.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await db.CountAttendanceAsync(session, course.Id, clock.Today, cancellationToken);
    }
}
