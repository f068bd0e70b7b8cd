using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>Who was at a session and who was not. Those who are left out stay as they are.</summary>
/// <param name="Present">Ids of registrations.</param>
/// <param name="Absent">Ids of registrations.</param>
/// <param name="Method">How it was taken; left out, <c>officer</c>.</param>
public sealed record RecordAttendanceRequest(IReadOnlyList<Guid>? Present = null, IReadOnlyList<Guid>? Absent = null, AttendanceMethod? Method = null);

public sealed record RecordAttendanceCommand(Guid CourseId, Guid SessionId, RecordAttendanceRequest Body) : ICommand<SessionAttendance>;

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendanceCommand>
{
    public RecordAttendanceValidator()
    {
        RuleFor(static command => command.Body.Present!.Count).LessThanOrEqualTo(Course.MaxSeats).OverridePropertyName("Present").When(static command => command.Body.Present is not null);
        RuleFor(static command => command.Body.Absent!.Count).LessThanOrEqualTo(Course.MaxSeats).OverridePropertyName("Absent").When(static command => command.Body.Absent is not null);
        // A telephone says itself that it was one.
        RuleFor(static command => command.Body.Method).NotEqual(AttendanceMethod.Qr);
    }
}

/// <summary>All or nothing; each row that does not go is named. What is on record already is not written again.</summary>
internal sealed class RecordAttendanceHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<RecordAttendanceCommand, SessionAttendance>
{
    public async ValueTask<SessionAttendance> Handle(RecordAttendanceCommand command, CancellationToken cancellationToken)
    {
        var asked = command.Body;
        var rows = (asked.Present ?? []).Select(static (id, at) => (Id: id, IsPresent: true, Pointer: $"/present/{at}"))
            .Concat((asked.Absent ?? []).Select(static (id, at) => (Id: id, IsPresent: false, Pointer: $"/absent/{at}"))).ToList();
        await db.LockSharedAsync<Course>(command.CourseId, cancellationToken);
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var session = course.RequireTakesAttendance(command.SessionId, clock.Today) ?? throw new NotFoundException("courseSession");
        var ids = rows.Select(static row => row.Id).Distinct().ToList();
        await db.LockAsync<CourseRegistration>(ids, cancellationToken);
        var people = await db.CourseRegistrations.AsNoTracking().Where(row => row.CourseId == course.Id && ids.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, cancellationToken);
        var known = await db.CourseAttendances.Where(row => row.SessionId == session.Id && ids.Contains(row.RegistrationId)).ToDictionaryAsync(static row => row.RegistrationId, cancellationToken);
        var certified = await db.TrainingCertificates.AsNoTracking().Where(row => ids.Contains(row.RegistrationId) && row.Status == TrainingCertificateStatus.Issued)
            .Select(static row => row.RegistrationId).ToHashSetAsync(cancellationToken);
        var (act, errors, seen) = (current.User.CourseActOf(clock), new List<InputError>(), new HashSet<Guid>());
        foreach (var (id, isPresent, pointer) in rows)
        {
            if (!seen.Add(id))
            {
                errors.Add(new InputError(pointer, AttendanceRules.ListedTwiceCode, "The person is named twice."));
            }
            else if (!people.TryGetValue(id, out var person))
            {
                errors.Add(new InputError(pointer, AttendanceRules.NotOnListCode, "Nobody of this id is on the list of the course."));
            }
            else
            {
                Take(person, isPresent, pointer);
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await db.CountAttendanceAsync(session, course.Id, clock.Today, cancellationToken);

        void Take(CourseRegistration person, bool isPresent, string pointer)
        {
            try
            {
                if (known.TryGetValue(person.Id, out var attendance))
                {
                    attendance.Correct(isPresent, asked.Method ?? AttendanceMethod.Officer, certified.Contains(person.Id), act);
                }
                else
                {
                    db.CourseAttendances.Add(CourseAttendance.Record(person, session, isPresent, asked.Method ?? AttendanceMethod.Officer, certified.Contains(person.Id), act));
                }
            }
            catch (RuleViolationException refusal)
            {
                errors.Add(new InputError(pointer, refusal.Code, refusal.Message, refusal.Args));
            }
        }
    }
}
