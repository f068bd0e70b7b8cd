using System.Net;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Awards;

/// <summary>Seasons and nominations from the plan to the accepted dossier, and who may see and do what.</summary>
public sealed class AwardSeasonTests(AwardFixture fixture) : ApiTests<AwardFixture>(fixture)
{
    [Fact]
    [SourceFact("S2.18")]
    public async Task A_season_is_planned_under_the_rules_of_its_year_and_opened()
    {
        var officer = await SignInAsync("officer");
        var programId = (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM support_programs WHERE code = 'KT2021'"))!;
        var season = await SeasonDriver.PlannedAsync(officer, new { year = Fixture.NextYear(), title = "Giải thưởng Chất lượng Quốc gia", programId });

        season.Body.GetProperty("regime").GetProperty("code").GetString().ShouldBe("regimeA");
        season.Body.GetProperty("regime").GetProperty("criteria").EnumerateArray().Sum(static criterion => criterion.GetProperty("maxPoints").GetInt32()).ShouldBe(1000);
        season.Body.GetProperty("programCode").GetString().ShouldBe("KT2021");
        season.Body.GetProperty("openPoints").EnumerateArray().ShouldHaveSingleItem().GetProperty("kind").GetString().ShouldBe("reentryYears");
        var refused = await (await season.TryAsync(officer, "open")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardSeason.openPointsLeft");
        refused.GetProperty("args").GetProperty("openPoints")[0].GetString().ShouldBe("reentryYears");
        season.Body.GetProperty("blockedActions").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("awardSeason.openPointsLeft");

        await season.PutAsync(officer, new
        {
            year = season.Body.GetProperty("year").GetInt32(),
            title = "Giải thưởng Chất lượng Quốc gia",
            reentryYears = 2,
            reentrySource = "Hướng dẫn của thành phố Đà Nẵng",
            deadlines = new[] { new { kind = "registration", date = "2022-10-30" }, new { kind = "dossier", date = "2022-11-30" } },
        });
        await season.DoAsync(officer, "open");
        season.Allowed().ShouldBe(["nominate", "extendDeadline", "close", "cancel"]);
        await season.DoAsync(officer, "extend-deadline", new { kind = "registration", date = "2022-11-15", reason = "Do dịch bệnh" });
        var moved = season.Body.GetProperty("deadlines")[0];
        moved.GetProperty("date").GetString().ShouldBe("2022-11-15");
        moved.GetProperty("extensions")[0].GetProperty("from").GetString().ShouldBe("2022-10-30");
        await (await officer.PostJsonAsync(SeasonDriver.Route, SeasonDriver.Input(season.Body.GetProperty("year").GetInt32()))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardSeason.yearTaken");
        (await officer.GetJsonAsync(SeasonDriver.Route + "?status=open&count=true")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetGuid()).ShouldContain(season.Id);
    }

    [Fact]
    public async Task A_season_of_2026_opens_once_what_the_sources_leave_open_is_entered_with_its_source()
    {
        var officer = await SignInAsync("officer");
        var season = await SeasonDriver.PlannedAsync(officer, SeasonDriver.Input(2026));
        season.Body.GetProperty("openPoints").GetArrayLength().ShouldBe(10);
        var criteria = season.Body.GetProperty("regime").GetProperty("criteria").EnumerateArray().Select(static criterion => criterion.GetProperty("code").GetString()!).ToList();

        await (await season.TryAsync(officer, "fill-open-points", new { source = "Thử nghiệm", criteria = criteria.Select(static criterion => new { criterion, maxPoints = 100 }) })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardSeason.pointsDoNotSum");
        await season.DoAsync(officer, "fill-open-points", new
        {
            source = "Thông tư thử nghiệm",
            criteria = criteria.Select(static criterion => new { criterion, maxPoints = 125 }),
            levels = new[] { new { level = "gold", minPoints = 800 }, new { level = "silver", minPoints = 600 } },
        });
        await season.DoAsync(officer, "open");

        season.Body.GetProperty("fillings")[0].GetProperty("values").GetProperty("source").GetString().ShouldBe("Thông tư thử nghiệm");
        var nomination = await season.NominateAsync(officer, NominationDriver.Of(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng)));
        nomination.Condition("productOnMarket").ShouldBe(("unknown", "marketDateUnknown"));
    }

    [Fact]
    public async Task An_enterprise_is_nominated_hands_in_its_dossier_and_is_accepted()
    {
        var officer = await SignInAsync("officer");
        var representative = await SignInAsync("enterprise");
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());

        var nomination = await season.NominateAsync(representative, new { activity = "production" });
        nomination.Body.GetProperty("code").GetString().ShouldStartWith("GTCLQG-");
        nomination.Body.GetProperty("nominatedBy").GetString().ShouldBe("enterprise");
        nomination.Body.GetProperty("enterpriseName").GetString().ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");
        nomination.Allowed().ShouldBe(["update", "attachDocument", "removeDocument", "withdraw"]);
        await nomination.PutAsync(representative, new { officialEmployees = 301, declarations = NominationDriver.Declared, selfAssessment = new[] { new { criterion = "leadership", points = 100, text = "Tầm nhìn rõ ràng", evidence = new[] { "Nghị quyết 01" } } } });
        nomination.Body.GetProperty("type").GetString().ShouldBe("productionLarge");
        await nomination.AttachAsync(representative, "applicationForm", "businessResults");
        var mistaken = nomination.Body.GetProperty("parts").EnumerateArray().Single(static part => part.GetProperty("code").GetString() == "businessResults").GetProperty("documents")[0];
        mistaken.GetProperty("canRemove").GetBoolean().ShouldBeTrue();
        (await representative.SendJsonAsync(HttpMethod.Delete, $"{nomination.Address}/documents/{mistaken.GetProperty("id").GetGuid()}", null, nomination.ETag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await nomination.ReadAsync(representative);
        var missing = await (await nomination.TryAsync(representative, "submit-dossier")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.partsMissing");
        missing.GetProperty("args").GetProperty("count").GetInt32().ShouldBe(6);
        await nomination.AttachAsync(representative, NominationDriver.RequiredParts[1..]);
        await nomination.DoAsync(representative, "submit-dossier");

        nomination.Body.GetProperty("checkDueOn").GetString().ShouldBe("2022-10-10", "five working days from Monday 3 October");
        await nomination.ReadAsync(officer);
        await nomination.DoAsync(officer, "request-supplement", new { reason = "Thiếu chứng chỉ", parts = new[] { "managementSystems" }, deadline = "2022-10-20" });
        await nomination.ReadAsync(representative);
        await nomination.AttachAsync(representative, "managementSystems");
        await nomination.DoAsync(representative, "resubmit");
        await nomination.ReadAsync(officer);
        nomination.Condition("noViolation").ShouldBe(("unknown", "violationNotChecked"));
        await (await nomination.TryAsync(officer, "accept")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.eligibilityUnknown");
        await nomination.ConfirmNoViolationAsync(officer);
        await nomination.DoAsync(officer, "accept");

        nomination.Status.ShouldBe("dossierAccepted");
        nomination.Body.GetProperty("eligibility").EnumerateArray().ShouldAllBe(static check => check.GetProperty("outcome").GetString() == "met");
        await season.ReadAsync(officer);
        await season.DoAsync(officer, "start-assessing");
        await nomination.DoAsync(officer, "start-assessment");
        nomination.Body.GetProperty("timeline").EnumerateArray().Select(static step => step.GetProperty("to").GetString())
            .ShouldBe(["registered", "dossierSubmitted", "dossierIncomplete", "dossierSubmitted", "dossierAccepted", "assessing"]);
        var paper = nomination.Body.GetProperty("parts")[0].GetProperty("documents")[0].GetProperty("id").GetGuid();
        (await representative.GetAsync($"{nomination.Address}/documents/{paper}/content", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_ineligible_enterprise_is_told_every_reason()
    {
        var officer = await SignInAsync("officer");
        var year = Fixture.NextYear();
        var season = await SeasonDriver.OpenAsync(officer, year);
        var enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee);
        await Database.ExecuteAsAdminAsync("UPDATE enterprises SET established_on = '2020-01-01' WHERE id = $1", enterpriseId);
        await Database.ExecuteAsAdminAsync("INSERT INTO award_wins (id, province, revision, enterprise_id, enterprise_name, year, level, source) VALUES ($1, 'konTum', 0, $2, 'Cà phê', $3, 'gold', 'QĐ 1/QĐ-TTg')", Guid.CreateVersion7(), enterpriseId, year - 1);
        var nomination = await season.NominateAsync(officer, new { enterpriseId, activity = "production", officialEmployees = 36, declarations = new { isLegalPerson = false, operatesContinuously = true, hasViolation = true } });
        await nomination.SubmitAsync(officer);

        var refused = await (await nomination.TryAsync(officer, "accept")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.ineligible");

        refused.GetProperty("args").GetProperty("reasons").EnumerateArray().Select(static reason => reason.GetString()).ShouldBe(["noLegalPerson", "operatesTooShort", "violationFound", "waitsAfterGold"]);
        nomination.Allowed().ShouldNotContain("accept");
        await nomination.DoAsync(officer, "refuse", new { reason = "Không đáp ứng điều kiện tham dự" });
        (nomination.Status, nomination.Body.GetProperty("endReason").GetString()).ShouldBe(("notForwarded", "Không đáp ứng điều kiện tham dự"));
        await Database.ExecuteAsAdminAsync("UPDATE enterprises SET established_on = '2014-03-20' WHERE id = $1", enterpriseId);
        await Database.ExecuteAsAdminAsync("DELETE FROM award_wins WHERE enterprise_id = $1", enterpriseId);
    }

    [Fact]
    [SourceFact("S4.18")]
    public async Task A_season_in_which_nobody_takes_part_ends_with_its_cause()
    {
        var officer = await SignInAsync("officer");
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());

        await (await season.TryAsync(officer, "close")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardSeason.explanationRequired");
        await season.DoAsync(officer, "close", new { explanation = "Không có doanh nghiệp đăng ký tham gia" });

        season.Status.ShouldBe("closed");
        season.Body.GetProperty("counts").GetProperty("takingPart").GetInt32().ShouldBe(0);
        season.Body.GetProperty("closingExplanation").GetString().ShouldBe("Không có doanh nghiệp đăng ký tham gia");
    }

    [Fact]
    public async Task Two_nominations_of_one_enterprise_at_once_leave_one()
    {
        var officer = await SignInAsync("officer");
        var representative = await SignInAsync("enterprise");
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());
        var body = NominationDriver.Of(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(place => season.TryNominateAsync(place % 2 == 0 ? officer : representative, body)));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "awardNomination.enterpriseNominated");
        }

        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM award_nominations WHERE season_id = $1", season.Id)).ShouldBe(1L);
    }

    [Fact]
    public async Task Who_withdrew_may_come_back_with_a_new_nomination()
    {
        var officer = await SignInAsync("officer");
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());
        var body = NominationDriver.Of(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));
        var first = await season.NominateAsync(officer, body);
        await first.DoAsync(officer, "withdraw", new { reason = "Chưa sẵn sàng" });

        var second = await season.NominateAsync(officer, body);

        second.Body.GetProperty("code").GetString().ShouldEndWith("-0002");
    }

    [Fact]
    public async Task Another_province_and_another_enterprise_find_nothing()
    {
        var officer = await SignInAsync("officer");
        var stranger = await SignInAsync("officer.tayninh");
        var neighbour = await SignInAsync("enterprise.coffee");
        var planned = await SeasonDriver.PlannedAsync(officer, SeasonDriver.Input(Fixture.NextYear()));
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());
        var nomination = await season.NominateAsync(officer, NominationDriver.Of(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng)));

        await (await stranger.GetAsync(season.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardSeason.notFound");
        await (await stranger.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardSeason.notFound");
        await (await season.TryNominateAsync(stranger, NominationDriver.Of(Guid.CreateVersion7()))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardSeason.notFound");
        await (await neighbour.GetAsync(planned.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardSeason.notFound");
        await (await neighbour.GetAsync(nomination.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardNomination.notFound");
        (await neighbour.GetJsonAsync(season.Address + "/nominations")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await season.TryNominateAsync(neighbour, NominationDriver.Of(await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng)))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        await (await nomination.TryAsync(neighbour, "withdraw", new { reason = "Thử" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "awardNomination.notFound");
        (await officer.GetJsonAsync(season.Address + "/nominations?q=sam+ngoc+linh&status=registered&type=productionSme&sort=-enterpriseName")).GetProperty("items").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(nomination.Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Bad_input_is_named_field_by_field()
    {
        var officer = await SignInAsync("officer");
        var problem = await (await officer.PostJsonAsync(SeasonDriver.Route, new { year = 1000, title = "", reentryYears = 99 })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        problem.Faults().ShouldBe(["/year input.outOfRange", "/title input.required", "/reentryYears input.outOfRange"], ignoreOrder: true);
        var regime = await (await officer.PostJsonAsync(SeasonDriver.Route, new { year = 2024, title = "A", regime = "regimeX" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        regime.Faults().ShouldBe(["/regime awardSeason.regimeUnknown"]);
        var season = await SeasonDriver.OpenAsync(officer, Fixture.NextYear());
        var none = await (await season.TryNominateAsync(officer, new { })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        none.Faults().ShouldBe(["/enterpriseId input.required"]);
    }

    [Fact]
    public async Task The_regimes_are_listed_with_what_they_leave_open()
    {
        var regimes = (await (await SignInAsync("enterprise")).GetJsonAsync("/api/v1/award-regimes")).GetProperty("items");

        regimes.EnumerateArray().Select(static regime => regime.GetProperty("code").GetString()).ShouldBe(["regimeA", "regimeB"]);
        regimes[1].GetProperty("criteria")[0].TryGetProperty("maxPoints", out _).ShouldBeFalse();
        regimes[0].GetProperty("reentry").EnumerateArray().Select(static guide => guide.GetProperty("years").GetInt32()).ShouldBe([2, 3]);
    }
}
