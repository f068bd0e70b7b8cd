using System.Net;
using System.Text.Json;
using Npgsql;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Outreach;

/// <summary>Campaigns, whom they reach, and what is counted of them.</summary>
public sealed class OutreachTests(OutreachFixture fixture) : ApiTests<OutreachFixture>(fixture)
{
    [Fact]
    [SourceFact("S4.19", "S4.20", "S4.23", "S3.21", "S3.56")]
    public async Task The_survey_of_2022_reports_nineteen_enterprises_in_eight_of_ten_districts_four_guided_and_one_application()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        string[] districts = ["608", "608", "608", "608", "611", "611", "612", "612", "612", "613", "613", "613", "614", "615", "615", "616", "616", "617", "617"];
        var prospects = new List<ProspectDriver>();
        foreach (var district in districts)
        {
            prospects.Add(await OutreachCalls.SurveyedAsync(officer, campaignId, district));
        }

        foreach (var guided in prospects.Take(3))
        {
            await guided.DoAsync(officer, "guide", ProspectDriver.Act("2022-09-20", "meeting"));
        }

        // The fourth was never surveyed, and its dossier is in: three figures, not one nested set.
        var fourth = await OutreachCalls.AddedAsync(officer, campaignId, await OutreachCalls.NewEnterpriseAsync(officer, "610"));
        await fourth.DoAsync(officer, "guide", ProspectDriver.Act("2022-09-20", "meeting"));
        var dossier = await SubmittedAsync(officer, fourth.EnterpriseId);
        await fourth.DoAsync(officer, "record-application", new { enrollmentId = dossier.Id });
        await prospects[18].DoAsync(officer, "decline", new { act = new { on = "2022-09-21", channel = "phone" }, reasons = new[] { "alreadyCertified" } });

        var counted = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}&asOf=2022-12-15");

        Figure(counted, "surveyed").ShouldBe((19, 19));
        Figure(counted, "guided").ShouldBe((4, 4));
        Figure(counted, "applied").ShouldBe((1, 1));
        Figure(counted, "declined").ShouldBe((1, 1));
        counted.GetProperty("prospects").GetInt32().ShouldBe(20);
        var coverage = counted.GetProperty("coverage");
        (coverage.GetProperty("covered").GetInt32(), coverage.GetProperty("total").GetInt32()).ShouldBe((8, 10));
        counted.GetProperty("districts").EnumerateArray().Where(static row => row.GetProperty("surveyed").GetInt32() == 0)
            .Select(static row => row.GetProperty("code").GetString()).ShouldBe(["610", "618"]);
        (await RowsAsync(officer, campaignId, "surveyed")).Count.ShouldBe(19);
        (await RowsAsync(officer, campaignId, "guided")).Count.ShouldBe(4);
        (await RowsAsync(officer, campaignId, "applied")).ShouldHaveSingleItem().GetProperty("enrollmentId").GetGuid().ShouldBe(dossier.Id);
        (await RowsAsync(officer, campaignId, "declined")).ShouldHaveSingleItem().GetProperty("stage").GetString().ShouldBe("declined");
    }

    [Fact]
    [SourceFact("S4.19")]
    public async Task The_number_of_districts_is_that_of_the_day_and_none_after_the_district_tier_ended()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        await OutreachCalls.SurveyedAsync(officer, campaignId, "615");

        var now = await CoverageAsync(null);
        var before = await CoverageAsync("2015-03-10");
        var after = await CoverageAsync("2025-07-01");

        now.ShouldBe(("2022-10-03", 1, 10, 0));
        // Nobody had been surveyed yet, in nine districts.
        before.ShouldBe(("2015-03-10", 0, 9, 0));
        // What was a district is several communes: no district to count, and none to divide by.
        after.ShouldBe(("2025-07-01", 0, 0, 1));

        async Task<(string?, int, int, int)> CoverageAsync(string? asOf)
        {
            var coverage = (await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}{(asOf is null ? string.Empty : "&asOf=" + asOf)}")).GetProperty("coverage");
            return (coverage.GetProperty("asOf").GetString(), coverage.GetProperty("covered").GetInt32(), coverage.GetProperty("total").GetInt32(), coverage.GetProperty("unplacedEnterprises").GetInt32());
        }
    }

    [Fact]
    [SourceFact("S4.24", "S4.25")]
    public async Task Who_declines_counts_as_surveyed_gives_its_reasons_and_is_asked_again_on_the_day_agreed()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        var certified = await OutreachCalls.SurveyedAsync(officer, campaignId, heldSystems: ["iso9001", "vietGapCrop", "organic"]);
        var recovering = await OutreachCalls.SurveyedAsync(officer, campaignId);
        await certified.DoAsync(officer, "decline", new { act = new { on = "2022-09-10", channel = "phone" }, reasons = new[] { "alreadyCertified" } });
        var declined = await recovering.DoAsync(officer, "decline", new { act = new { on = "2022-09-10", channel = "visit" }, reasons = new[] { "recovering", "alreadyCertified" }, followUpOn = "2023-02-15" });

        declined.GetProperty("reasons").EnumerateArray().Select(static reason => reason.GetProperty("nameVi").GetString()).ShouldBe(["Đang khôi phục sản xuất kinh doanh", "Đã xây dựng và có chứng nhận"]);
        certified.Body.GetProperty("heldSystems").GetArrayLength().ShouldBe(3);
        var counted = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}");
        (Figure(counted, "surveyed"), Figure(counted, "declined")).ShouldBe(((2, 2), (2, 2)));
        counted.GetProperty("reasons").EnumerateArray().Select(static reason => (reason.GetProperty("code").GetString(), reason.GetProperty("enterprises").GetInt32())).ShouldBe([("alreadyCertified", 2), ("recovering", 1)]);
        (await RowsAsync(officer, campaignId, "declined", "&reason=recovering")).ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(recovering.Id);
        (await ListAsync(officer, $"campaignId={campaignId}&followUpBy=2023-02-14")).ShouldBeEmpty();
        (await ListAsync(officer, $"campaignId={campaignId}&followUpBy=2023-02-15")).Count.ShouldBe(1);

        await recovering.DoAsync(officer, "mobilize", ProspectDriver.Act("2022-10-01"));

        recovering.Stage.ShouldBe("mobilized");
        var again = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}");
        (Figure(again, "surveyed"), Figure(again, "declined")).ShouldBe(((2, 2), (1, 1)));
        (await RowsAsync(officer, campaignId, "declined")).ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(certified.Id);
        // On the day before it was asked again, both had said no.
        Figure(await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}&asOf=2022-09-30"), "declined").ShouldBe((2, 2));
        (await RowsAsync(officer, campaignId, "declined", "&asOf=2022-09-30")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Acts_are_counted_beside_distinct_enterprises_and_what_was_taken_back_counts_nowhere()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        var prospect = await OutreachCalls.SurveyedAsync(officer, campaignId);
        await prospect.DoAsync(officer, "survey", ProspectDriver.Act("2022-09-12"));
        await prospect.DoAsync(officer, "guide", ProspectDriver.Act("2022-09-13"));

        await prospect.DoAsync(officer, "take-back", new { reason = "Ghi nhầm doanh nghiệp" });

        prospect.Stage.ShouldBe("surveyed");
        var counted = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}");
        (Figure(counted, "surveyed"), Figure(counted, "guided")).ShouldBe(((1, 2), (0, 0)));
        (await RowsAsync(officer, campaignId, "guided")).ShouldBeEmpty();
        var acts = (await officer.GetJsonAsync(prospect.Address)).GetProperty("acts");
        (acts.GetArrayLength(), acts[2].GetProperty("isTakenBack").GetBoolean(), acts[2].GetProperty("takenBackReason").GetString()).ShouldBe((3, true, "Ghi nhầm doanh nghiệp"));
    }

    [Fact]
    public async Task Years_count_their_own_acts()
    {
        var officer = await SignInAsync("officer");
        var planned = await officer.PostJsonAsync(OutreachCalls.Campaigns, OutreachCalls.Campaign(await Fixture.ProgramIdAsync(), "2021-11-01", "2022-03-31"));
        var campaignId = (await planned.JsonAsync()).GetProperty("id").GetGuid();
        var prospect = await OutreachCalls.SurveyedAsync(officer, campaignId, on: "2021-12-30");
        await prospect.DoAsync(officer, "survey", ProspectDriver.Act("2022-01-04"));

        var of2021 = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}&year=2021");
        var of2022 = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}&year=2022");
        var whole = await officer.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}");

        (of2021.GetProperty("asOf").GetString(), Figure(of2021, "surveyed")).ShouldBe(("2021-12-31", (1, 1)));
        Figure(of2022, "surveyed").ShouldBe((1, 1));
        (whole.GetProperty("asOf").GetString(), Figure(whole, "surveyed")).ShouldBe(("2022-03-31", (1, 2)));
        (await RowsAsync(officer, campaignId, "surveyed", "&year=2021")).Count.ShouldBe(1);
        (await RowsAsync(officer, campaignId, "surveyed", "&year=2020")).ShouldBeEmpty();
    }

    [Fact]
    [SourceFact("S4.20")]
    public async Task Only_the_enterprises_own_dossier_that_is_in_makes_an_application_and_only_once()
    {
        var officer = await SignInAsync("officer");
        var programId = await Fixture.ProgramIdAsync();
        var campaignId = await OutreachCalls.PlannedAsync(officer, programId);
        var prospect = await OutreachCalls.SurveyedAsync(officer, campaignId);
        var other = await OutreachCalls.SurveyedAsync(officer, campaignId);
        var draft = await Dossier.DraftAsync(officer, prospect.EnterpriseId, Dossier.Line("P50-CERT", "iso22000", 60_000_000, 30_000_000));

        await (await prospect.TryAsync(officer, "record-application", new { enrollmentId = draft.Id })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.notSubmitted");
        await draft.AttachSubmissionPapersAsync(officer);
        await draft.DoAsync(officer, "submit");
        await (await other.TryAsync(officer, "record-application", new { enrollmentId = draft.Id })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.wrongApplicant");
        await (await prospect.TryAsync(officer, "record-application", new { enrollmentId = Guid.CreateVersion7() })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");

        var applied = await prospect.DoAsync(officer, "record-application", new { enrollmentId = draft.Id });

        (applied.GetProperty("stage").GetString(), applied.GetProperty("lastActOn").GetString()).ShouldBe(("applied", "2022-10-03"));
        applied.GetProperty("enrollmentCode").GetString().ShouldStartWith("KT2021-2022-");
        await (await prospect.TryAsync(officer, "survey", ProspectDriver.Act("2022-10-03"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.wrongState");
        // One dossier came of one campaign.
        var second = await OutreachCalls.PlannedAsync(officer, programId);
        var elsewhere = await OutreachCalls.AddedAsync(officer, second, prospect.EnterpriseId);
        await elsewhere.DoAsync(officer, "survey", ProspectDriver.Act("2022-09-30"));
        await (await elsewhere.TryAsync(officer, "record-application", new { enrollmentId = draft.Id })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.enrollmentTaken");
    }

    [Fact]
    public async Task An_enterprise_is_on_a_list_once_and_leaves_it_only_while_nothing_was_entered()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        var enterpriseId = await OutreachCalls.NewEnterpriseAsync(officer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => officer.PostJsonAsync($"{OutreachCalls.Campaigns}/{campaignId}/prospects", new { enterpriseId })));

        var added = answers.Where(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldHaveSingleItem();
        foreach (var refused in answers.Where(answer => answer != added))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.alreadyOnList");
        }

        var prospect = new ProspectDriver(await added.JsonAsync(), added.ETagOf());
        (await DeleteAsync(officer, prospect)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await officer.GetAsync(prospect.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "outreachProspect.notFound");
        var spokenTo = await OutreachCalls.SurveyedAsync(officer, campaignId);
        await (await DeleteAsync(officer, spokenTo)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.wrongState");
    }

    [Fact]
    public async Task Nothing_is_entered_in_a_campaign_that_is_being_closed_or_is_closed()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        var prospect = await OutreachCalls.SurveyedAsync(officer, campaignId);
        Task<HttpResponseMessage> guiding;
        await using (var closer = new NpgsqlConnection(Database.AdminConnectionString))
        {
            await closer.OpenAsync(Stop);
            await using var closing = await closer.BeginTransactionAsync(Stop);
            await using var close = new NpgsqlCommand("WITH held AS (SELECT id FROM outreach_campaigns WHERE id = $1 FOR UPDATE) UPDATE outreach_campaigns SET status = 'closed' WHERE id IN (SELECT id FROM held)", closer) { Parameters = { new() { Value = campaignId } } };
            await close.ExecuteNonQueryAsync(Stop);
            guiding = prospect.TryAsync(officer, "guide", ProspectDriver.Act("2022-09-20"));
            while (!guiding.IsCompleted && (long)(await Database.ScalarAsAdminAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))! == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Stop);
            }

            await closing.CommitAsync(Stop);
        }

        await (await guiding).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachProspect.campaignClosed");
        (await officer.GetJsonAsync(prospect.Address)).GetProperty("allowedActions").GetArrayLength().ShouldBe(0);
        await (await officer.PostJsonAsync($"{OutreachCalls.Campaigns}/{campaignId}/prospects", new { enterpriseId = prospect.EnterpriseId })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "outreachCampaign.wrongState");
        var campaign = await officer.GetAsync($"{OutreachCalls.Campaigns}/{campaignId}", Stop);
        var reopened = await officer.PostJsonAsync($"{OutreachCalls.Campaigns}/{campaignId}/reopen", new { }, campaign.ETagOf());
        reopened.StatusCode.ShouldBe(HttpStatusCode.OK, await reopened.Content.ReadAsStringAsync(Stop));
        await prospect.DoAsync(officer, "guide", ProspectDriver.Act("2022-09-20"));
    }

    [Fact]
    [SourceFact("S2.25")]
    public async Task An_agency_reads_the_prospects_of_its_sector_and_an_enterprise_reads_none()
    {
        var officer = await SignInAsync("officer");
        var campaignId = await OutreachCalls.PlannedAsync(officer, await Fixture.ProgramIdAsync());
        var partner = await SignInAsync("partner");
        var seen = (await partner.GetJsonAsync("/api/v1/enterprises?limit=1")).GetProperty("items")[0];
        var ofSector = await OutreachCalls.AddedAsync(officer, campaignId, await OutreachCalls.NewEnterpriseAsync(officer, "615", sectorCode: seen.GetProperty("sectorCode").GetString()!));
        var foreign = await OutreachCalls.AddedAsync(officer, campaignId, await OutreachCalls.NewEnterpriseAsync(officer, "615", sectorCode: "coolClimateVegetablesFlowers"));

        var read = await partner.GetJsonAsync(ofSector.Address);

        read.GetProperty("allowedActions").GetArrayLength().ShouldBe(0);
        await (await partner.GetAsync(foreign.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "outreachProspect.notFound");
        (await ListAsync(partner, $"campaignId={campaignId}")).ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(ofSector.Id);
        (await partner.GetJsonAsync($"{OutreachCalls.Statistics}?campaignId={campaignId}")).GetProperty("prospects").GetInt32().ShouldBe(1);
        await (await ofSector.TryAsync(partner, "survey", ProspectDriver.Act("2022-09-20"))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        var enterprise = await SignInAsync("enterprise");
        await (await enterprise.GetAsync(ProspectDriver.Route, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task Codes_that_no_list_has_are_refused_at_their_fields()
    {
        var officer = await SignInAsync("officer");
        var programId = await Fixture.ProgramIdAsync();
        var prospect = await OutreachCalls.SurveyedAsync(officer, await OutreachCalls.PlannedAsync(officer, programId));

        await AtAsync(prospect.TryAsync(officer, "decline", new { act = new { on = "2022-09-20", channel = "phone" }, reasons = new[] { "recovering", "boredom" } }), "/reasons/1", "outreachProspect.unknownReason");
        await AtAsync(prospect.TryAsync(officer, "survey", new { act = new { on = "2022-09-20", channel = "visit" }, heldSystems = new[] { "iso1" } }), "/heldSystems/0", "outreachProspect.unknownSystem");
        await AtAsync(officer.PostJsonAsync(OutreachCalls.Campaigns, OutreachCalls.Campaign(programId, districts: ["615", "999"])), "/campaign/districts/1", "outreachCampaign.unknownDistrict");

        static async Task AtAsync(Task<HttpResponseMessage> answer, string pointer, string code)
        {
            var error = (await (await answer).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
            (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()).ShouldBe((pointer, code));
        }
    }

    private static (int Enterprises, int Acts) Figure(JsonElement statistics, string name) =>
        (statistics.GetProperty(name).GetProperty("enterprises").GetInt32(), statistics.GetProperty(name).GetProperty("acts").GetInt32());

    private static Task<List<JsonElement>> RowsAsync(HttpClient client, Guid campaignId, string figure, string more = "") => ListAsync(client, $"campaignId={campaignId}&figure={figure}{more}");

    private static async Task<List<JsonElement>> ListAsync(HttpClient client, string query) =>
        [.. (await client.GetJsonAsync($"{ProspectDriver.Route}?limit=100&{query}")).GetProperty("items").EnumerateArray()];

    private static async Task<HttpResponseMessage> DeleteAsync(HttpClient client, ProspectDriver prospect)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, prospect.Address);
        request.Headers.TryAddWithoutValidation("If-Match", prospect.ETag);
        return await client.SendAsync(request, Stop);
    }

    private static async Task<Dossier> SubmittedAsync(HttpClient officer, Guid enterpriseId)
    {
        var dossier = await Dossier.DraftAsync(officer, enterpriseId, Dossier.Line("P50-CERT", "iso22000", 60_000_000, 30_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await dossier.DoAsync(officer, "submit");
        return dossier;
    }
}
