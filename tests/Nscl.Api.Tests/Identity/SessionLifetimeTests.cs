using System.Net;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

/// <summary>What time does to sessions, accounts and tokens. The tests of this class share one clock that only runs forward.</summary>
public sealed class SessionLifetimeTests(ClockedApiFixture fixture) : ApiTests<ClockedApiFixture>(fixture)
{
    private const string Route = ApiClients.SessionRoute;

    [Fact]
    public async Task Session_ends_after_thirty_idle_minutes()
    {
        using var client = Fixture.Clients.Of(await Fixture.Clients.BeginSessionAsync("officer"));
        Fixture.Clock.Advance(TimeSpan.FromMinutes(29));
        (await UserOfAsync(client)).ShouldBe("officer");
        // The use above was kept: another 29 minutes are fine.
        Fixture.Clock.Advance(TimeSpan.FromMinutes(29));
        (await UserOfAsync(client)).ShouldBe("officer");

        Fixture.Clock.Advance(TimeSpan.FromMinutes(31));

        (await UserOfAsync(client)).ShouldBeNull();
    }

    [Fact]
    public async Task Session_ends_after_ten_hours_however_busy()
    {
        using var client = Fixture.Clients.Of(await Fixture.Clients.BeginSessionAsync("officer"));
        for (var minutes = 0; minutes < 600; minutes += 25)
        {
            (await UserOfAsync(client)).ShouldBe("officer");
            Fixture.Clock.Advance(TimeSpan.FromMinutes(25));
        }

        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        (await UserOfAsync(client)).ShouldBeNull();
    }

    [Fact]
    public async Task Role_and_account_changes_work_within_a_second()
    {
        using var client = Fixture.Clients.Of(await Fixture.Clients.BeginSessionAsync("auditor"));
        (await client.GetAsync("/api/v1/audit-entries", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Database.ExecuteAsAdminAsync("UPDATE user_roles SET role_id = (SELECT id FROM roles WHERE name = 'expert') WHERE user_id = (SELECT id FROM users WHERE user_name = 'auditor')");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await client.GetAsync("/api/v1/audit-entries", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");

        await Database.ExecuteAsAdminAsync("UPDATE users SET is_disabled = true WHERE user_name = 'auditor'");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await client.GetAsync("/api/v1/audit-entries", Stop)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
        await (await Anonymous.PostJsonAsync(Route, new { userName = "auditor", password = ApiClients.Password })).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.wrongCredentials");
    }

    [Theory]
    [InlineData("chief.accountant")]
    [InlineData("nobody.at.all")]
    public async Task Five_wrong_passwords_make_an_account_wait_ten_minutes_and_no_longer(string userName)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await (await GuessAsync(userName, "wrong")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.wrongCredentials");
        }

        // The right password does not help while the account waits, nor does it tell that it is right.
        var waiting = await (await GuessAsync(userName, ApiClients.Password)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.lockedOut");
        waiting.GetProperty("args").GetProperty("minutes").GetInt32().ShouldBe(10);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(9));
        await (await GuessAsync(userName, ApiClients.Password)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.lockedOut");

        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        if (userName == "nobody.at.all")
        {
            await (await GuessAsync(userName, ApiClients.Password)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.wrongCredentials");
        }
        else
        {
            (await GuessAsync(userName, ApiClients.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Guesses_sent_at_once_all_count()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GuessAsync("council.chair", "wrong")));

        var codes = new List<string?>();
        foreach (var answer in answers)
        {
            codes.Add((await answer.JsonAsync()).GetProperty("code").GetString());
        }

        codes.Count(static code => code == "identity.wrongCredentials").ShouldBe(5);
        codes.Count(static code => code == "identity.lockedOut").ShouldBe(5);
    }

    [Fact]
    public async Task A_sign_in_that_works_forgets_the_wrong_ones_before()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 1; attempt <= 4; attempt++)
            {
                await (await GuessAsync("expert", "wrong")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.wrongCredentials");
            }

            (await GuessAsync("expert", ApiClients.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_eleventh_sign_in_of_a_minute_has_to_wait()
    {
        // From the start of a minute on, so that all fall into one.
        Fixture.Clock.Advance(TimeSpan.FromSeconds(60 - (Fixture.Clock.GetUtcNow().Second % 60)));
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            (await GuessAsync("director", ApiClients.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await GuessAsync("director", ApiClients.Password);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "request.tooMany");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Headers.GetValues("RateLimit").Single().ShouldStartWith("\"signIn\";r=0;t=");
        (await GuessAsync("officer2", ApiClients.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        (await GuessAsync("director", ApiClients.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_ends_after_fifteen_minutes()
    {
        using var integration = await Fixture.Clients.IntegrationAsync("audit.read");
        Fixture.Clock.Advance(TimeSpan.FromMinutes(14));
        (await integration.GetAsync("/api/v1/audit-entries", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        Fixture.Clock.Advance(TimeSpan.FromMinutes(2));

        var ended = await integration.GetAsync("/api/v1/audit-entries", Stop);
        await ended.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
        ended.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    private Task<HttpResponseMessage> GuessAsync(string userName, string password) => Anonymous.PostJsonAsync(Route, new { userName, password });

    private static async Task<string?> UserOfAsync(HttpClient client)
    {
        var user = (await client.GetJsonAsync(Route)).GetProperty("user");
        return user.ValueKind == System.Text.Json.JsonValueKind.Null ? null : user.GetProperty("userName").GetString();
    }
}
