using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Awards;

/// <summary>The council, the assessment, the result, and what follows from it.</summary>
public sealed class AwardAssessmentTests(AwardFixture fixture) : ApiTests<AwardFixture>(fixture)
{
    [Fact]
    [SourceFact("S1.10", "S3.11")]
    public async Task A_season_goes_from_nomination_to_gold()
    {
        var officer = await SignInAsync("officer");
        var representative = await SignInAsync("enterprise");
        var (season, nomination) = await AssessingAsync(officer, KonTumFixture.Ginseng);
        var year = season.Body.GetProperty("year").GetInt32();
        var session = await CouncilDriver.InSessionAsync(officer, nomination.Id);
        var (chair, expert, member, secretary) = (await SignInAsync("council.chair"), await SignInAsync("expert"), await SignInAsync("council.member1"), await SignInAsync("council.secretary"));
        foreach (var judge in (HttpClient[])[chair, expert, member, secretary])
        {
            await session.DeclareAsync(judge, nomination.Id);
        }

        await nomination.ScoreAsync(chair, "dossier", 800);
        var own = await nomination.ScoreAsync(expert, "dossier", 861);
        Stage(own, 0).GetProperty("ownSheet").GetProperty("total").GetInt32().ShouldBe(861);
        Stage(own, 0).GetProperty("sheetCount").GetInt32().ShouldBe(2);
        Stage(own, 0).GetProperty("sheets").GetArrayLength().ShouldBe(0, "blind until the stage is closed");
        await (await nomination.TryScoreAsync(expert, "site", 800)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.dossierStageOpen");
        await nomination.ReadAsync(secretary);
        await nomination.DoAsync(secretary, "close-stage", new { stage = "dossier" });
        Stage(nomination.Body, 0).GetProperty("sheets").GetArrayLength().ShouldBe(2);
        Stage(nomination.Body, 0).GetProperty("result").GetProperty("points").GetInt32().ShouldBe(831, "(800 + 861) / 2 half up");
        await (await nomination.TryScoreAsync(chair, "dossier", 1000)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.stageClosed");
        await nomination.ScoreAsync(member, "site", 820);
        await nomination.ReadAsync(officer);
        await (await nomination.TryAsync(officer, "conclude", new { sessionId = session.Id, forward = true, votesFor = 3, votesAgainst = 0 })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "council.noQuorum");
        await session.AttendAsync(officer, 0, 1, 2, 4);
        await (await nomination.TryAsync(officer, "conclude", new { sessionId = session.Id, forward = true, votesFor = 3, votesAgainst = 0 })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.stagesOpen");
        await nomination.DoAsync(officer, "close-stage", new { stage = "site" });
        await (await nomination.TryAsync(officer, "conclude", new { sessionId = session.Id, forward = true, votesFor = 5, votesAgainst = 0 })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "council.tooManyVotes");
        await nomination.DoAsync(officer, "conclude", new { sessionId = session.Id, forward = true, votesFor = 4, votesAgainst = 0 });

        nomination.Status.ShouldBe("forwarded");
        Names(nomination.Body, "possibleLevels").ShouldBe(year <= 2018 ? ["gold", "awardLegacy"] : ["gold", "silver"]);
        var seen = await representative.GetJsonAsync(nomination.Address);
        seen.TryGetProperty("points", out _).ShouldBeFalse("the organization reads its points with the result");
        seen.GetProperty("stages").GetArrayLength().ShouldBe(0);
        await season.ReadAsync(officer);
        await season.DoAsync(officer, "forward");
        await (await nomination.TryAsync(officer, "record-result", Gold(true))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.consentMissing");
        await nomination.DoAsync(officer, "record-consent", new { number = "120/UBND-KT", date = "2022-10-03" });
        await (await nomination.TryAsync(officer, "record-result", Gold(false))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.bestOfTypeRequired");
        await (await season.TryAsync(officer, "close")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardSeason.resultsMissing");
        await nomination.DoAsync(officer, "record-result", Gold(true));
        await nomination.KeepAsync(officer.PutJsonAsync(nomination.Address + "/feedback", new { items = new[] { new { criterion = "results", strengths = "Doanh thu tăng đều", opportunities = "Đo lường sự hài lòng của khách hàng" } } }, nomination.ETag), "feedback");
        (await representative.GetJsonAsync(nomination.Address)).TryGetProperty("feedback", out _).ShouldBeFalse("not released yet");
        await nomination.DoAsync(officer, "release-feedback");
        (await representative.GetJsonAsync(nomination.Address)).GetProperty("feedback").GetProperty("items")[0].GetProperty("strengths").GetString().ShouldBe("Doanh thu tăng đều");
        await season.ReadAsync(officer);
        await season.DoAsync(officer, "close");

        var counted = await officer.GetJsonAsync($"/api/v1/award-statistics?year={year}");
        (counted.GetProperty("registered").GetInt32(), counted.GetProperty("tookPart").GetInt32(), counted.GetProperty("won").GetInt32(), counted.GetProperty("tookPartAndWon").GetInt32()).ShouldBe((1, 1, 1, 1));
        counted.GetProperty("byLevel").EnumerateArray().Single(static level => level.GetProperty("level").GetString() == "gold").GetProperty("won").GetInt32().ShouldBe(1);
        var win = (await officer.GetJsonAsync($"/api/v1/award-wins?year={year}")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        win.GetProperty("nominationId").GetGuid().ShouldBe(nomination.Id);
        (await PublicAsync(year)).ShouldBeEmpty();
        var answer = await officer.GetAsync($"/api/v1/award-wins/{win.GetProperty("id").GetGuid()}", Stop);
        (await officer.PostJsonAsync($"/api/v1/award-wins/{win.GetProperty("id").GetGuid()}/publish", new { }, answer.ETagOf())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PublicAsync(year)).ShouldHaveSingleItem().GetProperty("enterpriseName").GetString().ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");

        static object Gold(bool bestOfType) => new { level = "gold", decisionNumber = "15/QĐ-TTg", decisionDate = "2022-10-03", bestOfType, certificateNumber = "GV-01" };
    }

    [Fact]
    public async Task A_member_opens_no_file_before_the_declaration_and_none_in_conflict()
    {
        var officer = await SignInAsync("officer");
        var (_, nomination) = await AssessingAsync(officer, KonTumFixture.Ginseng);
        var paper = nomination.Body.GetProperty("parts")[0].GetProperty("documents")[0].GetProperty("id").GetGuid();
        var file = $"{nomination.Address}/documents/{paper}/content";
        var (member, reviewer) = (await SignInAsync("council.member1"), await SignInAsync("council.reviewer"));
        await (await member.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardNomination.notFound");
        var session = await CouncilDriver.InSessionAsync(officer, nomination.Id);

        await (await member.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.declareFirst");
        await (await member.GetAsync(file, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.declareFirst");
        await (await nomination.TryScoreAsync(member, "dossier", 700)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.declareFirst");
        await session.DeclareAsync(member, nomination.Id);
        (await member.GetAsync(file, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await session.TryDeclareAsync(reviewer, nomination.Id, hasConflict: true)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "council.conflictReasonMissing");
        await session.DeclareAsync(reviewer, nomination.Id, hasConflict: true, "Tư vấn cho doanh nghiệp");
        await (await reviewer.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.recused");
        await (await reviewer.GetAsync(file, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.recused");
        await (await nomination.TryScoreAsync(reviewer, "dossier", 1000)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.recused");
        await (await nomination.TryAsync(member, "close-stage", new { stage = "dossier" })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.secretaryOnly");
        await session.ReadAsync(member);
        var quorum = session.Body.GetProperty("subjects")[0].GetProperty("quorum");
        (quorum.GetProperty("members").GetInt32(), quorum.GetProperty("required").GetInt32()).ShouldBe((4, 3), "five voting seats, one recused; the assessor does not vote");
        session.Body.GetProperty("subjects")[0].GetProperty("standing").GetString().ShouldBe("none");
        await (await officer.PostJsonAsync(nomination.Address + "/scores", AwardScores.Of("dossier", 700))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.noSeat");
    }

    [Fact]
    public async Task A_member_who_acts_for_the_enterprise_is_recused_whatever_is_declared()
    {
        var officer = await SignInAsync("officer");
        var (_, nomination) = await AssessingAsync(officer, KonTumFixture.Ginseng);
        var session = await CouncilDriver.InSessionAsync(officer, nomination.Id);
        var member = await SignInAsync("council.member2");
        var ginseng = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng);
        await Database.ExecuteAsAdminAsync("UPDATE users SET enterprise_ids = ARRAY[$1] WHERE user_name = 'council.member2'", ginseng);

        await session.DeclareAsync(member, nomination.Id);
        await Database.ExecuteAsAdminAsync("UPDATE users SET enterprise_ids = '{}' WHERE user_name = 'council.member2'");

        session.Body.GetProperty("subjects")[0].GetProperty("standing").GetString().ShouldBe("recused");
        await (await member.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "council.recused");
    }

    [Fact]
    public async Task A_member_who_scores_many_times_at_once_has_one_sheet()
    {
        var officer = await SignInAsync("officer");
        var (_, nomination) = await AssessingAsync(officer, KonTumFixture.Coffee);
        var session = await CouncilDriver.InSessionAsync(officer, nomination.Id);
        var member = await SignInAsync("council.member1");
        await session.DeclareAsync(member, nomination.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => nomination.TryScoreAsync(member, "dossier", 700 + number)));

        answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.OK);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM award_score_sheets WHERE nomination_id = $1", nomination.Id)).ShouldBe(1L);
    }

    [Fact]
    [SourceFact("S2.17")]
    public async Task Winners_of_2018_are_entitled_in_2019_and_the_amount_is_not_stated_until_it_is_entered()
    {
        var officer = await SignInAsync("officer.tayninh");
        var programId = (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM support_programs WHERE code = 'TN2019'"))!;
        var winners = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            var (etag, win) = await RecordedAsync(officer, number == 0 ? "gold" : "awardLegacy");
            var address = $"/api/v1/award-wins/{win.GetProperty("id").GetGuid()}";
            await (await officer.PostJsonAsync(address + "/entitle", new { programId, budgetYear = 2018 }, etag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "subsidy.noPolicyInForce");
            var entitled = await officer.PostJsonAsync(address + "/entitle", new { programId, budgetYear = 2019 }, etag);
            var support = (await entitled.JsonAsync()).GetProperty("entitlement");
            (support.GetProperty("budgetYear").GetInt32(), support.GetProperty("itemCode").GetString(), support.GetProperty("outcome").GetString()).ShouldBe((2019, "TN-AWARD", "notStated"));
            support.TryGetProperty("amount", out _).ShouldBeFalse();
            var entered = await officer.PostJsonAsync(address + "/enter-amount", new { amount = 30_000_000, source = "Quyết định minh họa" }, entitled.ETagOf());
            (await entered.JsonAsync()).GetProperty("entitlement").GetProperty("outcome").GetString().ShouldBe("entered");
            winners.Add(win.GetProperty("id").GetGuid());
        }

        var counted = await officer.GetJsonAsync("/api/v1/award-statistics?year=2018");
        (counted.GetProperty("won").GetInt32(), counted.GetProperty("tookPartAndWon").GetInt32()).ShouldBe((3, 0), "known from the documents; who was nominated is not");
        (await (await SignInAsync("officer")).GetJsonAsync("/api/v1/award-wins?year=2018")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetGuid()).Intersect(winners).ShouldBeEmpty();
    }

    private static async Task<(string ETag, JsonElement Win)> RecordedAsync(HttpClient officer, string level)
    {
        var registered = await officer.PostJsonAsync("/api/v1/enterprises", new { taxCode = Enterprises.EnterpriseCalls.NewTaxCode(), name = "Doanh nghiệp đạt giải 2018 (minh họa)", organizationType = "enterprise", districtCode = "703", sectorCode = "other" }, idempotencyKey: Guid.CreateVersion7().ToString());
        registered.StatusCode.ShouldBe(HttpStatusCode.Created, await registered.Content.ReadAsStringAsync(Stop));
        var answer = await officer.PostJsonAsync("/api/v1/award-wins", new { enterpriseId = (await registered.JsonAsync()).GetProperty("id").GetGuid(), year = 2018, level, source = "Kế hoạch năm 2019, mục II.2" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return (answer.ETagOf(), await answer.JsonAsync());
    }

    private async Task<List<JsonElement>> PublicAsync(int year) => [.. (await Anonymous.GetJsonAsync($"/api/v1/public/award-winners?year={year}&province=konTum")).GetProperty("items").EnumerateArray()];

    /// <summary>A nomination that the assessors have.</summary>
    private async Task<(SeasonDriver Season, NominationDriver Nomination)> AssessingAsync(HttpClient officer, string taxCode)
    {
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());
        var nomination = await season.NominateAsync(officer, NominationDriver.Of(await Fixture.EnterpriseIdAsync(taxCode)));
        await nomination.SubmitAsync(officer);
        await nomination.ConfirmNoViolationAsync(officer);
        await nomination.DoAsync(officer, "accept");
        await season.ReadAsync(officer);
        await season.DoAsync(officer, "start-assessing");
        await nomination.DoAsync(officer, "start-assessment");
        return (season, nomination);
    }

    private static JsonElement Stage(JsonElement nomination, int place) => nomination.GetProperty("stages")[place];

    private static string[] Names(JsonElement body, string property) => [.. body.GetProperty(property).EnumerateArray().Select(static name => name.GetString()!)];
}
