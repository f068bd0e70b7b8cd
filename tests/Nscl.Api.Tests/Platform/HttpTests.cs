using System.Net;
using System.Text.RegularExpressions;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>What holds for every answer, whatever was asked.</summary>
public sealed partial class HttpTests(ApiFixture fixture) : ApiTests(fixture)
{
    private const string List = "/api/v1/audit-entries";

    [Theory]
    [InlineData("/api/v1/business-clock", 200)]
    [InlineData("/api/v1/nowhere", 404)]
    [InlineData(List, 401)]
    [InlineData("/api/v1/business-clock?unknown=1", 400)]
    [InlineData("/health/live", 200)]
    public async Task Security_headers_are_on_every_answer(string address, int status)
    {
        var answer = await Anonymous.GetAsync(address, Stop);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Security_headers_survive_a_failure_inside_a_handler()
    {
        using var auditor = await SignInAsync("auditor");

        var answer = await auditor.GetAsync(List + "?limit=0", Stop);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["?limit input.outOfRange"]);
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.Contains("RateLimit").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/v1/business-clock")]
    [InlineData("/api/v1/nowhere")]
    [InlineData(List)]
    [InlineData("/api/v1/business-clock?unknown=1")]
    public async Task Rate_limit_is_told_on_every_answer(string address)
    {
        var answer = await Anonymous.GetAsync(address, Stop);

        answer.Headers.GetValues("RateLimit-Policy").Single().ShouldBe("\"requests\";q=6000;w=60");
        RateLimitField().IsMatch(answer.Headers.GetValues("RateLimit").Single()).ShouldBeTrue();
    }

    [Fact]
    public async Task Too_many_requests_of_one_caller_wait_and_another_caller_goes_on()
    {
        await using var narrow = new ApiFactory(Database) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Nscl:RequestsPerMinute"] = "5" } };
        var clients = new ApiClients(narrow);
        using var auditor = await clients.SignInAsync("auditor");
        HttpResponseMessage? refused = null;
        for (var request = 0; request < 11 && refused is null; request++)
        {
            var answer = await auditor.GetAsync(List, Stop);
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        refused.ShouldNotBeNull();
        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "request.tooMany");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Headers.GetValues("RateLimit").Single().ShouldStartWith("\"requests\";r=0;t=");
        using var integration = await clients.IntegrationAsync("audit.read");
        (await integration.GetAsync(List, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/business-clock", 200)]
    [InlineData("/api/v1/nowhere", 404)]
    [InlineData(List, 401)]
    public async Task Head_answers_like_get_without_a_body(string address, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        var answer = await Anonymous.SendAsync(request, Stop);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task A_method_that_is_not_there_is_405_with_those_that_are(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/business-clock");

        var answer = await Anonymous.SendAsync(request, Stop);

        await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "request.methodNotAllowed");
        answer.Content.Headers.Allow.ShouldBe(["GET"]);
    }

    [Theory]
    [InlineData("text/html", false)]
    [InlineData("application/xml, text/*;q=0.5", false)]
    [InlineData("application/json;q=0", false)]
    [InlineData("application/json", true)]
    [InlineData("application/*", true)]
    [InlineData("text/html, */*;q=0.1", true)]
    [InlineData("not a media type", true)]
    public async Task Accept_is_honoured(string accept, bool taken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/business-clock");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        var answer = await Anonymous.SendAsync(request, Stop);

        if (taken)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        else
        {
            await answer.ShouldBeProblemAsync(HttpStatusCode.NotAcceptable, "request.notAcceptable");
        }
    }

    [Theory]
    [InlineData("?nosuch=1", "?nosuch input.unknownField")]
    [InlineData("?sender=1", "?sender input.unknownField")]
    [InlineData("?LIMIT=1", "?LIMIT input.unknownField")]
    [InlineData("?limit=1&limit=2", "?limit input.wrongType")]
    [InlineData("?limit=ten", "?limit input.wrongType")]
    [InlineData("?limit=101", "?limit input.outOfRange")]
    [InlineData("?limit=-1", "?limit input.outOfRange")]
    [InlineData("?sort=nosuch", "?sort input.unknownSort")]
    [InlineData("?cursor=AAAA", "?cursor input.cursor")]
    [InlineData("?entityId=5", "?entityId input.wrongType")]
    [InlineData("?from=2022-13-01", "?from input.wrongType")]
    [InlineData("?from=0001-01-01", "?from input.outOfRange")]
    [InlineData("?from=2022-02-02&to=2022-02-01", "?to input.tooSmall")]
    [InlineData("?action=%00", "?action input.nulCharacter")]
    public async Task A_wrong_query_parameter_is_named(string query, string fault)
    {
        using var auditor = await SignInAsync("auditor");

        var answer = await auditor.GetAsync(List + query, Stop);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);
    }

    [Fact]
    public async Task A_problem_leads_to_its_own_page_of_the_catalogue()
    {
        var problem = await (await Anonymous.GetAsync("/api/v1/nowhere", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "request.notFound");

        var type = new Uri(problem.GetProperty("type").GetString()!, UriKind.Absolute);
        var page = await Anonymous.GetJsonAsync(type.PathAndQuery);
        page.GetProperty("code").GetString().ShouldBe("request.notFound");
        problem.GetProperty("status").GetInt32().ShouldBe(404);
        problem.GetProperty("instance").GetString().ShouldBe("/api/v1/nowhere");
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Trace_of_the_caller_is_taken_up()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nowhere");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var problem = await (await Anonymous.SendAsync(request, Stop)).JsonAsync();

        problem.GetProperty("traceId").GetString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Fact]
    public async Task Public_reference_data_may_be_kept_and_nothing_else()
    {
        (await Anonymous.GetAsync("/api/v1/problem-codes", Stop)).Headers.CacheControl!.Public.ShouldBeTrue();
        using var auditor = await SignInAsync("auditor");
        (await auditor.GetAsync(List, Stop)).Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await auditor.GetAsync("/api/v1/business-clock", Stop)).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Forged_host_does_not_reach_a_configured_address()
    {
        await using var configured = new ApiFactory(Database) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Nscl:PublicUrl"] = "https://nscl.example.vn/" } };
        using var client = new ApiClients(configured).Anonymous();
        client.DefaultRequestHeaders.Host = "evil.example";

        var problem = await (await client.GetAsync("/api/v1/nowhere", Stop)).JsonAsync();

        problem.GetProperty("type").GetString().ShouldBe("https://nscl.example.vn/api/v1/problem-codes/request.notFound");
    }

    [GeneratedRegex("""^"requests";r=\d{1,4};t=\d{1,2}$""", RegexOptions.NonBacktracking)]
    private static partial Regex RateLimitField();
}
