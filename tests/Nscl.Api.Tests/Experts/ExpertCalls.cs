using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Platform;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Experts;

/// <summary>Reference lists, accounts and enterprises, but nobody on the register yet.</summary>
public sealed class ExpertsFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoSeeding.SeedAsync(Api.Services, DemoSeedOrder.Representatives, CancellationToken.None);
    }

    public async Task<Guid> EnterpriseIdAsync(string taxCode) => (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM enterprises WHERE tax_code = $1", taxCode))!;
}

/// <summary>An expert's entry as tests drive it over HTTP: it remembers the ETag, as a client does.</summary>
internal sealed class ExpertDriver(Guid id, string etag, JsonElement body)
{
    public const string Route = "/api/v1/experts";
    public const string Assignments = "/api/v1/expert-assignments";

    public Guid Id { get; } = id;

    public string ETag { get; private set; } = etag;

    public JsonElement Body { get; private set; } = body;

    public string Address => $"{Route}/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A name of its own for each test.</summary>
    public static string NewName() => $"Chuyên gia {Guid.CreateVersion7().ToString("N")[^12..]}";

    public static JsonObject Input(string? name = null, Action<JsonObject>? change = null)
    {
        var input = new JsonObject
        {
            ["fullName"] = name ?? NewName(),
            ["sourceGroup"] = "officials",
            ["agencyName"] = "Sở Công Thương",
            ["phone"] = "0905 123 456",
            ["email"] = "chuyengia@example.vn",
        };
        change?.Invoke(input);
        return input;
    }

    public static Task<HttpResponseMessage> TryRegisterAsync(HttpClient client, JsonObject input, bool isDifferentPerson = false) =>
        client.PostJsonAsync(Route, new JsonObject { ["expert"] = input, ["isDifferentPerson"] = isDifferentPerson }.ToJsonString());

    public static async Task<ExpertDriver> RegisteredAsync(HttpClient officer, string? name = null, Action<JsonObject>? change = null)
    {
        var answer = await TryRegisterAsync(officer, Input(name, change));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var body = await answer.JsonAsync();
        return new ExpertDriver(body.GetProperty("id").GetGuid(), answer.ETagOf(), body);
    }

    public Task<HttpResponseMessage> TryAsync(HttpClient client, string action, object? body = null) => client.PostJsonAsync($"{Address}/{action}", body ?? new { }, ETag);

    public async Task<JsonElement> DoAsync(HttpClient client, string action, object? body = null) => await KeepAsync(await TryAsync(client, action, body));

    public async Task<JsonElement> KeepAsync(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Stop));
        (ETag, Body) = (answer.ETagOf(), await answer.JsonAsync());
        return Body;
    }

    public async Task<JsonElement> ReadAsync(HttpClient client) => await KeepAsync(await client.GetAsync(Address, Stop));

    public Task<HttpResponseMessage> TryAssignAsync(HttpClient client, Guid enterpriseId, string startsOn, string? endsOn = null, string purpose = "modelMonitoring") =>
        client.PostJsonAsync(Assignments, new { expertId = Id, enterpriseId, purpose, startsOn, endsOn });

    public async Task<(string Address, string ETag, JsonElement Body)> AssignAsync(HttpClient client, Guid enterpriseId, string startsOn, string? endsOn = null)
    {
        var answer = await TryAssignAsync(client, enterpriseId, startsOn, endsOn);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var assigned = await answer.JsonAsync();
        return ($"{Assignments}/{assigned.GetProperty("id").GetGuid()}", answer.ETagOf(), assigned);
    }
}
