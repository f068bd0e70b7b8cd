using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Lets people check in at a session with their telephones, on its day. Opening again changes address and code.</summary>
/// <param name="PublicUrl">Where people reach the system.</param>
public sealed record OpenCheckInCommand(Guid CourseId, Guid SessionId, string PublicUrl) : ICommand<SessionCheckIn>;

internal sealed class OpenCheckInValidator : AbstractValidator<OpenCheckInCommand>
{
    public OpenCheckInValidator() => RuleFor(static command => command.PublicUrl).NotEmpty();
}

internal sealed class OpenCheckInHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, SessionCheckInDescriber describer) : ICommandHandler<OpenCheckInCommand, SessionCheckIn>
{
    public async ValueTask<SessionCheckIn> Handle(OpenCheckInCommand command, CancellationToken cancellationToken)
    {
        await db.LockAsync("checkIn:" + command.SessionId, cancellationToken);
        var (course, _) = await db.LoadSessionAsync(command.CourseId, command.SessionId, cancellationToken);
        var session = course.RequireTakesAttendance(command.SessionId, clock.Today)!;
        var act = current.User.CourseActOf(clock);
        var checkIn = await db.CourseCheckIns.FirstOrDefaultAsync(row => row.SessionId == session.Id, cancellationToken);
        if (checkIn is null)
        {
            db.CourseCheckIns.Add(checkIn = CourseCheckIn.For(course, session, act));
        }
        else
        {
            checkIn.Open(session, act);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(course, session, checkIn, command.PublicUrl, cancellationToken);
    }
}
