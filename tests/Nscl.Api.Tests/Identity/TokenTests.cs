using System.Net;
using System.Text;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

/// <summary>OAuth2 client credentials (A60, A61, S22).</summary>
public sealed class TokenTests(ApiFixture fixture) : ApiTests(fixture)
{
    private const string Protected = "/api/v1/audit-entries";

    [Fact]
    public async Task Token_lives_fifteen_minutes_and_is_a_bearer_token()
    {
        var answer = await AskAsync(("scope", "audit.read"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = await answer.JsonAsync();
        token.GetProperty("token_type").GetString().ShouldBe("Bearer");
        token.GetProperty("expires_in").GetInt32().ShouldBeInRange(890, 900);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Token_opens_what_its_scopes_say_and_no_more()
    {
        using var reader = await Fixture.Clients.IntegrationAsync("audit.read");
        (await reader.GetAsync(Protected, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var narrow = await Fixture.Clients.IntegrationAsync("enterprises.read");
        var refused = await narrow.GetAsync(Protected, Stop);

        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        problem.GetProperty("args").GetProperty("permission").GetString().ShouldBe("audit.read");
        problem.GetProperty("detail").GetString()!.ShouldContain("audit.read");
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer error=\"insufficient_scope\", scope=\"audit.read\"");
    }

    [Fact]
    public async Task Without_a_scope_the_client_gets_all_that_it_may_have()
    {
        using var client = await Fixture.Clients.IntegrationAsync();

        (await client.GetAsync(Protected, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await client.PostJsonAsync("/api/v1/audit-verifications")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Theory]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "nobody", "invalid_client")]
    [InlineData("scope", "enrollments.approve", "invalid_request")]
    [InlineData("scope", "no.such.scope", "invalid_scope")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task Token_is_refused(string field, string value, string error)
    {
        var answer = await AskAsync((field, value));

        ((int)answer.StatusCode).ShouldBeOneOf(400, 401);
        (await answer.JsonAsync()).GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task A_bearer_needs_no_antiforgery_token()
    {
        using var client = await Fixture.Clients.IntegrationAsync();

        (await client.DeleteAsync(ApiClients.SessionRoute, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Every_changed_or_foreign_token_is_refused()
    {
        using var good = await Fixture.Clients.IntegrationAsync("audit.read");
        var token = good.DefaultRequestHeaders.Authorization!.Parameter!;
        (await good.GetAsync(Protected, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = (await Fixture.Clients.SessionOfAsync("auditor")).Cookie.Split('=')[1];
        var flipped = token.ToCharArray();
        flipped[flipped.Length / 2] = flipped[flipped.Length / 2] == 'A' ? 'B' : 'A';
        var claims = """{"sub":"demo-integration","province":"konTum","scope":"audit.read","aud":"nscl-api","exp":4102444800}""";
        string[] mutants =
        [
            token[..^1], token[1..], token[..(token.Length / 2)], token + "A", new string(flipped), token.ToUpperInvariant(), "", " ", "null", ".", "..", "a.b.c",
            Jwt("""{"alg":"none","typ":"at+jwt"}""", claims) + ".",
            Jwt("""{"alg":"none","typ":"JWT"}""", claims) + ".AAAA",
            Jwt("""{"alg":"HS256","typ":"at+jwt"}""", claims) + "." + Base64("forged"),
            Jwt("""{"alg":"HS256","typ":"at+jwt","kid":"../../etc/passwd"}""", claims) + "." + Base64("forged"),
            Jwt("""{"alg":"RS256","typ":"at+jwt","jku":"https://evil.example/keys"}""", claims) + "." + Base64("forged"),
            Jwt("""{"alg":"RS256","typ":"at+jwt","x5u":"https://evil.example/cert"}""", claims) + "." + Base64("forged"),
            Jwt("""{"alg":"RS256","typ":"at+jwt","jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}""", claims) + "." + Base64("forged"),
            cookie,
        ];
        mutants.ShouldBeUnique();
        foreach (var mutant in mutants)
        {
            using var client = Fixture.Clients.Anonymous();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + mutant);

            var answer = await client.GetAsync(Protected, Stop);

            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, mutant);
            answer.Headers.WwwAuthenticate.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_bearer_beside_a_session_counts_alone()
    {
        using var client = Fixture.Clients.Of(await Fixture.Clients.SessionOfAsync("auditor"));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer broken");

        (await client.GetAsync(Protected, Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_credentials_the_answer_names_the_way_in()
    {
        var answer = await Anonymous.GetAsync(Protected, Stop);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
        answer.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer");
    }

    private async Task<HttpResponseMessage> AskAsync(params (string Field, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ApiClients.ClientId,
            ["client_secret"] = ApiClients.ClientSecret,
        };
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        using var form = new FormUrlEncodedContent(fields);
        return await Anonymous.PostAsync("/connect/token", form, Stop);
    }

    private static string Jwt(string header, string claims) => Base64(header) + "." + Base64(claims);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
