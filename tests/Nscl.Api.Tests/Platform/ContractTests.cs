using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Nscl.Api.Tests.Enrollments;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>What a caller from outside meets who knows nothing but the document.</summary>
public sealed class ContractTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    private static readonly object Line = Dossier.Line("P50-CERT", "iso22000", 99_000_000, 45_000_000);

    [Fact]
    public async Task Location_of_something_created_gives_what_the_creation_answered()
    {
        var officer = await SignInAsync("officer");
        var created = await officer.PostJsonAsync("/api/v1/enrollments", new { programCode = "KT2021", enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), supportLines = new[] { Line } });

        var read = await officer.GetAsync(created.Headers.Location, Stop);

        (await read.Content.ReadAsStringAsync(Stop)).ShouldBe(await created.Content.ReadAsStringAsync(Stop));
        read.ETagOf().ShouldBe(created.ETagOf());
    }

    [Theory]
    [InlineData("publish-decision", """{"decisionNumber":"15/QĐ-SKHCN"}""", "/decisionNumber", "input.unknownField")]
    [InlineData("accept", "[]", "", "input.wrongType")]
    [InlineData("propose-approval", "{", "", "input.malformedJson")]
    public async Task Act_without_a_body_when_one_is_sent_takes_an_empty_object_only(string act, string body, string pointer, string code)
    {
        var officer = await SignInAsync("director");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/enrollments/{Guid.CreateVersion7()}/{act}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        var caller = act == "publish-decision" ? officer : await SignInAsync("officer");

        var problem = await (await caller.SendAsync(request, Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        problem.GetProperty("errors").EnumerateArray().Select(static error => (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString())).ShouldBe([(pointer, code)]);
        using var empty = new HttpRequestMessage(HttpMethod.Post, request.RequestUri) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        empty.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await (await caller.SendAsync(empty, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");
    }

    [Fact]
    public async Task Document_when_downloaded_is_taken_by_its_type_and_by_ranges()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), Line);
        var address = (await dossier.AttachAsync(officer, "D01")).Headers.Location!;

        (await GetAsync("application/pdf", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await GetAsync("text/html", null)).ShouldBeProblemAsync(HttpStatusCode.NotAcceptable, "request.notAcceptable");
        (await GetAsync("*/*", new RangeHeaderValue(0, 3))).StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        var beyond = await GetAsync("*/*", new RangeHeaderValue(1_000_000, null));
        beyond.Content.Headers.ContentRange!.Length.ShouldNotBeNull();
        await beyond.ShouldBeProblemAsync(HttpStatusCode.RequestedRangeNotSatisfiable, "request.rangeNotSatisfiable");

        async Task<HttpResponseMessage> GetAsync(string accept, RangeHeaderValue? range)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd(accept);
            request.Headers.Range = range;
            return await officer.SendAsync(request, Stop);
        }
    }

    [Theory]
    [InlineData("/api/v1/enterprise-size-classifications", """{"field":"tradeServices","insuredEmployees":-1,"asOf":"2022-10-03"}""", "/insuredEmployees", "input.tooSmall")]
    [InlineData("/api/v1/enterprise-size-classifications", """{"field":"tradeServices","insuredEmployees":1000000000000,"annualRevenue":1,"asOf":"2022-10-03"}""", "/insuredEmployees", "input.outOfRange")]
    [InlineData("/api/v1/subsidy-calculations", """{"programCode":"KT2021","asOf":"2022-10-03","lines":[{"itemCode":"P50-CERT","unitKey":" ","eligibleCost":1}]}""", "/lines/0/unitKey", "input.required")]
    public async Task Fault_of_a_field_is_told_in_words_of_the_contract(string address, string body, string pointer, string code)
    {
        var officer = await SignInAsync("officer");

        var problem = await (await officer.PostJsonAsync(address, body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        var error = problem.GetProperty("errors").EnumerateArray().First();
        (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()).ShouldBe((pointer, code));
        // Names of our own classes, in quotes, are what the validators would write by themselves.
        error.GetProperty("detail").GetString()!.ShouldNotContain("'");
    }

    [Theory]
    [InlineData("/api/v1/amounts/9000000000000001/words")]
    [InlineData("/api/v1/amounts/-9000000000000001/words")]
    public async Task Title_of_a_problem_has_its_places_filled(string address)
    {
        var officer = await SignInAsync("officer");

        var problem = await (await officer.GetAsync(address, Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "amount.outOfRange");

        problem.GetProperty("title").GetString()!.ShouldContain("9000000000000000");
    }

    [Fact]
    public async Task Document_names_every_answer_that_a_reader_meets()
    {
        using var anonymous = Fixture.Clients.Anonymous();
        var paths = (await anonymous.GetJsonAsync("/swagger/v1/swagger.json")).GetProperty("paths");

        Answers("/api/v1/enrollments/{enrollmentId}", "get").ShouldContain("304");
        Answers("/api/v1/enterprises/{enterpriseId}", "get").ShouldContain("304");
        Answers("/api/v1/programs", "get").ShouldContain("406");
        Answers("/api/v1/enrollments/{enrollmentId}/accept", "post").ShouldContain("415");
        Answers("/api/v1/enrollments/{enrollmentId}/documents/{documentId}/content", "get").ToHashSet(StringComparer.Ordinal).IsSupersetOf(["200", "206", "406", "416"]).ShouldBeTrue();

        IEnumerable<string> Answers(string path, string method) => paths.GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().Select(static response => response.Name);
    }
}
