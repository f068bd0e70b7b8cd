using System.Net;
using System.Text.Json;
using Nscl.Api.Platform;
using Nscl.Api.Tests.Enterprises;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Outreach;

/// <summary>Reference lists, programs, accounts and enterprises, but no campaign yet.</summary>
public sealed class OutreachFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoSeeding.SeedAsync(Api.Services, DemoSeedOrder.Representatives, CancellationToken.None);
    }

    public async Task<Guid> ProgramIdAsync() => (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM support_programs WHERE code = 'KT2021'"))!;
}

internal static class OutreachCalls
{
    public const string Campaigns = "/api/v1/outreach-campaigns";
    public const string Statistics = "/api/v1/outreach-statistics";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static object Campaign(Guid programId, string startsOn = "2022-09-01", string endsOn = "2022-12-15", params string[] districts) =>
        new { programId, campaign = new { title = "Khảo sát doanh nghiệp nhỏ và vừa có tiềm năng", startsOn, endsOn, districts } };

    public static async Task<Guid> PlannedAsync(HttpClient officer, Guid programId)
    {
        var answer = await officer.PostJsonAsync(Campaigns, Campaign(programId));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>An enterprise of its own for each call, so that tests share nothing.</summary>
    public static async Task<Guid> NewEnterpriseAsync(HttpClient officer, string districtCode = "615", string? name = null, string sectorCode = "coffee")
    {
        var answer = await officer.RegisterAsync(EnterpriseCalls.Input(input =>
        {
            input["districtCode"] = districtCode;
            input["sectorCode"] = sectorCode;
            input["name"] = name ?? $"Công ty TNHH Khảo sát {Guid.CreateVersion7().ToString("N")[^10..]}";
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    public static async Task<ProspectDriver> AddedAsync(HttpClient officer, Guid campaignId, Guid enterpriseId)
    {
        var answer = await officer.PostJsonAsync($"{Campaigns}/{campaignId}/prospects", new { enterpriseId });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return new ProspectDriver(await answer.JsonAsync(), answer.ETagOf());
    }

    /// <summary>On the list of the campaign and surveyed.</summary>
    public static async Task<ProspectDriver> SurveyedAsync(HttpClient officer, Guid campaignId, string districtCode = "615", string on = "2022-09-05", string[]? heldSystems = null)
    {
        var prospect = await AddedAsync(officer, campaignId, await NewEnterpriseAsync(officer, districtCode));
        await prospect.DoAsync(officer, "survey", new { act = new { on, channel = "visit" }, heldSystems });
        return prospect;
    }
}

/// <summary>A prospect as tests drive it over HTTP: it remembers the ETag, as a client does.</summary>
internal sealed class ProspectDriver(JsonElement body, string etag)
{
    public const string Route = "/api/v1/outreach-prospects";

    public JsonElement Body { get; private set; } = body;

    public string ETag { get; private set; } = etag;

    public Guid Id => Body.GetProperty("id").GetGuid();

    public Guid EnterpriseId => Body.GetProperty("enterpriseId").GetGuid();

    public string Stage => Body.GetProperty("stage").GetString()!;

    public string Address => $"{Route}/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> TryAsync(HttpClient client, string action, object body) => client.PostJsonAsync($"{Address}/{action}", body, ETag);

    public async Task<JsonElement> DoAsync(HttpClient client, string action, object body)
    {
        var answer = await TryAsync(client, action, body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Stop));
        (ETag, Body) = (answer.ETagOf(), await answer.JsonAsync());
        return Body;
    }

    public static object Act(string on, string channel = "phone", string? note = null) => new { act = new { on, channel, note } };
}
