using System.Globalization;
using CsCheck;
using Nscl.Domain.Calendar;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Calendar;

public sealed class OfficialDateTests
{
    private static readonly Gen<DateOnly> Dates =
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [CsvData("Calendar/official-dates.csv")]
    public void LongForm_follows_the_reference(DateOnly date, string longForm) => OfficialDate.LongForm(date).ShouldBe(longForm);

    [Theory]
    [InlineData("05/6/2013", "2013-06-05")]
    [InlineData("26/02/2021", "2021-02-26")]
    [InlineData("31/8/2020", "2020-08-31")]
    [InlineData("5/6/2013", "2013-06-05")]
    [InlineData("26-02-2021", "2021-02-26")]
    [InlineData(" ngày 5  tháng 6 năm 2013 ", "2013-06-05")]
    [InlineData("Ngày 05 tháng 06 năm 2013", "2013-06-05")]
    public void TryParse_reads_what_people_write(string text, string date)
    {
        OfficialDate.TryParse(text, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(DateOnly.Parse(date, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30/02/2021")]
    [InlineData("13/13/2021")]
    [InlineData("05/6/13")]
    [InlineData("2013-06-05T00:00")]
    [InlineData("ngày 31 tháng 6 năm 2013")]
    public void TryParse_when_it_is_no_date_refuses(string? text) => OfficialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_reads_back_every_long_form() =>
        Dates.Sample(static date => OfficialDate.TryParse(OfficialDate.LongForm(date), out var parsed) && parsed == date);
}
