using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Nscl.Api.Tests.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>A database, and the program as its own process on it.</summary>
public sealed class ApiProcessFixture(DatabaseFixture databases) : IAsyncLifetime
{
    private readonly DirectoryInfo _storage = Directory.CreateTempSubdirectory("nscl-files-");

    public TestDatabase Database { get; private set; } = null!;

    public ApiProcess Api { get; private set; } = null!;

    public ApiClients Clients { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.CreateDatabaseAsync(withPacks: true);
        await StartAsync();
    }

    public async Task StartAsync()
    {
        if (Api is not null)
        {
            await Api.DisposeAsync();
        }

        Api = await ApiProcess.StartAsync(Database, _storage.FullName);
        Clients = new ApiClients(() => Api.CreateClient());
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Database.DisposeAsync();
        _storage.Delete(recursive: true);
    }
}

/// <summary>The program on its own web server: dying between commit and answer (A39, R4), and limits that only the wire shows (A22, S41).</summary>
public sealed class WireTests(ApiProcessFixture fixture) : IClassFixture<ApiProcessFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_between_commit_and_answer_the_program_answers_the_repeated_request_and_has_acted_once()
    {
        var session = await fixture.Clients.BeginSessionAsync("officer");
        var input = EnterpriseCalls.Input();
        var taxCode = (string)input["taxCode"]!;
        var (key, body) = (Guid.CreateVersion7().ToString(), input.ToJsonString());
        using (var officer = fixture.Clients.Of(session))
        {
            officer.DefaultRequestHeaders.Add(ApiProcess.FatalHeader, "now");
            await Should.ThrowAsync<HttpRequestException>(() => officer.PostJsonAsync(EnterpriseCalls.Route, body, idempotencyKey: key));
        }

        await fixture.Api.WaitForExitAsync(Stop);
        (await CountAsync(taxCode)).ShouldBe(1L, "the commit came before the death");
        await fixture.StartAsync();

        using var again = fixture.Clients.Of(session);
        var replayed = await again.PostJsonAsync(EnterpriseCalls.Route, body, idempotencyKey: key);

        replayed.StatusCode.ShouldBe(HttpStatusCode.Created, await replayed.Content.ReadAsStringAsync(Stop));
        replayed.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var stored = await replayed.JsonAsync();
        stored.GetProperty("taxCode").GetString().ShouldBe(taxCode);
        (await again.GetAsync(replayed.Headers.Location, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CountAsync(taxCode)).ShouldBe(1L);
        // Without the key the same request is another request, and the tax code is taken.
        await (await again.PostJsonAsync(EnterpriseCalls.Route, body, idempotencyKey: Guid.CreateVersion7().ToString())).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.taxCodeTaken");
    }

    [Fact]
    public async Task A_JSON_body_beyond_the_limit_is_413_also_when_it_comes_in_pieces()
    {
        using var officer = await fixture.Clients.SignInAsync("officer");
        foreach (var chunked in (bool[])[false, true])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tax-code-validations");
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{\"taxCode\":\"" + new string('1', 1_100_000) + "\"}")) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            request.Headers.TransferEncodingChunked = chunked;

            var answer = await officer.SendAsync(request, Stop);

            await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.tooLarge");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_beyond_the_limit_is_413_also_when_it_comes_in_pieces(bool chunked)
    {
        using var officer = await fixture.Clients.SignInAsync("officer");
        using var file = new ByteArrayContent(new byte[26 * 1024 * 1024]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var form = new MultipartFormDataContent { { new StringContent("D01"), "kind" }, { file, "file", "a.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/enrollments/{Guid.CreateVersion7()}/documents") { Content = form };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await officer.SendAsync(request, Stop);

        await answer.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.tooLarge");
    }

    [Fact]
    public async Task A_long_address_is_414_and_long_headers_are_431()
    {
        using var anonymous = fixture.Clients.Anonymous();

        await (await anonymous.GetAsync("/api/v1/business-clock?x=" + new string('a', 9_000), Stop)).ShouldBeProblemAsync(HttpStatusCode.RequestUriTooLong, "request.addressTooLong");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/business-clock");
        request.Headers.Add("X-Long", new string('a', 40_000));
        await (await anonymous.SendAsync(request, Stop)).ShouldBeProblemAsync(HttpStatusCode.RequestHeaderFieldsTooLarge, "request.headersTooLarge");
    }

    [Fact]
    public async Task Another_type_than_JSON_is_415()
    {
        using var officer = await fixture.Clients.SignInAsync("officer");
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");

        await (await officer.PostAsync("/api/v1/tax-code-validations", text, Stop)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.mediaType");
    }

    [Theory]
    [InlineData("GET /api/v1/problem-codes/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/v1/problem-codes/%FF%FE HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/v1/business-clock HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/v1/business-clock HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/v1/business-clock HTTP/1.1\r\nHost: a\r\nX: a\0b\r\nConnection: close\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    public async Task What_is_hardly_HTTP_is_refused_and_the_program_goes_on(string request)
    {
        var answer = await fixture.Api.SendRawAsync(Encoding.Latin1.GetBytes(request), Stop);

        if (answer.Length > 0)
        {
            answer.ShouldStartWith("HTTP/1.1 4");
        }

        using var anonymous = fixture.Clients.Anonymous();
        (await anonymous.GetAsync("/health/live", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_log_names_nobody()
    {
        using var officer = await fixture.Clients.SignInAsync("officer");
        var input = EnterpriseCalls.Input(static members =>
        {
            members["legalRepresentative"] = "Canary Nguyễn Thị Chim";
            members["phone"] = "0912 345 987";
            members["email"] = "canary@example.vn";
        });
        (await officer.RegisterAsync(input)).StatusCode.ShouldBe(HttpStatusCode.Created);
        // Once more: a refusal with the database's own words behind it.
        (await officer.RegisterAsync(input)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await officer.GetAsync("/api/v1/enterprises?q=Canary", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var anonymous = fixture.Clients.Anonymous();
        (await anonymous.PostJsonAsync(ApiClients.SessionRoute, new { userName = "canary.user", password = "canary password" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var log = fixture.Api.Output;

        log.ShouldContain("Now listening on");
        foreach (var secret in (string[])["anary", "345 987", (string)input["taxCode"]!, (string)input["name"]!, ApiClients.Password, "SaveChangesFailed", "Unhandled"])
        {
            log.ShouldNotContain(secret);
        }
    }

    private Task<object?> CountAsync(string taxCode) => fixture.Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises WHERE tax_code = $1", taxCode);
}
