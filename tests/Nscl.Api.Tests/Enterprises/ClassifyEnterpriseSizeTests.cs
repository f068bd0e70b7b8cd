using System.Net;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>A few vectors of domain-reference §2.2 over the wire; the domain's tests have them all.</summary>
public sealed class ClassifyEnterpriseSizeTests(ApiFixture fixture) : ApiTests(fixture)
{
    private const string Industry = "agricultureIndustryConstruction";
    private const string Trade = "tradeServices";

    [Theory]
    [InlineData(Industry, 10, 3_000_000_000, 3_000_000_000, "micro")]
    [InlineData(Industry, 90, 60_000_000_000, 25_000_000_000, "medium")]
    [InlineData(Trade, 50, 100_000_000_000, 51_000_000_000, "small")]
    [InlineData(Trade, 60, 301_000_000_000, 101_000_000_000, "notSme")]
    public async Task Classify_answers_the_class_of_the_scale_in_force(string field, int employees, long revenue, long capital, string sizeClass)
    {
        var answer = await AskAsync($$"""{"field":"{{field}}","insuredEmployees":{{employees}},"annualRevenue":{{revenue}},"totalCapital":{{capital}},"asOf":"2022-10-03"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var size = await JsonOf(answer);
        size.GetProperty("sizeClass").GetString().ShouldBe(sizeClass);
        size.GetProperty("legalBasis").GetString().ShouldBe("80/2021/NĐ-CP, Điều 5");
    }

    [Fact]
    public async Task Classify_shows_every_comparison_it_made()
    {
        var size = await JsonOf(await AskAsync($$"""{"field":"{{Industry}}","insuredEmployees":8,"annualRevenue":5000000000,"totalCapital":2000000000,"asOf":"2022-10-03"}"""));

        size.GetProperty("legs").EnumerateArray().Select(static leg =>
                $"{leg.GetProperty("classTested")} {leg.GetProperty("criterion")} {leg.GetProperty("value")}/{leg.GetProperty("limit")} {leg.GetProperty("met").GetBoolean()}")
            .ShouldBe(["micro employees 8/10 True", "micro revenue 5000000000/3000000000 False", "micro capital 2000000000/3000000000 True"]);
    }

    [Fact]
    public async Task Classify_when_there_is_no_revenue_yet_goes_by_capital() =>
        (await JsonOf(await AskAsync($$"""{"field":"{{Industry}}","insuredEmployees":5,"annualRevenue":null,"totalCapital":30000000000,"asOf":"2022-10-03"}""")))
            .GetProperty("sizeClass").GetString().ShouldBe("medium");

    [Fact]
    public async Task Classify_when_the_scale_of_the_date_is_not_stored_refuses()
    {
        var answer = await AskAsync($$"""{"field":"{{Trade}}","insuredEmployees":5,"totalCapital":1,"asOf":"2021-10-14"}""");

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterpriseSize.scaleNotStored");
        problem.GetProperty("args").GetProperty("earliest").GetString().ShouldBe("2021-10-15");
    }

    [Theory]
    [InlineData("""{"field":"mining","insuredEmployees":-1.5,"totalCapital":"5","asOf":"03/10/2022"}""", "/field input.unknownValue", "/insuredEmployees input.wrongType", "/totalCapital input.wrongType", "/asOf input.wrongType")]
    [InlineData("""{"field":"tradeServices","annualRevenue":1}""", "/insuredEmployees input.required", "/asOf input.required")]
    [InlineData("""{"field":"tradeServices","insuredEmployees":null,"annualRevenue":1,"asOf":"2022-10-03"}""", "/insuredEmployees input.required")]
    [InlineData("""{"field":"tradeServices","insuredEmployees":5,"asOf":"2022-10-03"}""", "/annualRevenue enterpriseSize.revenueOrCapitalRequired")]
    [InlineData("""{"field":"tradeServices","insuredEmployees":-1,"annualRevenue":-1,"totalCapital":-1,"asOf":"2022-10-03"}""", "/insuredEmployees input.tooSmall", "/annualRevenue input.tooSmall", "/totalCapital input.tooSmall")]
    [InlineData("""{"field":"tradeServices","insuredEmployees":5,"annualRevenue":9000000000000001,"asOf":"2022-10-03"}""", "/annualRevenue amount.outOfRange")]
    [InlineData("""{"field":0,"insuredEmployees":99999999999,"annualRevenue":1e400,"asOf":"2022-10-03"}""", "/field input.wrongType", "/insuredEmployees input.outOfRange", "/annualRevenue input.wrongType")]
    [InlineData("""[]""", " input.wrongType")]
    public async Task Classify_when_the_body_is_wrong_names_every_fault(string body, params string[] faults)
    {
        var answer = await AskAsync(body);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(faults, ignoreOrder: true);
    }

    private async Task<HttpResponseMessage> AskAsync(string body) =>
        await (await SignInAsync("expert")).PostAsync("/api/v1/enterprise-size-classifications", Json(body), Stop);
}
