using System.Net;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>The ways beside the main road: supplements, refusals, withdrawals, stale copies, wrong order, other people's dossiers.</summary>
public sealed class EnrollmentProcedureTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task A_supplement_stops_the_clock_until_the_dossier_is_handed_in_again()
    {
        var officer = await SignInAsync("officer");
        var dossier = await SubmittedAsync(officer, "iso9001");
        await dossier.DoAsync(officer, "start-checking");

        var sentBack = await dossier.DoAsync(officer, "request-supplement", new { reason = "Thiếu phân bổ vốn", deadline = "2022-10-20", items = new[] { "D05" } });

        sentBack.GetProperty("status").GetString().ShouldBe("supplementRequired");
        sentBack.GetProperty("clocks")[0].GetProperty("state").GetString().ShouldBe("stopped");
        (await dossier.AttachAsync(officer, "D05")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var again = await dossier.DoAsync(officer, "resubmit");
        again.GetProperty("status").GetString().ShouldBe("checking");
        again.GetProperty("clocks")[0].GetProperty("state").GetString().ShouldBe("running");
        again.GetProperty("supplements")[0].GetProperty("renewedItems")[0].GetString().ShouldBe("D05");
    }

    [Theory]
    [InlineData("D99")]
    [InlineData("D00")]
    [InlineData("M01")]
    public async Task A_supplement_asks_only_for_papers_that_the_applicant_can_attach(string kind)
    {
        var officer = await SignInAsync("officer");
        var dossier = await SubmittedAsync(officer, "kind-" + kind);

        var answer = await dossier.TryAsync(officer, "request-supplement", new { reason = "Thiếu", deadline = "2022-10-20", items = new[] { "D05", kind } });

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/items/1");
        (await dossier.ReadAsync(officer)).GetProperty("status").GetString().ShouldBe("submitted");
    }

    [Fact]
    public async Task A_dossier_without_its_papers_is_not_taken_and_says_which_are_missing()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P100-BARCODE", "ma-vach", 4_000_000, 4_000_000));

        var problem = await (await dossier.TryAsync(officer, "submit", new { })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.missingDocuments");

        problem.GetProperty("args").GetProperty("missing").EnumerateArray().Select(static kind => kind.GetString()).ShouldBe(Dossier.SubmissionPapers);
        (await dossier.ReadAsync(officer)).GetProperty("status").GetString().ShouldBe("draft");
    }

    [Fact]
    [SourceFact("S3.54")]
    public async Task Approval_without_a_council_conclusion_is_impossible()
    {
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var dossier = await SubmittedAsync(officer, "iso45001");
        await dossier.DoAsync(officer, "accept");

        await (await dossier.TryAsync(officer, "propose-approval")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.noCouncilConclusion");
        await (await dossier.TryAsync(director, "approve", new { })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.noCouncilConclusion");
    }

    [Fact]
    public async Task A_stale_copy_is_refused_and_a_missing_If_Match_is_asked_for()
    {
        var officer = await SignInAsync("officer");
        var dossier = await SubmittedAsync(officer, "iso27001");
        var old = dossier.ETag;
        await dossier.DoAsync(officer, "start-checking");

        await (await officer.PostJsonAsync(dossier.Address + "/accept", null, old)).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
        await (await officer.PostJsonAsync(dossier.Address + "/accept")).ShouldBeProblemAsync((HttpStatusCode)428, "concurrency.ifMatchRequired");
    }

    [Fact]
    public async Task A_submission_asks_for_an_idempotency_key_and_answers_a_repeated_one_as_before()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", "gmp", 60_000_000, 30_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await (await officer.PostJsonAsync(dossier.Address + "/submit", new { }, dossier.ETag)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.keyRequired");

        var key = Guid.CreateVersion7().ToString();
        var first = await officer.PostJsonAsync(dossier.Address + "/submit", new { }, dossier.ETag, key);
        var second = await officer.PostJsonAsync(dossier.Address + "/submit", new { }, dossier.ETag, key);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        await (await officer.PostJsonAsync(dossier.Address + "/submit", new { receivedOn = "2022-10-01" }, dossier.ETag, key)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
    }

    [Fact]
    public async Task A_paper_sent_again_under_its_key_is_kept_once_and_another_file_is_refused()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", "iso50001", 40_000_000, 20_000_000));

        // A new try is cut by a new boundary: other bytes, the same form.
        var first = await dossier.AttachAsync(officer, "D05", idempotencyKey: "paper-once");
        var again = await dossier.AttachAsync(officer, "D05", idempotencyKey: "paper-once");

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        await (await dossier.AttachAsync(officer, "D05", "%PDF-1.7 another"u8.ToArray(), idempotencyKey: "paper-once")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
        await (await dossier.AttachAsync(officer, "D04", idempotencyKey: "paper-once")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
        await (await dossier.AttachAsync(officer, "D05", fileName: "khac.pdf", idempotencyKey: "paper-once")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
        (await dossier.ReadAsync(officer)).GetProperty("documents").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Another_enterprise_sees_nothing_of_a_dossier()
    {
        var officer = await SignInAsync("officer");
        var stranger = await SignInAsync("enterprise.tayninh");
        var neighbour = await SignInAsync("enterprise");
        var dossier = await SubmittedAsync(officer, "fssc22000");

        foreach (var client in (HttpClient[])[stranger, neighbour])
        {
            await (await client.GetAsync(dossier.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");
            (await client.GetJsonAsync("/api/v1/enrollments?count=true")).GetProperty("items").EnumerateArray().ShouldNotContain(item => item.GetProperty("id").GetGuid() == dossier.Id);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_and_leaves_nothing_behind()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P100-IP", "nhan-hieu", 8_000_000, 8_000_000));

        var problem = await (await dossier.AttachAsync(officer, "D01", "<html>"u8.ToArray())).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "input.invalid");

        problem.Faults().ShouldBe(["/file file.typeNotAccepted"]);
        (await dossier.ReadAsync(officer)).GetProperty("documents").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Every_wrong_field_of_a_line_is_named()
    {
        var officer = await SignInAsync("officer");

        var problem = await (await officer.PostJsonAsync(
            "/api/v1/enrollments",
            """{"programCode":"KT2021","enterpriseId":"00000000-0000-0000-0000-000000000000","supportLines":[{"itemCode":"","unitKey":"x","eligibleCost":-1},{"itemCode":"P50-CERT","unitKey":"","eligibleCost":9000000000000001}]}"""))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        problem.Faults().ShouldBe(
            ["/enterpriseId input.required", "/supportLines/0/itemCode input.required", "/supportLines/0/eligibleCost input.outOfRange", "/supportLines/1/unitKey input.required", "/supportLines/1/eligibleCost input.outOfRange"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Lists_page_by_cursor_without_repeating_or_losing_a_dossier()
    {
        var officer = await SignInAsync("officer");
        for (var i = 0; i < 5; i++)
        {
            await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), Dossier.Line("P100-BARCODE", "ma-" + i, 1_000_000 + i, 1_000_000 + i));
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await officer.GetJsonAsync("/api/v1/enrollments?limit=2&sort=-requestedTotal&count=true" + (cursor is null ? string.Empty : "&cursor=" + Uri.EscapeDataString(cursor)));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetGuid()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            page.GetProperty("count").GetInt32().ShouldBeGreaterThanOrEqualTo(5);
        }
        while (cursor is not null);

        seen.Distinct().Count().ShouldBe(seen.Count);
        await (await officer.GetAsync("/api/v1/enrollments?cursor=AAAA", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        await (await officer.GetAsync("/api/v1/enrollments?nonsense=1", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
    }

    private async Task<Dossier> SubmittedAsync(HttpClient officer, string unit)
    {
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", unit, 99_000_000, 45_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await dossier.DoAsync(officer, "submit", new { });
        return dossier;
    }
}
