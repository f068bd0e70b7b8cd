using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>
/// Seats of one course that is locked (<see cref="CourseLoading.LockCourseAsync(INsclDb, Guid, CancellationToken)"/>): what is taken, who comes
/// next. It looks at the whole list, whoever asks; never past the province.
/// </summary>
internal sealed class CourseSeating(INsclDb db, IBusinessClock clock)
{
    private IQueryable<CourseRegistration> List => db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]);

    /// <summary>Where a newcomer stands, after those who wait have been given what is free.</summary>
    /// <param name="organizationKey">Of the newcomer.</param>
    /// <param name="except">The registration to be placed, where it is on the list already.</param>
    public async Task<Standing> StandAsync(Course course, string organizationKey, Guid? except, CancellationToken cancellationToken)
    {
        var (now, courseId, counted) = (clock.Now, course.Id, course.OrganizationQuota is not null && organizationKey.Length > 0);
        // Each figure is the end of an index, or as short as the list of one course.
        var list = await db.Courses.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => row.Id == courseId)
            .Select(row => new
            {
                Taken = List.Count(person => person.CourseId == courseId && person.SeatNumber != null),
                HighestTaken = List.Where(person => person.CourseId == courseId && person.SeatNumber != null).Max(static person => person.SeatNumber) ?? 0,
                Waiting = List.Count(person => person.CourseId == courseId && person.Status == RegistrationStatus.Waitlisted),
                LastQueueNumber = List.Where(person => person.CourseId == courseId).Max(static person => (int?)person.QueueNumber) ?? 0,
                OfOrganization = !counted ? 0
                    : List.Count(person => person.CourseId == courseId && person.OrganizationKey == organizationKey && person.Id != except && RegistrationActions.Active.Contains(person.Status)),
                HasOverdue = List.Any(person => person.CourseId == courseId && person.ConfirmBy < now),
            })
            .SingleAsync(cancellationToken);
        var (taken, waiting) = (TakenSeats.First(list.Taken), list.Waiting);
        if (list.HasOverdue || (waiting > 0 && list.Taken < course.Seats))
        {
            var held = await FillAsync(course, cancellationToken);
            (taken, waiting) = (TakenSeats.These(held.Taken.ToHashSet()), waiting - held.Promoted);
        }
        else if (list.Taken != list.HighestTaken)
        {
            // Somebody left a gap.
            taken = TakenSeats.These((await List.AsNoTracking().Where(person => person.CourseId == courseId && person.SeatNumber != null)
                .Select(static person => person.SeatNumber!.Value).ToListAsync(cancellationToken)).ToHashSet());
        }

        return new Standing(new SeatState(course.Seats, taken, waiting, course.WaitlistLimit, list.OfOrganization, course.OrganizationQuota), list.LastQueueNumber);
    }

    /// <summary>
    /// Whether nobody new could come on the list now, without the lock of the course: true only where neither an overdue offer nor a free seat may change it.
    /// </summary>
    /// <param name="personKey">Who is on the list already is not new; that answer needs the lock.</param>
    public async Task<bool> IsFullForAsync(Course course, string personKey, CancellationToken cancellationToken)
    {
        var (now, courseId) = (clock.Now, course.Id);
        var list = await db.Courses.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => row.Id == courseId)
            .Select(row => new
            {
                Taken = List.Count(person => person.CourseId == courseId && person.SeatNumber != null),
                Waiting = List.Count(person => person.CourseId == courseId && person.Status == RegistrationStatus.Waitlisted),
                HasOverdue = List.Any(person => person.CourseId == courseId && person.ConfirmBy < now),
                IsKnown = List.Any(person => person.CourseId == courseId && person.PersonKey == personKey),
            })
            .SingleAsync(cancellationToken);
        return list is { HasOverdue: false, IsKnown: false } && list.Taken >= course.Seats && list.Waiting >= course.WaitlistLimit;
    }

    /// <summary>
    /// Ends offers that nobody confirmed and gives every free seat to the first who waits. What the running act has changed and not saved yet counts.
    /// </summary>
    public async Task<Filled> FillAsync(Course course, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        SeatFilling.LapseOverdue(await List.Where(row => row.CourseId == course.Id && row.ConfirmBy < now).ToListAsync(cancellationToken), now);
        var changed = db.CourseRegistrations.Local.Where(row => row.CourseId == course.Id).ToList();
        var changedIds = changed.ConvertAll(static row => row.Id);
        var held = await List.AsNoTracking().Where(row => row.CourseId == course.Id && row.SeatNumber != null && !changedIds.Contains(row.Id))
            .Select(static row => new HeldSeat(row.SeatNumber!.Value, row.OrganizationKey)).ToListAsync(cancellationToken);
        held.AddRange(changed.Where(static row => row.SeatNumber is not null).Select(static row => new HeldSeat(row.SeatNumber!.Value, row.OrganizationKey)));
        if (!course.FillsSeats || held.Count >= course.Seats)
        {
            return new Filled([.. held.Select(static seat => seat.SeatNumber)], 0);
        }

        var gone = changed.Where(static row => row.Status != RegistrationStatus.Waitlisted).Select(static row => row.Id).ToList();
        var line = List.Where(row => row.CourseId == course.Id && row.Status == RegistrationStatus.Waitlisted && !gone.Contains(row.Id)).OrderBy(static row => row.QueueNumber);
        // Only a quota lets somebody be passed over; without one the beginning of the line is enough.
        var waiting = course.OrganizationQuota is null ? await line.Take(course.Seats - held.Count).ToListAsync(cancellationToken) : await line.ToListAsync(cancellationToken);
        var promoted = SeatFilling.Fill(course, waiting, held, now);
        return new Filled([.. held.Select(static seat => seat.SeatNumber), .. promoted.Select(static row => row.SeatNumber!.Value)], promoted.Count);
    }
}

/// <param name="LastQueueNumber">0 where nobody has ever registered.</param>
internal sealed record Standing(SeatState Seats, int LastQueueNumber);

/// <param name="Taken">Seats that are not free now.</param>
/// <param name="Promoted">How many left the line for a seat.</param>
internal sealed record Filled(IReadOnlyList<int> Taken, int Promoted);
