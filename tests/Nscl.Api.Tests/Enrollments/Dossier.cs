using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>A dossier as tests drive it over HTTP: it remembers the ETag, as a client does.</summary>
public sealed class Dossier(Guid id, string etag)
{
    public static readonly string[] SubmissionPapers = ["D01", "D02", "D03", "D04", "D05", "D10"];
    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    public Guid Id { get; } = id;

    public string ETag { get; private set; } = etag;

    public string Address => $"/api/v1/enrollments/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static object Line(string itemCode, string unitKey, long cost, long fromBudget, string? unitName = null) => new
    {
        itemCode,
        unitKey,
        unitName,
        eligibleCost = cost,
        sources = fromBudget == cost
            ? new[] { new { source = "scienceBudget", amount = cost } }
            : [new { source = "scienceBudget", amount = fromBudget }, new { source = "counterpart", amount = cost - fromBudget }],
    };

    public static async Task<Dossier> DraftAsync(HttpClient client, Guid enterpriseId, params object[] lines)
    {
        var answer = await client.PostJsonAsync("/api/v1/enrollments", new
        {
            programCode = "KT2021",
            enterpriseId,
            supportLines = lines,
            statement = "Thuyết minh",
            declarations = new { receivesOtherPublicSupport = false, commitsCounterpart = true },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return new Dossier((await answer.JsonAsync()).GetProperty("id").GetGuid(), answer.ETagOf());
    }

    public async Task<HttpResponseMessage> AttachAsync(HttpClient client, string kind, byte[]? content = null, string fileName = "giay-to.pdf", string? idempotencyKey = null)
    {
        using var form = new MultipartFormDataContent();
        using var kindPart = new StringContent(kind);
        using var file = new ByteArrayContent(content ?? Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(kindPart, "kind");
        form.Add(file, "file", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/documents");
        request.Content = form;
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        var answer = await client.SendAsync(request, Stop);
        if (answer.IsSuccessStatusCode)
        {
            ETag = answer.ETagOf();
        }

        return answer;
    }

    public async Task AttachSubmissionPapersAsync(HttpClient client)
    {
        foreach (var kind in SubmissionPapers)
        {
            var answer = await AttachAsync(client, kind);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    public async Task<HttpResponseMessage> TryAsync(HttpClient client, string action, object? body = null) =>
        await client.PostJsonAsync($"{Address}/{action}", body, ETag, Guid.CreateVersion7().ToString());

    public async Task<JsonElement> DoAsync(HttpClient client, string action, object? body = null)
    {
        var answer = await TryAsync(client, action, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, action + ": " + await answer.Content.ReadAsStringAsync(Stop));
        ETag = answer.ETagOf();
        return await answer.JsonAsync();
    }

    public async Task<JsonElement> ReadAsync(HttpClient client)
    {
        var answer = await client.GetAsync(Address, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        ETag = answer.ETagOf();
        return await answer.JsonAsync();
    }

    /// <summary>Intake check, council and proposal: everything up to the director's desk.</summary>
    public async Task BringToApprovalAsync(HttpClient officer)
    {
        await DoAsync(officer, "accept");
        await ConcludeAsync(officer);
        await DoAsync(officer, "propose-approval");
    }

    public async Task ConcludeAsync(HttpClient officer)
    {
        var minutes = await AttachAsync(officer, "M01", fileName: "bien-ban.pdf");
        minutes.StatusCode.ShouldBe(HttpStatusCode.Created, await minutes.Content.ReadAsStringAsync(Stop));
        var minutesId = (await minutes.JsonAsync()).GetProperty("id").GetGuid();
        var dossier = await ReadAsync(officer);
        await DoAsync(officer, "record-council-conclusion", new
        {
            outcome = "approve",
            meetingOn = "2022-10-03",
            minutesDocumentId = minutesId,
            lines = dossier.GetProperty("supportLines").EnumerateArray().Select(static line => new
            {
                itemCode = line.GetProperty("itemCode").GetString(),
                unitKey = line.GetProperty("unitKey").GetString(),
                proposedCost = line.GetProperty("eligibleCost").GetInt64(),
                unitCountConfirmed = 1,
            }).ToArray(),
        });
    }
}
