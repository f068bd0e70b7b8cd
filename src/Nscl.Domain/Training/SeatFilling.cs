namespace Nscl.Domain.Training;

/// <summary>A seat that somebody has or is offered.</summary>
public sealed record HeldSeat(int SeatNumber, string OrganizationKey);

/// <summary>Gives seats that became free to those who wait: what follows from every act on a course's list.</summary>
public static class SeatFilling
{
    /// <summary>Ends offers that nobody confirmed in time, which frees their seats.</summary>
    public static void LapseOverdue(IEnumerable<CourseRegistration> offered, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(offered);
        foreach (var registration in offered.Where(registration => registration.Status == RegistrationStatus.Offered && registration.ConfirmBy < now))
        {
            registration.Lapse(now);
        }
    }

    /// <param name="line">Everybody in the line, or its beginning.</param>
    /// <param name="held">Seats that are not free.</param>
    /// <returns>Those who got a seat.</returns>
    public static IReadOnlyList<CourseRegistration> Fill(Course course, IEnumerable<CourseRegistration> line, IReadOnlyList<HeldSeat> held, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (!course.FillsSeats)
        {
            return [];
        }

        var waiting = line.Where(static registration => registration.Status == RegistrationStatus.Waitlisted)
            .OrderBy(static registration => registration.QueueNumber).ToList();
        var promotions = SeatPlan.Promote(
            course.Seats,
            held.Select(static seat => seat.SeatNumber).ToHashSet(),
            waiting.Select(static registration => new WaitingPerson(registration.Id, registration.OrganizationKey)),
            held.CountBy(static seat => seat.OrganizationKey).ToDictionary(StringComparer.Ordinal),
            course.OrganizationQuota);
        var byId = waiting.ToDictionary(static registration => registration.Id);
        foreach (var promotion in promotions)
        {
            byId[promotion.RegistrationId].Promote(promotion.SeatNumber, course.ConfirmationHours, now);
        }

        return [.. promotions.Select(promotion => byId[promotion.RegistrationId])];
    }
}
