using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>A course as anybody may see it: what it is about, when and where, how full it is, and how to register. Nobody on its list is named.</summary>
/// <param name="Stage">Its state, or that it is being held today.</param>
/// <param name="Audience">Kinds of participants that are admitted; empty admits all.</param>
/// <param name="Free">Seats that nobody has or is offered.</param>
/// <param name="Waiting">People in the line.</param>
/// <param name="ConfirmationHours">Within how many hours somebody promoted from the line confirms; absent where the seat is theirs at once.</param>
/// <param name="RegistrationClosesOn">Last day of registration.</param>
/// <param name="NoticeVersion">Of the privacy notice; 0 where there is none.</param>
/// <param name="Sessions">In the order of time; may be empty as long as the timetable is not made.</param>
/// <param name="Districts">Administrative units of the province that a registration can name.</param>
/// <param name="TakesRegistrations">Whether anybody can register now.</param>
/// <param name="CancellationReason">Why it is not held.</param>
public sealed record OpenCourseDetails(
    Guid Id,
    string Code,
    NamedCode Province,
    CourseKind Kind,
    CourseStage Stage,
    string Title,
    string? Description,
    IReadOnlyList<NamedCode> Topics,
    IReadOnlyList<string> Standards,
    IReadOnlyList<string> CoOrganizers,
    string? Provider,
    string? Venue,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Seats,
    int Free,
    int Waiting,
    int? WaitlistLimit,
    IReadOnlyList<ParticipantKind> Audience,
    CourseMode Mode,
    int? ConfirmationHours,
    DateOnly RegistrationClosesOn,
    int NoticeVersion,
    string? NoticeText,
    IReadOnlyList<OpenCourseSession> Sessions,
    IReadOnlyList<NamedCode> Districts,
    bool TakesRegistrations,
    string? CancellationReason);

/// <param name="StartsAt">Clock time in Viet Nam.</param>
/// <param name="EndsAt">Clock time in Viet Nam.</param>
public sealed record OpenCourseSession(DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, CourseSessionKind Kind, string Title, string? Room, string? Trainer);

public sealed record GetOpenCourseQuery(Guid CourseId) : IQuery<OpenCourseDetails>;

internal sealed class GetOpenCourseHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<GetOpenCourseQuery, OpenCourseDetails>
{
    public async ValueTask<OpenCourseDetails> Handle(GetOpenCourseQuery query, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstOrDefaultAsync(row => row.Id == query.CourseId, cancellationToken) ?? throw new NotFoundException("course");
        var counts = (await db.CountSeatsAsync([course.Id], cancellationToken)).GetValueOrDefault(course.Id, new ListCounts(0, 0, 0, 0));
        var names = await NameBook.OpenAsync(db, course.Province, cancellationToken);
        var actions = course.ActionsOn(clock.Today, new CourseOccupancy(counts.Held, counts.Waiting));
        var references = await EnterpriseReferences.ReadAsync(db, current.User, clock.Today, cancellationToken);
        return new OpenCourseDetails(
            course.Id,
            course.Code,
            names.Province(course.Province),
            course.Kind,
            course.StageOn(clock.Today),
            course.Title,
            course.Description,
            names.Items(ReferenceLists.TrainingTopics, course.Topics),
            course.Standards,
            course.CoOrganizers,
            course.Provider,
            course.Venue,
            course.StartsOn,
            course.EndsOn,
            course.Seats,
            Math.Max(0, course.Seats - counts.Held),
            counts.Waiting,
            course.WaitlistLimit,
            course.Audience,
            course.Mode,
            course.ConfirmationHours,
            course.RegistrationClosesOn,
            course.NoticeVersion,
            course.NoticeText,
            [.. course.Sessions.Select(static session => new OpenCourseSession(session.Date, session.StartsAt, session.EndsAt, session.Kind, session.Title, session.Room, session.Trainer))],
            [.. references.Districts.Select(static unit => new NamedCode(unit.Code, unit.NameVi, unit.NameEn))],
            actions.Allowed.Contains(CourseAction.Register),
            course.CancellationReason);
    }
}
