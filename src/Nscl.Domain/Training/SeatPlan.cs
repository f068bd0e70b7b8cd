using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>What a decision about one more person needs to know of a course.</summary>
/// <param name="Taken">Seats that somebody has or is offered.</param>
/// <param name="Waiting">People in the line.</param>
/// <param name="WaitlistLimit">Places in the line; null without a limit.</param>
/// <param name="OfOrganization">People of the same organization on the list, those in the line included.</param>
/// <param name="OrganizationQuota">Null without a limit.</param>
public sealed record SeatState(int Seats, TakenSeats Taken, int Waiting, int? WaitlistLimit, int OfOrganization, int? OrganizationQuota);

/// <summary>Somebody in the line.</summary>
public sealed record WaitingPerson(Guid RegistrationId, string OrganizationKey);

/// <summary>A freed seat and who gets it.</summary>
public sealed record SeatPromotion(Guid RegistrationId, int SeatNumber);

/// <summary>
/// Who gets which seat: pure, so that every case can be tried. The caller sees to it that one decision at a time is made for a course and
/// that those who wait were promoted before a newcomer is placed.
/// </summary>
public static class SeatPlan
{
    /// <summary>The smallest free seat, or null for a place at the end of the line.</summary>
    /// <exception cref="RuleViolationException">The organization has its share, or the course and its line are full.</exception>
    public static int? Place(SeatState state)
    {
        RequireShare(state);
        if (state.Taken.SmallestFree(state.Seats) is { } seat)
        {
            return seat;
        }

        return state.Waiting >= state.WaitlistLimit ? throw CourseRegistrationRules.Full(state.Seats, state.WaitlistLimit) : null;
    }

    /// <summary>Refuses whoever's organization has its share on the list.</summary>
    public static void RequireShare(SeatState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.OfOrganization >= state.OrganizationQuota)
        {
            throw CourseRegistrationRules.OrganizationQuotaReached(state.OrganizationQuota.Value);
        }
    }

    /// <summary>One promotion per free seat, in the order of the line. Whoever's organization has its share stays where he is.</summary>
    /// <param name="line">First come first.</param>
    /// <param name="heldByOrganization">Seats of each organization.</param>
    public static IReadOnlyList<SeatPromotion> Promote(
        int seats,
        IReadOnlySet<int> taken,
        IEnumerable<WaitingPerson> line,
        IReadOnlyDictionary<string, int> heldByOrganization,
        int? organizationQuota)
    {
        var promotions = new List<SeatPromotion>();
        var held = new Dictionary<string, int>(heldByOrganization, StringComparer.Ordinal);
        using var free = FreeSeats(seats, taken).GetEnumerator();
        var hasSeat = free.MoveNext();
        foreach (var person in line)
        {
            if (!hasSeat)
            {
                break;
            }

            var ofOrganization = held.GetValueOrDefault(person.OrganizationKey);
            if (ofOrganization >= organizationQuota && person.OrganizationKey.Length > 0)
            {
                continue;
            }

            promotions.Add(new SeatPromotion(person.RegistrationId, free.Current));
            held[person.OrganizationKey] = ofOrganization + 1;
            hasSeat = free.MoveNext();
        }

        return promotions;
    }

    /// <summary>Never more than the course has: a seat whose number is beyond a count that was lowered still counts.</summary>
    private static IEnumerable<int> FreeSeats(int seats, IReadOnlySet<int> taken) =>
        Enumerable.Range(1, seats).Where(number => !taken.Contains(number)).Take(Math.Max(0, seats - taken.Count));
}
