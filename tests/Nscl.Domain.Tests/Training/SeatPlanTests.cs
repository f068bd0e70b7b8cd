using Nscl.Domain.Training;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Training;

public sealed class SeatPlanTests
{
    /// <summary>Seats, taken, waiting, limit of the line, of the organization, its quota → a seat, 0 for the line, or a refusal.</summary>
    [Theory]
    [InlineData(3, "", 0, null, 0, null, "1")]
    [InlineData(3, "1", 0, null, 0, null, "2")]
    [InlineData(3, "1,3", 0, null, 0, null, "2")]
    [InlineData(3, "2,3", 0, null, 0, null, "1")]
    [InlineData(3, "1,2,3", 0, null, 0, null, "0")]
    [InlineData(3, "1,2,3", 960, null, 0, null, "0")]
    [InlineData(3, "1,2,3", 4, 5, 0, null, "0")]
    [InlineData(3, "1,2,3", 5, 5, 0, null, "courseRegistration.full")]
    [InlineData(3, "1,2,3", 0, 0, 0, null, "courseRegistration.full")]
    [InlineData(3, "1,2", 0, 0, 0, null, "3")]
    [InlineData(3, "", 0, null, 1, 2, "1")]
    [InlineData(3, "1,2", 0, null, 2, 2, "courseRegistration.organizationQuotaReached")]
    [InlineData(3, "1,2,3", 0, null, 2, 2, "courseRegistration.organizationQuotaReached")]
    [InlineData(3, "1,2,9", 0, null, 0, null, "0")]
    [InlineData(3, "1,9", 0, null, 0, null, "2")]
    public void Place_when_asked_gives_the_smallest_free_seat_the_line_or_a_no(int seats, string taken, int waiting, int? limit, int ofOrganization, int? quota, string expected)
    {
        var state = new SeatState(seats, TakenSeats.These(Numbers(taken)), waiting, limit, ofOrganization, quota);

        if (expected.StartsWith("course", StringComparison.Ordinal))
        {
            Refusal.CodeOf(() => SeatPlan.Place(state)).ShouldBe(expected);
        }
        else
        {
            (SeatPlan.Place(state) ?? 0).ShouldBe(int.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Seats, how many from the first on are taken → a seat, or 0 for the line.</summary>
    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(3, 2, 3)]
    [InlineData(3, 3, 0)]
    [InlineData(3, 4, 0)]
    [InlineData(10_000_000, 9_999_999, 10_000_000)]
    public void Place_when_the_first_so_many_are_taken_gives_the_next(int seats, int taken, int expected) =>
        (SeatPlan.Place(new SeatState(seats, TakenSeats.First(taken), 0, null, 0, null)) ?? 0).ShouldBe(expected);

    [Fact]
    public void Promote_when_nobody_named_an_organization_counts_them_as_no_organization()
    {
        var people = Enumerable.Range(0, 3).Select(static _ => new WaitingPerson(Guid.CreateVersion7(), string.Empty)).ToList();

        SeatPlan.Promote(3, new HashSet<int>(), people, new Dictionary<string, int>(), organizationQuota: 1).Count.ShouldBe(3);
    }

    /// <summary>Seats, taken, the line by organization, what organizations hold, quota → seat numbers by place in the line.</summary>
    [Theory]
    [InlineData(3, "1,2,3", "abc", "", null, "---")]
    [InlineData(3, "1,3", "abc", "", null, "2--")]
    [InlineData(3, "2", "ab", "", null, "13")]
    [InlineData(3, "", "abcd", "", null, "123-")]
    [InlineData(3, "1,2", "aab", "aa", 2, "--3")]
    [InlineData(3, "1", "aab", "a", 2, "2-3")]
    [InlineData(4, "1", "aaab", "", 1, "2--3")]
    [InlineData(3, "1,2,9", "abc", "", null, "---")]
    [InlineData(3, "1", "aa", "aa", 2, "--")]
    public void Promote_when_seats_are_free_takes_the_line_in_its_order(int seats, string taken, string line, string held, int? quota, string expected)
    {
        var people = line.Select(static organization => new WaitingPerson(Guid.CreateVersion7(), organization.ToString())).ToList();

        var promotions = SeatPlan.Promote(seats, Numbers(taken), people, held.CountBy(static organization => organization.ToString()).ToDictionary(), quota);

        string.Concat(people.Select(person => promotions.SingleOrDefault(one => one.RegistrationId == person.RegistrationId)?.SeatNumber.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")).ShouldBe(expected);
    }

    private static HashSet<int> Numbers(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
