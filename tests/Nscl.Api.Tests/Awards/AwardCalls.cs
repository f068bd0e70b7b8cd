using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Awards;

/// <summary>The shipped packs with the enterprises and representatives of the demo.</summary>
public sealed class AwardFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var order in (int[])[DemoSeedOrder.Enterprises, DemoSeedOrder.Representatives])
        {
            await using var step = Api.Services.CreateAsyncScope();
            foreach (var seed in step.ServiceProvider.GetServices<IDemoSeed>().Where(candidate => candidate.Order == order))
            {
                await seed.SeedAsync(CancellationToken.None);
            }
        }
    }

    public async Task<Guid> EnterpriseIdAsync(string taxCode) => (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM enterprises WHERE tax_code = $1", taxCode))!;

    /// <summary>A year of its own for each test: a province has one season a year.</summary>
    public int NextYear() => Interlocked.Decrement(ref _year);

    private int _year = 2023;
}

/// <summary>Something with an address and an ETag, as a client drives it.</summary>
internal class AwardDriver(string address, string etag, JsonElement body)
{
    public string Address { get; } = address;

    public string ETag { get; private set; } = etag;

    public JsonElement Body { get; private set; } = body;

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Status => Body.GetProperty("status").GetString()!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> TryAsync(HttpClient client, string action, object? body = null) =>
        client.PostJsonAsync($"{Address}/{action}", body ?? new { }, ETag, Guid.CreateVersion7().ToString());

    public Task<JsonElement> DoAsync(HttpClient client, string action, object? body = null) => KeepAsync(TryAsync(client, action, body), action);

    public Task<JsonElement> PutAsync(HttpClient client, object body) => KeepAsync(client.PutJsonAsync(Address, body, ETag), "update");

    public Task<JsonElement> ReadAsync(HttpClient client) => KeepAsync(client.GetAsync(Address, Stop), "read");

    public string[] Allowed() => Names("allowedActions");

    public string[] Names(string property) => [.. Body.GetProperty(property).EnumerateArray().Select(static name => name.GetString()!)];

    public async Task<JsonElement> KeepAsync(Task<HttpResponseMessage> sent, string action)
    {
        var answer = await sent;
        ((int)answer.StatusCode).ShouldBeInRange(200, 201, action + ": " + await answer.Content.ReadAsStringAsync(Stop));
        ETag = answer.ETagOf();
        return Body = await answer.JsonAsync();
    }

    protected static async Task<(string ETag, JsonElement Body)> CreatedAsync(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return (answer.ETagOf(), await answer.JsonAsync());
    }
}

internal sealed class SeasonDriver : AwardDriver
{
    public const string Route = "/api/v1/award-seasons";

    private SeasonDriver(string etag, JsonElement body)
        : base($"{Route}/{body.GetProperty("id").GetGuid()}", etag, body)
    {
    }

    public static object Input(int year) => new { year, title = $"Giải thưởng Chất lượng Quốc gia năm {year}", reentryYears = 3, reentrySource = "Hướng dẫn của tỉnh Cao Bằng" };

    public static async Task<SeasonDriver> PlannedAsync(HttpClient officer, object input)
    {
        var (etag, body) = await CreatedAsync(officer.PostJsonAsync(Route, input));
        return new SeasonDriver(etag, body);
    }

    public static async Task<SeasonDriver> OpenAsync(HttpClient officer, int year)
    {
        var season = await PlannedAsync(officer, Input(year));
        await season.DoAsync(officer, "open");
        return season;
    }

    public Task<HttpResponseMessage> TryNominateAsync(HttpClient client, object body) => client.PostJsonAsync($"{Address}/nominations", body);

    public async Task<NominationDriver> NominateAsync(HttpClient client, object body)
    {
        var (etag, nominated) = await CreatedAsync(TryNominateAsync(client, body));
        return new NominationDriver($"{Address}/nominations/{nominated.GetProperty("id").GetGuid()}", etag, nominated);
    }
}

internal sealed class NominationDriver(string address, string etag, JsonElement body) : AwardDriver(address, etag, body)
{
    public static readonly object Declared = new { isLegalPerson = true, operatesContinuously = true, hasViolation = false };

    public static readonly string[] RequiredParts = ["applicationForm", "introduction", "selfAssessment", "managementSystems", "productConformity", "environment", "taxAndInsurance"];

    public static object Of(Guid enterpriseId) => new { enterpriseId, activity = "production", officialEmployees = 36, declarations = Declared };

    public Task<HttpResponseMessage> TryAttachAsync(HttpClient client, string part) => client.AttachAsync(new Uri(Address + "/documents", UriKind.Relative), part);

    public async Task AttachAsync(HttpClient client, params string[] parts)
    {
        foreach (var part in parts)
        {
            await KeepAsync(TryAttachAsync(client, part), part);
        }
    }

    /// <summary>With every part that is required, handed in by <paramref name="client"/>.</summary>
    public async Task SubmitAsync(HttpClient client)
    {
        await AttachAsync(client, RequiredParts);
        await DoAsync(client, "submit-dossier");
    }

    public Task<JsonElement> ConfirmNoViolationAsync(HttpClient officer) => DoAsync(officer, "confirm-eligibility", new { condition = "noViolation", isMet = true, evidence = "Công văn 12/CT-KTr" });

    public (string Outcome, string Reason) Condition(string condition)
    {
        var check = Body.GetProperty("eligibility").EnumerateArray().Single(check => check.GetProperty("condition").GetString() == condition);
        return (check.GetProperty("outcome").GetString()!, check.GetProperty("reason").GetString()!);
    }
}

internal static class AwardUploads
{
    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    public static async Task<HttpResponseMessage> AttachAsync(this HttpClient client, Uri address, string part)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(part), "kind");
        using var file = new ByteArrayContent(Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "file", part + ".pdf");
        return await client.PostAsync(address, form, TestContext.Current.CancellationToken);
    }
}

/// <summary>A preliminary council of the demo's accounts, in session over some nominations.</summary>
internal sealed class CouncilDriver(string address, JsonElement council, string etag, JsonElement body) : AwardDriver(address, etag, body)
{
    public static object Input(int year = 2022) => new
    {
        kind = "awardPreliminary",
        name = "Hội đồng sơ tuyển Giải thưởng Chất lượng Quốc gia",
        decisionNumber = "12/QĐ-UBND",
        decisionDate = $"{year}-02-01",
        termFrom = $"{year}-02-01",
        termTo = $"{year}-12-31",
        members = new object[]
        {
            new { fullName = "Phan Ngọc Bảo", role = "chair", agency = "Sở Khoa học và Công nghệ", userName = "council.chair" },
            new { fullName = "Vũ Thị Mai Hương", role = "reviewer", userName = "council.reviewer" },
            new { fullName = "Y Hạnh", role = "member", userName = "council.member1" },
            new { fullName = "Ngô Xuân Thành", role = "member", userName = "council.member2" },
            new { fullName = "Dương Thị Thu Hiền", role = "secretary", userName = "council.secretary" },
            new { fullName = "Lương Thế Hải", role = "assessor", userName = "expert" },
        },
    };

    public static async Task<CouncilDriver> InSessionAsync(HttpClient officer, params Guid[] nominationIds)
    {
        var (_, council) = await CreatedAsync(officer.PostJsonAsync("/api/v1/councils", Input()));
        var (etag, body) = await CreatedAsync(officer.PostJsonAsync(
            $"/api/v1/councils/{council.GetProperty("id").GetGuid()}/sessions",
            new { heldOn = "2022-10-03", place = "Phòng họp 1", subjects = nominationIds.Select(static id => new { kind = "awardNomination", id }) }));
        return new CouncilDriver($"/api/v1/council-sessions/{body.GetProperty("id").GetGuid()}", council, etag, body);
    }

    public Guid MemberId(int place) => council.GetProperty("members")[place].GetProperty("id").GetGuid();

    public Task<JsonElement> AttendAsync(HttpClient officer, params int[] places) => DoAsync(officer, "record-attendance", new { memberIds = places.Select(MemberId) });

    public Task<HttpResponseMessage> TryDeclareAsync(HttpClient member, Guid subjectId, bool hasConflict = false, string? reason = null) => TryAsync(member, "declare", new { subjectId, hasConflict, reason });

    public Task<JsonElement> DeclareAsync(HttpClient member, Guid subjectId, bool hasConflict = false, string? reason = null) => DoAsync(member, "declare", new { subjectId, hasConflict, reason });
}

internal static class AwardScores
{
    private static readonly (string Criterion, int Max)[] Criteria = [("leadership", 120), ("strategy", 85), ("customers", 85), ("knowledge", 90), ("workforce", 85), ("operations", 85), ("results", 450)];

    /// <summary>A sheet with so many points of the thousand in all.</summary>
    public static object Of(string stage, int total)
    {
        var scores = new List<object>();
        foreach (var (criterion, max) in Criteria)
        {
            scores.Add(new { criterion, points = Math.Min(total, max) });
            total -= Math.Min(total, max);
        }

        return new { stage, scores };
    }

    public static Task<HttpResponseMessage> TryScoreAsync(this NominationDriver nomination, HttpClient assessor, string stage, int total) => assessor.PostJsonAsync(nomination.Address + "/scores", Of(stage, total));

    public static async Task<JsonElement> ScoreAsync(this NominationDriver nomination, HttpClient assessor, string stage, int total)
    {
        var answer = await nomination.TryScoreAsync(assessor, stage, total);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.JsonAsync();
    }
}
