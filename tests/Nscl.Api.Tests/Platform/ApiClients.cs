using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>Clients of one host, as the accounts of the demo; an account signs in once however many clients it gets.</summary>
public sealed class ApiClients(Func<HttpClient> open)
{
    public const string Password = "nscl demo 2022 kon tum";
    public const string ClientId = "demo-integration";
    public const string ClientSecret = "nscl_demo_only_P4kZr7TqV2mXw9Hc";
    public const string SessionRoute = "/api/v1/session";
    private readonly ConcurrentDictionary<string, Lazy<Task<BrowserSession>>> _sessions = new(StringComparer.Ordinal);

    public ApiClients(ApiFactory api)
        : this(() => api.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false }))
    {
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client nobody is signed in with; it keeps no cookies.</summary>
    public HttpClient Anonymous() => open();

    /// <summary>A client of an account, as a browser of its own tab: it sends the cookie and the antiforgery header.</summary>
    public async Task<HttpClient> SignInAsync(string userName) => Of(await SessionOfAsync(userName));

    /// <summary>The session of an account, for tests of cookie and antiforgery themselves.</summary>
    public Task<BrowserSession> SessionOfAsync(string userName) =>
        _sessions.GetOrAdd(userName, name => new Lazy<Task<BrowserSession>>(() => BeginSessionAsync(name))).Value;

    /// <summary>A session of its own that no other test shares: to sign out, to let it end.</summary>
    public async Task<BrowserSession> BeginSessionAsync(string userName)
    {
        using var anonymous = Anonymous();
        var answer = await anonymous.PostJsonAsync(SessionRoute, new { userName, password = Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{userName}: {await answer.Content.ReadAsStringAsync(Stop)}");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return new BrowserSession(cookie, (await answer.JsonAsync()).GetProperty("antiforgeryToken").GetString()!);
    }

    public HttpClient Of(BrowserSession session)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", session.Cookie);
        client.DefaultRequestHeaders.Add("X-CSRF-Token", session.AntiforgeryToken);
        return client;
    }

    /// <summary>The demo's API client with the given scopes; without any it asks for all it may have.</summary>
    public async Task<HttpClient> IntegrationAsync(params string[] scopes)
    {
        using var anonymous = Anonymous();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ClientId,
            ["client_secret"] = ClientSecret,
        };
        if (scopes.Length > 0)
        {
            fields["scope"] = string.Join(' ', scopes);
        }

        using var form = new FormUrlEncodedContent(fields);
        var answer = await anonymous.PostAsync("/connect/token", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.JsonAsync()).GetProperty("access_token").GetString());
        return client;
    }
}

/// <param name="Cookie">As it is sent back: <c>name=value</c>.</param>
public sealed record BrowserSession(string Cookie, string AntiforgeryToken);

/// <summary>Requests and answers in the words of the API's conventions.</summary>
public static class ApiCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="body">An object, or a string that is sent as it stands.</param>
    /// <param name="ifMatch">The ETag that the caller saw.</param>
    /// <param name="idempotencyKey">The caller's key.</param>
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string address, object? body = null, string? ifMatch = null, string? idempotencyKey = null) =>
        client.SendJsonAsync(HttpMethod.Post, address, body, ifMatch, idempotencyKey);

    /// <inheritdoc cref="PostJsonAsync"/>
    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string address, object? body, string? ifMatch, string? idempotencyKey = null) =>
        client.SendJsonAsync(HttpMethod.Put, address, body, ifMatch, idempotencyKey);

    /// <inheritdoc cref="PostJsonAsync"/>
    public static async Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string address, object? body = null, string? ifMatch = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request, Stop);
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(address, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.JsonAsync();
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

    /// <summary>The ETag as it is sent back in If-Match.</summary>
    public static string ETagOf(this HttpResponseMessage answer) => answer.Headers.ETag.ShouldNotBeNull().Tag;

    /// <summary>Asserts a problem of this status and code and answers it.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", text);
        var problem = await answer.JsonAsync();
        problem.GetProperty("code").GetString().ShouldBe(code, text);
        return problem;
    }

    /// <summary><c>pointer code</c> of every field that a problem names.</summary>
    public static IReadOnlyList<string> Faults(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(static error => error.GetProperty("pointer").GetString() + " " + error.GetProperty("code").GetString())];
}
