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
        var now = clock.Now;
        var list = await db.Courses.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => row.Id == course.Id)
            .Select(row => new
            {
                Taken = List.Where(person => person.CourseId == row.Id && person.SeatNumber != null).Select(static person => person.SeatNumber!.Value).ToList(),
                Waiting = List.Count(person => person.CourseId == row.Id && person.Status == RegistrationStatus.Waitlisted),
                LastQueueNumber = List.Where(person => person.CourseId == row.Id).Max(static person => (int?)person.QueueNumber) ?? 0,
                OfOrganization = course.OrganizationQuota == null || organizationKey == string.Empty ? 0
                    : List.Count(person => person.CourseId == row.Id && person.OrganizationKey == organizationKey && person.Id != except && RegistrationActions.Active.Contains(person.Status)),
                HasOverdue = List.Any(person => person.CourseId == row.Id && person.ConfirmBy < now),
            })
            .FirstAsync(cancellationToken);
        var (taken, waiting) = (list.Taken.ToHashSet(), list.Waiting);
        if (list.HasOverdue || (waiting > 0 && taken.Count < course.Seats))
        {
            var held = await FillAsync(course, cancellationToken);
            (taken, waiting) = ([.. held.Taken], waiting - held.Promoted);
        }

        return new Standing(new SeatState(course.Seats, taken, waiting, course.WaitlistLimit, list.OfOrganization, course.OrganizationQuota), list.LastQueueNumber);
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
