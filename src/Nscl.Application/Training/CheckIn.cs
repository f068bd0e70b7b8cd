using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Who checks in: by the personal code, or by full name and the end of the telephone number.</summary>
/// <param name="PhoneEnd">Last three or four digits of the number given at registration.</param>
/// <param name="PersonalCode">On the confirmation and on the sheet; decides where given.</param>
public sealed record CheckInRequest(string? FullName = null, string? PhoneEnd = null, string? PersonalCode = null);

/// <summary>The person is marked present.</summary>
/// <param name="FullName">As on the list, so that one sees that it is the right person.</param>
/// <param name="PresentAt">When the person was first seen at this session.</param>
public sealed record CheckedIn(string FullName, string CourseTitle, string SessionTitle, DateOnly Date, DateTimeOffset PresentAt);

public sealed record CheckInCommand(string Token, CheckInRequest Body) : ICommand<CheckedIn>;

internal sealed class CheckInValidator : AbstractValidator<CheckInCommand>
{
    public CheckInValidator()
    {
        RuleFor(static command => command.Body.PersonalCode).MaximumLength(40);
        When(static command => string.IsNullOrWhiteSpace(command.Body.PersonalCode), () =>
        {
            RuleFor(static command => command.Body.FullName).NotEmpty().MaximumLength(CourseRegistration.FullNameMaxLength);
            RuleFor(static command => command.Body.PhoneEnd).NotEmpty().Matches("^[0-9]{3,4}$");
        });
    }
}

/// <summary>
/// Marks the person present. Unknown, without a seat, with other digits or one of several of a name: the answer is the same, so that nobody
/// learns who is on the list; the personal code always decides. The same said twice changes nothing.
/// </summary>
internal sealed class CheckInHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, PublicCheckIns checkIns) : ICommandHandler<CheckInCommand, CheckedIn>
{
    public async ValueTask<CheckedIn> Handle(CheckInCommand command, CancellationToken cancellationToken)
    {
        var checkIn = await checkIns.FindAsync(command.Token, cancellationToken);
        using var visit = current.ActAs(PublicCaller.WithSecretOf(checkIn.Province));
        var registrationId = await MatchAsync(checkIn, command.Body, cancellationToken) ?? throw AttendanceRules.NotMatched();
        await db.LockSharedAsync<Course>(checkIn.CourseId, cancellationToken);
        await db.LockAsync<CourseRegistration>(registrationId, cancellationToken);
        var (course, _) = await db.LoadSessionAsync(checkIn.CourseId, checkIn.SessionId, cancellationToken);
        var session = course.RequireTakesAttendance(checkIn.SessionId, clock.Today)!;
        var registration = await db.CourseRegistrations.AsNoTracking().FirstAsync(row => row.Id == registrationId, cancellationToken);
        var attendance = await db.CourseAttendances.FirstOrDefaultAsync(row => row.RegistrationId == registrationId && row.SessionId == session.Id, cancellationToken);
        var hasCertificate = await db.TrainingCertificates.AnyAsync(row => row.RegistrationId == registrationId && row.Status == TrainingCertificateStatus.Issued, cancellationToken);
        var act = current.User.CourseActOf(clock);
        if (attendance is null)
        {
            db.CourseAttendances.Add(attendance = CourseAttendance.Record(registration, session, isPresent: true, AttendanceMethod.Qr, hasCertificate, act));
        }
        else
        {
            attendance.Correct(isPresent: true, AttendanceMethod.Qr, hasCertificate, act);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new CheckedIn(registration.FullName, course.Title, session.Title, session.Date, attendance.PresentAt!.Value);
    }

    private async Task<Guid?> MatchAsync(CourseCheckIn checkIn, CheckInRequest asked, CancellationToken cancellationToken)
    {
        var registered = db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == checkIn.CourseId && row.Status == RegistrationStatus.Registered);
        if (!string.IsNullOrWhiteSpace(asked.PersonalCode))
        {
            var code = PublicCodes.Normalize(asked.PersonalCode);
            return await registered.Where(row => row.PersonalCode == code).Select(static row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
        }

        var name = PersonNames.Key(asked.FullName!) + "|";
        var namesakes = await registered.Where(row => row.PersonKey.StartsWith(name)).Select(static row => new { row.Id, row.Phone }).ToListAsync(cancellationToken);
        var matching = namesakes.FindAll(person => PersonNames.PhoneKey(person.Phone)?.EndsWith(asked.PhoneEnd!, StringComparison.Ordinal) == true);
        return matching is [var only] ? only.Id : null;
    }
}
