using System.Net;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Amounts;

public sealed class SpellAmountTests(ApiFixture fixture) : ApiTests(fixture)
{
    [Theory]
    [InlineData("90000000", "Chín mươi triệu đồng")]
    [InlineData("491300000", "Bốn trăm chín mươi mốt triệu ba trăm nghìn đồng")]
    [InlineData("491300000?profile=south", "Bốn trăm chín mươi mốt triệu ba trăm ngàn đồng")]
    [InlineData("0", "Không đồng")]
    [InlineData("-5", "Âm năm đồng")]
    public async Task Spell_says_the_amount_in_the_asked_profile(string request, string words)
    {
        var answer = await AskAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await JsonOf(answer);
        body.GetProperty("words").GetString().ShouldBe(words);
        body.GetProperty("amount").GetInt64().ShouldBe(long.Parse(request.Split('?')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    [SourceFact("S2.20")]
    public async Task Spell_when_asked_reproduces_the_plan_of_Tay_Ninh() =>
        (await JsonOf(await AskAsync("491300000?profile=tayNinh2019"))).GetProperty("words").GetString()
            .ShouldBe("Bốn trăm chín mươi một triệu ba trăm ngàn đồng");

    [Fact]
    public async Task Spell_takes_amounts_up_to_the_limit_of_the_system() =>
        (await JsonOf(await AskAsync("9000000000000000"))).GetProperty("words").GetString().ShouldBe("Chín triệu tỷ đồng");

    [Theory]
    [InlineData("9999999999999999999999999999999999999999", "?amount input.wrongType")]
    [InlineData("1.5", "?amount input.wrongType")]
    [InlineData("1e400", "?amount input.wrongType")]
    [InlineData("nam", "?amount input.wrongType")]
    [InlineData("5?profile=north", "?profile input.unknownValue")]
    [InlineData("5?profile=1", "?profile input.unknownValue")]
    [InlineData("5?profile=South", "?profile input.unknownValue")]
    [InlineData("5?words=2", "?words input.unknownField")]
    public async Task Spell_when_the_input_is_wrong_says_where(string request, string fault) =>
        (await (await AskAsync(request)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);

    [Theory]
    [InlineData("9000000000000001")]
    [InlineData("-9000000000000001")]
    public async Task Spell_when_the_amount_is_beyond_the_limit_refuses(string amount) =>
        await (await AskAsync(amount)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "amount.outOfRange");

    [Fact]
    public async Task Spell_when_nobody_is_signed_in_is_refused() =>
        (await Anonymous.GetAsync("/api/v1/amounts/5/words", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    private async Task<HttpResponseMessage> AskAsync(string request)
    {
        var at = request.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? query : request.Length;
        return await (await SignInAsync("expert")).GetAsync($"/api/v1/amounts/{request[..at]}/words{request[at..]}", Stop);
    }
}
