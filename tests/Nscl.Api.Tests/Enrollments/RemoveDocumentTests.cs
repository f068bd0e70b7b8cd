using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>A paper attached by mistake goes again: by its own side, before it is handed in, and on the copy that was read.</summary>
public sealed class RemoveDocumentTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task RemoveDocument_when_attached_by_mistake_takes_it_from_the_draft_and_leaves_a_trace()
    {
        var enterprise = await SignInAsync("enterprise");
        var dossier = await DraftAsync(enterprise);
        (await dossier.AttachAsync(enterprise, "D11", fileName: "nham.pdf")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var paper = Paper(await dossier.ReadAsync(enterprise), "D11");
        paper.GetProperty("isRemovable").GetBoolean().ShouldBeTrue();

        var after = await RemoveAsync(enterprise, dossier, IdOf(paper));

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.ETagOf().ShouldNotBe(dossier.ETag);
        var details = await after.JsonAsync();
        details.GetProperty("documents").EnumerateArray().ShouldNotContain(static document => document.GetProperty("kind").GetString() == "D11");
        var entry = details.GetProperty("timeline").EnumerateArray().Last();
        (entry.GetProperty("action").GetString(), entry.GetProperty("args").GetProperty("fileName").GetString()).ShouldBe(("removeDocument", "nham.pdf"));
        await (await enterprise.GetAsync($"{dossier.Address}/documents/{IdOf(paper)}/content", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "file.notFound");

        var auditor = await SignInAsync("auditor");
        var trail = await auditor.GetJsonAsync($"/api/v1/audit-entries?action=RemoveDocument&entityId={dossier.Id}");
        trail.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task RemoveDocument_when_the_other_side_attached_it_is_refused()
    {
        var (enterprise, officer) = (await SignInAsync("enterprise"), await SignInAsync("officer"));
        var dossier = await DraftAsync(enterprise);
        await dossier.AttachAsync(enterprise, "D01");
        var paper = Paper(await dossier.ReadAsync(officer), "D01");

        paper.GetProperty("isRemovable").GetBoolean().ShouldBeFalse();
        await (await RemoveAsync(officer, dossier, IdOf(paper))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.documentOfOtherSide");
    }

    [Fact]
    public async Task RemoveDocument_when_the_dossier_was_handed_in_is_refused()
    {
        var enterprise = await SignInAsync("enterprise");
        var dossier = await DraftAsync(enterprise);
        await dossier.AttachSubmissionPapersAsync(enterprise);
        var submitted = await dossier.DoAsync(enterprise, "submit", new { });
        var paper = Paper(submitted, "D05");

        await (await RemoveAsync(enterprise, dossier, IdOf(paper))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.wrongState");

        var officer = await SignInAsync("officer");
        await dossier.DoAsync(officer, "request-supplement", new { reason = "Chưa rõ", deadline = "2022-10-20", items = new[] { "D05" } });
        await (await RemoveAsync(enterprise, dossier, IdOf(paper))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.documentHandedIn");
    }

    [Fact]
    public async Task RemoveDocument_when_the_copy_is_stale_or_the_paper_unknown_changes_nothing()
    {
        var enterprise = await SignInAsync("enterprise");
        var dossier = await DraftAsync(enterprise);
        await dossier.AttachAsync(enterprise, "D01");
        var stale = dossier.ETag;
        await dossier.AttachAsync(enterprise, "D02");
        var id = IdOf(Paper(await dossier.ReadAsync(enterprise), "D01"));

        await (await RemoveAsync(enterprise, dossier, id, stale)).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
        await (await RemoveAsync(enterprise, dossier, id, etag: null)).ShouldBeProblemAsync((HttpStatusCode)428, "concurrency.ifMatchRequired");
        await (await RemoveAsync(enterprise, dossier, Guid.CreateVersion7())).ShouldBeProblemAsync(HttpStatusCode.NotFound, "file.notFound");
        (await dossier.ReadAsync(enterprise)).GetProperty("documents").GetArrayLength().ShouldBe(2);
    }

    private static JsonElement Paper(JsonElement dossier, string kind) =>
        dossier.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("kind").GetString() == kind);

    private static Guid IdOf(JsonElement paper) => paper.GetProperty("id").GetGuid();

    private static Task<HttpResponseMessage> RemoveAsync(HttpClient client, Dossier dossier, Guid documentId) =>
        RemoveAsync(client, dossier, documentId, dossier.ETag);

    private static async Task<HttpResponseMessage> RemoveAsync(HttpClient client, Dossier dossier, Guid documentId, string? etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{dossier.Address}/documents/{documentId}");
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return await client.SendAsync(request, Stop);
    }

    private async Task<Dossier> DraftAsync(HttpClient enterprise) => await Dossier.DraftAsync(
        enterprise,
        await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng),
        Dossier.Line("P50-CERT", "unit-" + Guid.CreateVersion7().ToString("N")[^8..], 50_000_000, 25_000_000));
}
