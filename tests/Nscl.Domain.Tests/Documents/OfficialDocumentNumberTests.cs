using System.Text;
using Nscl.Domain.Documents;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Documents;

public sealed class OfficialDocumentNumberTests
{
    [Theory]
    [CsvData("Documents/document-numbers.csv")]
    public void TryParse_follows_the_reference(string text, int number, int? year, string symbol)
    {
        var parsed = OfficialDocumentNumber.TryParse(text).ShouldNotBeNull();

        (parsed.Value, parsed.Number, parsed.Year, parsed.Symbol).ShouldBe((text, number, year, symbol));
    }

    [Theory]
    [InlineData("QĐ-UBND")]
    [InlineData("398-QĐ/UBND")]
    [InlineData("398/qđ-ubnd")]
    [InlineData("398/QĐ UBND")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("123456/QĐ-UBND")]
    [InlineData("398/QĐ-UBND\n399/QĐ-UBND")]
    public void TryParse_when_it_is_no_number_and_symbol_refuses(string? text) => OfficialDocumentNumber.TryParse(text).ShouldBeNull();

    [Fact]
    public void TryParse_tells_an_act_with_its_year_from_one_without() =>
        OfficialDocumentNumber.TryParse("36/2025/QĐ-TTg").ShouldNotBe(OfficialDocumentNumber.TryParse("36/QĐ-TTg"));

    [Fact]
    public void TryParse_when_the_letter_is_Icelandic_or_decomposed_reads_the_Vietnamese_one()
    {
        OfficialDocumentNumber.TryParse("398/Q\u00D0-UBND").ShouldBe(OfficialDocumentNumber.TryParse("398/Q\u0110-UBND"));
        OfficialDocumentNumber.TryParse(" 80/2021/NĐ-CP ".Normalize(NormalizationForm.FormD)).ShouldNotBeNull().Value.ShouldBe("80/2021/NĐ-CP");
    }

    [Theory]
    [InlineData("398/qđ-ubnd", "398/QĐ-UBND")]
    [InlineData("398/q\u00F0-ubnd", "398/QĐ-UBND")]
    [InlineData("1322/QĐ-TTg", "1322/QĐ-TTg")]
    public void Suggest_offers_capitals_where_that_helps(string text, string suggestion) =>
        OfficialDocumentNumber.Suggest(text).ShouldNotBeNull().Value.ShouldBe(suggestion);

    [Theory]
    [InlineData("398-QĐ/UBND")]
    [InlineData(null)]
    public void Suggest_when_capitals_do_not_help_offers_nothing(string? text) => OfficialDocumentNumber.Suggest(text).ShouldBeNull();
}
