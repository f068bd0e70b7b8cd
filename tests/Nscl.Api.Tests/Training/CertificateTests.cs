using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Training;
using Nscl.Domain.Training;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Certificates from the batch to the one who checks them.</summary>
public sealed class CertificateTests(CrowdedFixture fixture) : ApiTests<CrowdedFixture>(fixture)
{
    private const string Verify = "/api/v1/public/certificates/";

    [Fact]
    public async Task A_certificate_is_issued_checked_revoked_and_issued_anew_under_another_number()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 3, absent: 1);
        var before = await CertificateCalls.ListAsync(officer, course);
        (before.GetProperty("ready").GetInt32(), before.GetProperty("canIssue").GetBoolean()).ShouldBe((2, true));

        var batch = await CertificateCalls.IssuedAsync(officer, course);
        (batch.GetProperty("state").GetString(), batch.GetProperty("total").GetInt32(), batch.GetProperty("issued").GetInt32()).ShouldBe(("finished", 2, 2));
        var items = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().ToList();
        NumberOf(items[1]).ShouldBe(NumberOf(items[0]) + 1);
        var first = items[0];
        var code = first.GetProperty("verificationCode").GetString()!;
        var valid = await Anonymous.GetJsonAsync(Verify + $"{code[..4].ToLowerInvariant()}-{code[4..]}");
        (valid.GetProperty("status").GetString(), valid.GetProperty("number").GetString(), valid.GetProperty("fullName").GetString()).ShouldBe(("valid", first.GetProperty("number").GetString(), "Học viên 1"));
        valid.EnumerateObject().Select(static member => member.Name).ShouldBe(
            ["status", "number", "fullName", "organizationName", "courseTitle", "courseKind", "startsOn", "endsOn", "attended", "held", "issuer", "issuedOn"], ignoreOrder: true);

        var correction = await CertificateCalls.RecordAsync(officer, course, [], [first.GetProperty("registrationId").GetGuid()]);
        (await correction.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/absent/0 attendance.certificateIssued"]);
        var revoked = await (await RevokeAsync(officer, course, first, "Ghi sai họ tên")).JsonAsync();
        (revoked.GetProperty("status").GetString(), revoked.GetProperty("canRevoke").GetBoolean()).ShouldBe(("revoked", false));
        var gone = await Anonymous.GetJsonAsync(Verify + code);
        (gone.GetProperty("status").GetString(), gone.GetProperty("revokedOn").GetString(), gone.GetProperty("revocationReason").GetString()).ShouldBe(("revoked", "2022-10-03", "Ghi sai họ tên"));
        await (await RevokeAsync(officer, course, first, "Lần nữa")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "certificate.alreadyRevoked");

        await CertificateCalls.IssuedAsync(officer, course, first.GetProperty("registrationId").GetGuid());
        var anew = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().ToList();
        anew.Count.ShouldBe(3);
        NumberOf(anew[2]).ShouldBe(NumberOf(items[1]) + 1);
        await (await Anonymous.GetAsync(Verify + new string('2', 20), Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "certificate.notFound");
        await (await Anonymous.GetAsync(Verify + first.GetProperty("number").GetString(), Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "certificate.notFound");
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_in_the_order_of_the_numbers()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 5);
        await CertificateCalls.IssuedAsync(officer, course);

        var numbers = new List<int>();
        var (cursor, pages) = (string.Empty, 0);
        do
        {
            var page = await officer.GetJsonAsync($"{course.Address}/certificates?limit=2{cursor}");
            page.GetProperty("issued").GetInt32().ShouldBe(5, "the figures are of the whole course on every page");
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(NumberOf));
            cursor = page.TryGetProperty("nextCursor", out var next) ? "&cursor=" + Uri.EscapeDataString(next.GetString()!) : string.Empty;
            pages++;
        }
        while (cursor.Length > 0);

        (pages, numbers.Count).ShouldBe((3, 5));
        numbers.ShouldBe(Enumerable.Range(numbers[0], 5));
    }

    [Fact]
    public async Task Who_does_not_qualify_is_named_and_a_course_without_attendance_issues_nothing()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 2, absent: 1);
        var people = (await officer.GetJsonAsync(course.Address + "/attendance")).GetProperty("trainees").EnumerateArray().Select(static person => person.GetProperty("registrationId").GetGuid()).ToArray();
        (await (await CertificateCalls.TryIssueAsync(officer, course, people[0], people[1], Guid.Empty)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults()
            .ShouldBe(["/registrationIds/1 certificate.notCompleted", "/registrationIds/2 attendance.notOnList"]);
        await CertificateCalls.IssuedAsync(officer, course);
        await (await CertificateCalls.TryIssueAsync(officer, course)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "certificate.nobodyToIssue");

        var running = await CourseDriver.OpenAsync(officer, 5, static input => (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03"));
        await running.RegisterAsync(officer, 1);
        await (await CertificateCalls.TryIssueAsync(officer, running)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "certificate.courseNotEnded");
        await running.DoAsync(officer, "end");
        await (await CertificateCalls.TryIssueAsync(officer, running)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "certificate.attendanceMissing");
        (await CertificateCalls.ListAsync(officer, running)).GetProperty("blocked").GetProperty("code").GetString().ShouldBe("certificate.attendanceMissing");
    }

    [Fact]
    public async Task Five_hundred_in_four_batches_at_once_get_one_certificate_each_without_a_gap()
    {
        const int people = 500;
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, people, static input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03");
            input["sessions"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"date":"2022-10-03","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}]""");
        });
        await Parallel.ForAsync(1, people + 1, Stop, async (number, _) => (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(number))).StatusCode.ShouldBe(HttpStatusCode.Created));
        var ids = (await course.ListAsync(officer)).Select(static one => one.GetProperty("id").GetGuid()).ToArray();
        (await CertificateCalls.RecordAsync(officer, course, ids, [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        await course.DoAsync(officer, "end");

        var watch = Stopwatch.StartNew();
        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CertificateCalls.TryIssueAsync(officer, course)));
        started.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.Created);
        var finished = await Task.WhenAll(started.Select(answer => CertificateCalls.FinishedAsync(officer, answer.Headers.Location!)));
        TestContext.Current.SendDiagnosticMessage($"{people} certificates in {watch.Elapsed.TotalSeconds:F1} s, {GC.GetTotalMemory(forceFullCollection: true) / 1_048_576} MiB afterwards.");

        finished.Sum(static batch => batch.GetProperty("issued").GetInt32()).ShouldBe(people);
        finished.SelectMany(static batch => batch.GetProperty("skipped").EnumerateArray()).ShouldAllBe(static skipped => skipped.GetProperty("code").GetString() == "certificate.alreadyIssued");
        finished.ShouldAllBe(static batch => batch.GetProperty("state").GetString() == "finished" && batch.GetProperty("handled").GetInt32() == people);
        (await Database.ScalarAsAdminAsync("SELECT count(*) || ' ' || count(DISTINCT registration_id) || ' ' || max(right(number, 4)::int) - min(right(number, 4)::int) FROM training_certificates WHERE course_id = $1", course.Id))
            .ShouldBe("500 500 499");

        using var archive = new ZipArchive(await officer.GetStreamAsync(course.Address + "/certificates/archive", Stop));
        archive.Entries.Count.ShouldBe(people);
        archive.Entries[0].Name.ShouldMatch("^GCN-2022-[0-9]{4} Học viên [0-9]+\\.pdf$");
    }

    [Fact]
    public async Task Whoever_a_batch_leaves_out_uses_up_no_number()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 3);
        var started = await Task.WhenAll(CertificateCalls.TryIssueAsync(officer, course), CertificateCalls.TryIssueAsync(officer, course));
        foreach (var batch in started.Where(static answer => answer.StatusCode == HttpStatusCode.Created))
        {
            await CertificateCalls.FinishedAsync(officer, batch.Headers.Location!);
        }

        var last = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().Max(NumberOf);
        var next = await CertificateCalls.EndedAsync(officer, 1);
        await CertificateCalls.IssuedAsync(officer, next);

        NumberOf((await CertificateCalls.ListAsync(officer, next)).GetProperty("items")[0]).ShouldBe(last + 1);
    }

    [Fact]
    public async Task A_batch_that_was_left_goes_on_where_it_stood()
    {
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, 3);
        var ids = (await course.ListAsync(officer)).Select(static one => one.GetProperty("id").GetGuid()).ToArray();
        var batchId = Guid.CreateVersion7();
        // As a node leaves it that stops after the first certificate.
        await Database.ExecuteAsAdminAsync(
            """
            INSERT INTO certificate_batches (id, province, revision, course_id, registration_ids, public_url, handled, issued, skipped, state, issued_on, requested_by, requested_by_name, requested_at)
            VALUES ($1, 'konTum', 0, $2, to_jsonb($3::uuid[]), 'https://nscl.example', 1, 1, '[]', 'running', DATE '2022-10-03', gen_random_uuid(), 'Trần Thị Mai', now())
            """,
            batchId,
            course.Id,
            ids);
        Api.Services.GetRequiredService<ICertificateIssuing>().Wake();
        var batch = await CertificateCalls.FinishedAsync(officer, new Uri($"{course.Address}/certificate-batches/{batchId}", UriKind.Relative));

        (batch.GetProperty("state").GetString(), batch.GetProperty("issued").GetInt32()).ShouldBe(("finished", 3));
        (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("registrationId").GetGuid()).ShouldBe([ids[1], ids[2]], ignoreOrder: true);
    }

    [Fact]
    public async Task The_paper_reads_in_Vietnamese_and_is_the_same_to_the_byte()
    {
        var officer = await SignInAsync("officer");
        var name = "Nguyễn Thị Hồng Phượng Ỷ Ỹ Ỵ".Normalize(NormalizationForm.FormD);
        var course = await CertificateCalls.EndedAsync(officer, 1, _ => new { fullName = name, participantKind = "cooperative", organizationName = "HTX Đăk Mar {{courseTitle}} <b>", phone = "0905123456" });
        await CertificateCalls.IssuedAsync(officer, course);
        var certificate = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items")[0];
        var address = $"{course.Address}/certificates/{certificate.GetProperty("id").GetGuid()}/content";
        var answer = await officer.GetAsync(address, Stop);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(certificate.GetProperty("fileSha256").GetString());
        using var paper = PdfDocument.Open(bytes);
        paper.NumberOfPages.ShouldBe(1);
        var text = TextOf(paper);
        text.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        foreach (var part in (string[])["GIẤY CHỨNG NHẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nguyễn Thị Hồng Phượng Ỷ Ỹ Ỵ", "{{courseTitle}}", "1/1 buổi", "ngày 03 tháng 10 năm 2022", certificate.GetProperty("number").GetString()!])
        {
            text.ShouldContain(part.Replace(" ", string.Empty, StringComparison.Ordinal));
        }

        var facts = new CertificateFacts("A Nao", "KH-2022-0001", CourseKind.Workshop, "Hội thảo", new DateOnly(2022, 1, 2), new DateOnly(2022, 1, 2), [], 1, 1, 0, Papers.DefaultTemplate("Tỉnh Kon Tum", "Kon Tum"), "https://nscl.example/verify");
        var one = Papers.Certificate(facts, "GCN-2022-0001", PublicCodes.NewSecret(), new DateOnly(2022, 1, 3));
        Convert.ToHexString(SHA256.HashData(Again())).ShouldBe(Convert.ToHexString(SHA256.HashData(Again())));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            Again();
        }

        TestContext.Current.SendDiagnosticMessage($"{watch.Elapsed.TotalMilliseconds / 20:F1} ms and {one.Length / 1024} KiB for one paper.");
        using var small = PdfDocument.Open(one);
        TextOf(small).ShouldContain("KonTum,ngày03tháng01năm2022");

        byte[] Again() => Papers.Certificate(facts, "GCN-2022-0001", new string('A', 20), new DateOnly(2022, 1, 3));
    }

    [Fact]
    public async Task Another_province_and_another_enterprise_find_no_certificate()
    {
        var officer = await SignInAsync("officer");
        var ginseng = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng);
        var course = await CertificateCalls.EndedAsync(officer, 2, number => number == 1 ? new { fullName = "Trần Văn Bảy", participantKind = "enterprise", enterpriseId = ginseng } : CourseDriver.PersonOf(number));
        await CertificateCalls.IssuedAsync(officer, course);
        var items = (await CertificateCalls.ListAsync(officer, course)).GetProperty("items").EnumerateArray().ToList();
        var enterprise = await SignInAsync("enterprise");
        var own = await CertificateCalls.ListAsync(enterprise, course);
        own.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("fullName").GetString()).ShouldBe(["Trần Văn Bảy"]);
        own.GetProperty("canIssue").GetBoolean().ShouldBeFalse();
        (await enterprise.GetAsync($"{course.Address}/certificates/{items[0].GetProperty("id").GetGuid()}/content", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await enterprise.GetAsync($"{course.Address}/certificates/{items[1].GetProperty("id").GetGuid()}/content", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "certificate.notFound");
        await (await RevokeAsync(enterprise, course, items[0], "Không")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        var stranger = await SignInAsync("officer.tayninh");
        await (await stranger.GetAsync(course.Address + "/certificates", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await RevokeAsync(stranger, course, items[0], "Không")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "certificate.notFound");
    }

    [Fact]
    public async Task The_sheet_to_sign_has_everybody_with_a_seat_and_their_codes()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 60, static input => input["sessions"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"date":"2022-11-24","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}]"""));
        var codes = new List<string>();
        for (var number = 1; number <= 60; number++)
        {
            codes.Add((await course.RegisterAsync(officer, number)).Body.GetProperty("personalCode").GetString()!);
        }

        using var paper = PdfDocument.Open(await officer.GetByteArrayAsync($"{course.Address}/sessions/{course.Body.GetProperty("sessions")[0].GetProperty("id").GetGuid()}/attendance-sheet", Stop));

        paper.NumberOfPages.ShouldBeGreaterThan(1);
        var text = TextOf(paper);
        codes.ShouldAllBe(code => text.Contains(code, StringComparison.Ordinal));
        text.ShouldContain("DANHSÁCHĐIỂMDANH");
    }

    private ITrainingPapers Papers => Api.Services.GetRequiredService<ITrainingPapers>();

    private static Task<HttpResponseMessage> RevokeAsync(HttpClient client, CourseDriver course, JsonElement certificate, string reason) =>
        client.PostJsonAsync($"{course.Address}/certificates/{certificate.GetProperty("id").GetGuid()}/revoke", new { reason });

    private static int NumberOf(JsonElement certificate) => int.Parse(certificate.GetProperty("number").GetString()![^4..], System.Globalization.CultureInfo.InvariantCulture);

    internal static string TextOf(PdfDocument paper) => string.Concat(paper.GetPages().SelectMany(static page => page.Letters).Select(static letter => letter.Value)).Replace(" ", string.Empty, StringComparison.Ordinal);
}
