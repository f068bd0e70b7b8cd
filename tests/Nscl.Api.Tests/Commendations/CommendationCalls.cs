using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Commendations;

/// <summary>A proposal as tests drive it: it keeps the version of its last answer.</summary>
internal sealed class CommendationDriver
{
    public const string Route = "/api/v1/commendations";

    private CommendationDriver(JsonElement body, string etag) => (Body, ETag) = (body, etag);

    public JsonElement Body { get; private set; }

    public string ETag { get; private set; }

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Address => $"{Route}/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static object Input(Guid programId, string kind = "collective", string name = "Phòng Quản lý chất lượng", string form = "provinceMerit", int? year = null) => new
    {
        programId,
        year,
        proposal = new { kind, name, form, achievement = "Thành tích cao trong hoạt động nâng cao năng suất, chất lượng", agency = "Sở Khoa học và Công nghệ" },
    };

    public static async Task<CommendationDriver> ProposeAsync(HttpClient officer, object input)
    {
        var proposed = await officer.PostJsonAsync(Route, input);
        proposed.StatusCode.ShouldBe(HttpStatusCode.Created, await proposed.Content.ReadAsStringAsync(Stop));
        return new CommendationDriver(await proposed.JsonAsync(), proposed.ETagOf());
    }

    /// <summary>On the desk of whoever decides, with the minutes of the meeting.</summary>
    public static async Task<CommendationDriver> SubmittedAsync(HttpClient officer, HttpClient director, object input)
    {
        var proposal = await ProposeAsync(officer, input);
        await proposal.DoAsync(officer, "review", new { metOn = "2022-10-03", minutes = "Biên bản số 01/BB-HĐTĐKT" });
        await proposal.AttachAsync(officer, "minutes");
        await proposal.DoAsync(director, "submit", new { });
        return proposal;
    }

    public async Task DoAsync(HttpClient client, string action, object asked)
    {
        var answer = await client.PostJsonAsync($"{Address}/{action}", asked, ETag);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, action + ": " + await answer.Content.ReadAsStringAsync(Stop));
        (Body, ETag) = (await answer.JsonAsync(), answer.ETagOf());
    }

    public async Task AttachAsync(HttpClient client, string kind)
    {
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { new ByteArrayContent(Pdf), "file", "bien-ban.pdf" } };
        var answer = await client.PostAsync(Address + "/documents", form, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        (Body, ETag) = (await answer.JsonAsync(), answer.ETagOf());
    }

    public static byte[] Pdf { get; } = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray();
}
