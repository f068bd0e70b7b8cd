using System.Net;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

public sealed class SessionTests(ApiFixture fixture) : ApiTests(fixture)
{
    private const string Route = ApiClients.SessionRoute;

    [Fact]
    public async Task Session_says_who_is_signed_in_and_what_that_opens()
    {
        using var officer = await SignInAsync("officer");

        var session = await officer.GetJsonAsync(Route);

        session.GetProperty("permissions").EnumerateArray().Select(static item => item.GetString()).ShouldContain("enrollments.check");
        session.GetProperty("antiforgeryToken").GetString().ShouldNotBeNullOrEmpty();
        session.GetProperty("secondFactorRequired").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Session_of_nobody_is_an_answer_and_no_error()
    {
        var answer = await Anonymous.GetAsync(Route, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"user\":null");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Sign_out_ends_the_session_on_the_server()
    {
        var session = await Fixture.Clients.BeginSessionAsync("officer2");
        using var client = Fixture.Clients.Of(session);
        (await client.GetJsonAsync(Route)).GetProperty("user").GetProperty("userName").GetString().ShouldBe("officer2");

        var signedOut = await client.DeleteAsync(Route, Stop);

        signedOut.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        signedOut.Headers.GetValues("Set-Cookie").Single().ShouldContain("expires=Thu, 01 Jan 1970");
        // The old cookie, sent again, is worthless.
        (await client.GetStringAsync(Route, Stop)).ShouldContain("\"user\":null");
        await (await client.GetAsync("/api/v1/audit-entries", Stop)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
    }

    [Fact]
    public async Task Signing_in_again_begins_a_new_session_and_ends_the_old_one()
    {
        var first = await Fixture.Clients.BeginSessionAsync("clerk");
        using var again = Fixture.Clients.Anonymous();
        again.DefaultRequestHeaders.Add("Cookie", first.Cookie);

        var answer = await again.PostJsonAsync(Route, new { userName = "clerk", password = ApiClients.Password });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldNotStartWith(first.Cookie);
        using var old = Fixture.Clients.Of(first);
        (await old.GetStringAsync(Route, Stop)).ShouldContain("\"user\":null");
    }

    [Fact]
    public async Task Cookie_in_Development_is_closed_to_scripts_and_other_sites()
    {
        var answer = await Anonymous.PostJsonAsync(Route, new { userName = "head", password = ApiClients.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("nscl=");
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldContain("; samesite=lax", Case.Insensitive);
        cookie.ShouldContain("; path=/", Case.Insensitive);
        cookie.ShouldNotContain("; secure", Case.Insensitive);
        cookie.ShouldNotContain("; domain", Case.Insensitive);
    }

    [Fact]
    public async Task Cookie_in_Production_is_bound_to_the_host_and_to_https()
    {
        await using var production = new ApiFactory(Database) { Environment = "Production" };
        using var client = production.CreateClient(new() { BaseAddress = new Uri("https://localhost"), HandleCookies = false });

        var answer = await client.PostJsonAsync(Route, new { userName = "head", password = ApiClients.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-nscl=");
        cookie.ShouldContain("; secure", Case.Insensitive);
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldContain("; path=/", Case.Insensitive);
        cookie.ShouldNotContain("; domain", Case.Insensitive);
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=");
    }

    [Fact]
    public async Task A_forged_cookie_is_nobody()
    {
        var (cookie, token) = await Fixture.Clients.SessionOfAsync("officer");
        using var client = Fixture.Clients.Of(new BrowserSession(cookie[..^3] + (cookie[^3] == 'A' ? 'B' : 'A') + cookie[^2..], token));

        (await client.GetStringAsync(Route, Stop)).ShouldContain("\"user\":null");
    }

    [Fact]
    public async Task Sign_in_from_a_foreign_page_is_refused()
    {
        foreach (var (header, value) in ((string, string)[])[
            ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "http://localhost.evil.example"), ("Origin", "http://localhost:81"),
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site")])
        {
            using var client = Fixture.Clients.Anonymous();
            client.DefaultRequestHeaders.Add(header, value);

            var answer = await client.PostJsonAsync(Route, new { userName = "leader", password = ApiClients.Password });

            await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.foreignOrigin");
        }
    }

    [Fact]
    public async Task Sign_in_from_the_own_page_is_taken()
    {
        using var client = Fixture.Clients.Anonymous();
        client.DefaultRequestHeaders.Add("Origin", "http://localhost");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        (await client.PostJsonAsync(Route, new { userName = "leader", password = ApiClients.Password })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unsafe_request_needs_the_antiforgery_token_of_its_own_session()
    {
        var mine = await Fixture.Clients.SessionOfAsync("finance");
        var foreign = await Fixture.Clients.SessionOfAsync("accountant");
        foreach (var token in (string?[])[null, "", "x", foreign.AntiforgeryToken, mine.Cookie.Split('=')[1]])
        {
            using var client = Fixture.Clients.Anonymous();
            client.DefaultRequestHeaders.Add("Cookie", mine.Cookie);
            if (token is not null)
            {
                client.DefaultRequestHeaders.TryAddWithoutValidation("X-CSRF-Token", token);
            }

            await (await client.DeleteAsync(Route, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.antiforgery");
        }

        using var still = Fixture.Clients.Of(mine);
        (await still.GetJsonAsync(Route)).GetProperty("user").GetProperty("userName").GetString().ShouldBe("finance");
    }

    [Fact]
    public async Task Names_and_passwords_beyond_use_are_named_as_faults()
    {
        var answer = await Anonymous.PostJsonAsync(Route, new { userName = new string('a', 257), password = new string('b', 1001) });

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/userName input.tooLong", "/password input.tooLong"]);
    }

    [Fact]
    public async Task Sign_in_and_refused_sign_in_leave_a_trace()
    {
        await Anonymous.PostJsonAsync(Route, new { userName = "provider", password = "not the password" });
        await Anonymous.PostJsonAsync(Route, new { userName = "provider", password = ApiClients.Password });

        (await Database.ScalarAsAdminAsync("SELECT string_agg(action, ',' ORDER BY id) FROM audit_entries WHERE actor_name = $1", await NameOfAsync("provider")))
            .ShouldBe("SignInRefused,SignIn");
    }

    private async Task<string> NameOfAsync(string userName) => (string)(await Database.ScalarAsAdminAsync("SELECT full_name FROM users WHERE user_name = $1", userName))!;
}
