using System.Globalization;
using CsCheck;
using Nscl.Domain.Calendar;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Calendar;

public sealed class VietnamTimeTests
{
    private static readonly Gen<DateTimeOffset> Instants = Gen.Long[
            new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
            new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()]
        .Select(DateTimeOffset.FromUnixTimeSeconds);

    [Theory]
    [InlineData("2025-06-30T16:59:59Z", "2025-06-30")]
    [InlineData("2025-06-30T17:00:00Z", "2025-07-01")]
    [InlineData("2025-07-01T00:00:00+07:00", "2025-07-01")]
    [InlineData("2025-06-30T23:59:59-05:00", "2025-07-01")]
    public void DateOf_is_the_date_on_the_wall_in_Viet_Nam(string instant, string date) =>
        VietnamTime.DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
            .ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));

    [Fact]
    public void DateOf_agrees_with_the_time_zone_database()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

        Instants.Sample(instant => VietnamTime.DateOf(instant) == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
    }

    [Fact]
    public void StartOf_is_the_first_instant_of_the_date() =>
        Instants.Select(VietnamTime.DateOf).Sample(static date =>
            VietnamTime.DateOf(VietnamTime.StartOf(date)) == date
            && VietnamTime.DateOf(VietnamTime.StartOf(date).AddTicks(-1)) == date.AddDays(-1));
}
