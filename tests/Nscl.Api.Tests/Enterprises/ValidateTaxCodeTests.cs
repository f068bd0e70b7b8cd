using System.Net;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>A few vectors of domain-reference §5.1 over the wire; the domain's tests have them all.</summary>
public sealed class ValidateTaxCodeTests(ApiFixture fixture) : ApiTests(fixture)
{
    [Theory]
    [InlineData("0100233488", "0100233488", "enterprise", null)]
    [InlineData("0312 68 78 78 - 001", "0312687878-001", "dependentUnit", null)]
    [InlineData("062190000123", "062190000123", "personalId", null)]
    [InlineData("0100233480", "0100233480", "enterprise", "checkDigitMismatch")]
    [InlineData("0100233488-000", "0100233488-000", "dependentUnit", "dependentUnitOutOfRange")]
    [InlineData("12345", "12345", "unknown", "wrongLength")]
    [InlineData("010023348O", "010023348O", "unknown", "invalidCharacter")]
    [InlineData("", "", "unknown", "empty")]
    public async Task Validate_answers_the_form_and_the_fault(string taxCode, string normalized, string kind, string? reason)
    {
        var answer = await AskAsync($$"""{"taxCode":"{{taxCode}}"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var verdict = await JsonOf(answer);
        verdict.GetProperty("normalized").GetString().ShouldBe(normalized);
        verdict.GetProperty("kind").GetString().ShouldBe(kind);
        verdict.GetProperty("valid").GetBoolean().ShouldBe(reason is null);
        verdict.TryGetProperty("reason", out var given).ShouldBe(reason is not null);
        (reason is null ? null : given.GetString()).ShouldBe(reason);
    }

    [Theory]
    [InlineData("""{}""", "/taxCode input.required")]
    [InlineData("""{"taxCode":null}""", "/taxCode input.required")]
    [InlineData("""{"taxCode":100233488}""", "/taxCode input.wrongType")]
    [InlineData("""{"taxCode":"0100233488000000000000000000000"}""", "/taxCode input.tooLong")]
    [InlineData("{\"taxCode\":\"01\\u00000233488\"}", "/taxCode input.nulCharacter")]
    [InlineData("{\"taxCode\":\"\\ud800\"}", "/taxCode input.brokenText")]
    [InlineData("""{"taxCode":"0100233488","strict":true}""", "/strict input.unknownField")]
    [InlineData("""{"taxCode":"1","taxCode":"2"}""", "/taxCode input.duplicateField")]
    [InlineData("""{"taxCode":""", " input.malformedJson")]
    public async Task Validate_when_the_body_is_wrong_says_where(string body, string fault)
    {
        var answer = await AskAsync(body);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);
    }

    private async Task<HttpResponseMessage> AskAsync(string body) =>
        await (await SignInAsync("expert")).PostAsync("/api/v1/tax-code-validations", Json(body), Stop);
}
