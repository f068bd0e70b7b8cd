using System.Text.Json;
using Nscl.Domain.Common;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Common;

public sealed class MoneyJsonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9_000_000_000_000_000)]
    public void Read_when_written_gives_the_same_amount(long dong)
    {
        var json = JsonSerializer.Serialize(new Money(dong));

        json.ShouldBe(dong.ToString(System.Globalization.CultureInfo.InvariantCulture));
        JsonSerializer.Deserialize<Money>(json).ShouldBe(new Money(dong));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("99999999999999999999")]
    public void Read_when_it_is_no_whole_number_refuses(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>(json));

    [Fact]
    public void Read_when_it_is_over_the_limit_refuses_by_rule() =>
        Refusal.CodeOf(() => JsonSerializer.Deserialize<Money>("9000000000000001")).ShouldBe("amount.outOfRange");
}
