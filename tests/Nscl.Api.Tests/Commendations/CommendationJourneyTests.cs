using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Commendations;

/// <summary>Proposals from the first word to the decision, and what the plan period foresees.</summary>
public sealed class CommendationJourneyTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Fact]
    [SourceFact("S3.20")]
    public async Task A_proposal_goes_over_the_meeting_to_its_decision()
    {
        var (officer, director) = (await SignInAsync("officer"), await SignInAsync("director"));
        var proposal = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(await OwnProgramAsync()));
        proposal.Body.GetProperty("code").GetString().ShouldStartWith("KHT-2022-");
        var form = proposal.Body.GetProperty("form");
        (form.GetProperty("nameVi").GetString(), form.GetProperty("level").GetString()).ShouldBe(("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "province"));
        Names(proposal.Body).ShouldBe(["update", "attachDocument", "removeDocument", "review", "decline", "withdraw"]);
        await (await officer.PostJsonAsync(proposal.Address + "/record-decision", Decision, proposal.ETag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "commendation.wrongState");

        await proposal.DoAsync(officer, "review", new { metOn = "2022-10-03", minutes = "Biên bản số 01/BB-HĐTĐKT" });
        var seen = await director.GetJsonAsync(proposal.Address);
        var blocked = seen.GetProperty("blockedActions").EnumerateArray().ShouldHaveSingleItem();
        (blocked.GetProperty("action").GetString(), blocked.GetProperty("code").GetString()).ShouldBe(("submit", "commendation.minutesNotAttached"));
        await proposal.AttachAsync(officer, "minutes");
        await (await officer.PostJsonAsync(proposal.Address + "/submit", new { }, proposal.ETag)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await proposal.DoAsync(director, "submit", new { });
        await proposal.DoAsync(officer, "record-decision", new { decisionNumber = "10/QĐ-SKHCN", decisionDate = "2022-10-03", form = "departmentMerit" });

        var decision = proposal.Body.GetProperty("decision");
        decision.GetProperty("form").GetProperty("nameVi").GetString().ShouldBe("Giấy khen của Giám đốc Sở");
        proposal.Body.GetProperty("form").GetProperty("code").GetString().ShouldBe("provinceMerit");
        proposal.Body.GetProperty("timeline").EnumerateArray().Select(static entry => entry.GetProperty("to").GetString()).ShouldBe(["proposed", "reviewed", "submitted", "decided"]);
        Names(proposal.Body).ShouldBe(["attachDocument"]);
        var paper = proposal.Body.GetProperty("documents").EnumerateArray().ShouldHaveSingleItem();
        paper.GetProperty("kind").GetString().ShouldBe("minutes");
        (await officer.GetByteArrayAsync($"{proposal.Address}/documents/{paper.GetProperty("id").GetGuid()}/content", Stop)).ShouldBe(CommendationDriver.Pdf);
    }

    [Fact]
    [SourceFact("S3.20")]
    public async Task The_counter_of_the_plan_period_says_what_is_missing_what_is_left_and_what_is_too_many()
    {
        var (officer, director) = (await SignInAsync("officer"), await SignInAsync("director"));
        var programId = await OwnProgramAsync();
        // Nothing decided yet; what is declined or withdrawn counts nowhere.
        (await DeclinedAsync(officer, programId, "decline")).ShouldBe("notCommended");
        (await DeclinedAsync(officer, programId, "withdraw")).ShouldBe("withdrawn");
        (await CounterAsync(officer, programId)).ShouldBe(new Counter(0, 0, 0, 0, 5, 10, 0, "below"));

        await DecideAsync(5);
        (await CounterAsync(officer, programId)).ShouldBe(new Counter(5, 3, 2, 0, 0, 5, 0, "within"));
        await DecideAsync(5);
        (await CounterAsync(officer, programId)).ShouldBe(new Counter(10, 6, 4, 0, 0, 0, 0, "full"));
        var last = await CommendationDriver.SubmittedAsync(officer, director, CommendationDriver.Input(programId, year: 2025));
        (await CounterAsync(officer, programId)).ShouldBe(new Counter(10, 6, 4, 1, 0, 0, 1, "full"));
        await last.DoAsync(officer, "record-decision", Decision);
        (await CounterAsync(officer, programId)).ShouldBe(new Counter(11, 7, 4, 0, 0, 0, 1, "beyond"));

        async Task DecideAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var proposal = await CommendationDriver.SubmittedAsync(officer, director, CommendationDriver.Input(programId, i % 2 == 0 ? "collective" : "individual"));
                await proposal.DoAsync(officer, "record-decision", Decision);
            }
        }
    }

    [Fact]
    [SourceFact("S3.20")]
    public async Task The_counter_of_kon_tum_takes_five_to_ten_from_the_plan()
    {
        var officer = await SignInAsync("officer");

        var counter = (await officer.GetJsonAsync("/api/v1/commendation-counters")).GetProperty("items").EnumerateArray().Single(static item => item.GetProperty("programCode").GetString() == "KT2021");

        (counter.GetProperty("targetCode").GetString(), counter.GetProperty("from").GetInt32(), counter.GetProperty("to").GetInt32()).ShouldBe(("K3.8", 5, 10));
        (counter.GetProperty("firstYear").GetInt32(), counter.GetProperty("lastYear").GetInt32()).ShouldBe((2021, 2025));
    }

    [Fact]
    public async Task A_proposal_that_is_sent_back_is_corrected_and_goes_to_the_council_again()
    {
        var (officer, director) = (await SignInAsync("officer"), await SignInAsync("director"));
        var proposal = await CommendationDriver.SubmittedAsync(officer, director, CommendationDriver.Input(await OwnProgramAsync()));

        await proposal.DoAsync(officer, "send-back", new { reason = "Bổ sung thành tích" });

        proposal.Body.TryGetProperty("review", out _).ShouldBeFalse();
        proposal.Body.GetProperty("status").GetString().ShouldBe("proposed");
        await (await director.PostJsonAsync(proposal.Address + "/submit", new { }, proposal.ETag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "commendation.wrongState");
        var updated = await officer.PutJsonAsync(proposal.Address, new { kind = "individual", name = "Y Hạnh", form = "ministryMerit", achievement = "Áp dụng 5S" }, proposal.ETag);
        updated.StatusCode.ShouldBe(HttpStatusCode.OK, await updated.Content.ReadAsStringAsync(Stop));
        (await updated.JsonAsync()).GetProperty("name").GetString().ShouldBe("Y Hạnh");
    }

    [Fact]
    public async Task Of_decisions_recorded_at_once_one_stands()
    {
        var (officer, director, clerk) = (await SignInAsync("officer"), await SignInAsync("director"), await SignInAsync("clerk"));
        var proposal = await CommendationDriver.SubmittedAsync(officer, director, CommendationDriver.Input(await OwnProgramAsync()));

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            (number % 2 == 0 ? officer : clerk).PostJsonAsync(proposal.Address + "/record-decision", new { decisionNumber = $"{number}/QĐ-UBND", decisionDate = "2022-10-03" }, proposal.ETag)));

        var decided = answers.Where(static answer => answer.StatusCode == HttpStatusCode.OK).ShouldHaveSingleItem();
        foreach (var late in answers.Where(answer => answer != decided))
        {
            late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed, await late.Content.ReadAsStringAsync(Stop));
        }

        (await officer.GetJsonAsync(proposal.Address)).GetProperty("decision").GetProperty("number").GetString()
            .ShouldBe((await decided.JsonAsync()).GetProperty("decision").GetProperty("number").GetString());
    }

    [Fact]
    public async Task Another_province_sees_neither_the_proposal_nor_its_papers()
    {
        var (officer, director, stranger) = (await SignInAsync("officer"), await SignInAsync("director"), await SignInAsync("officer.tayninh"));
        var programId = await OwnProgramAsync();
        var proposal = await CommendationDriver.SubmittedAsync(officer, director, CommendationDriver.Input(programId));
        var paper = proposal.Body.GetProperty("documents")[0].GetProperty("id").GetGuid();

        await (await stranger.GetAsync(proposal.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "commendation.notFound");
        await (await stranger.GetAsync($"{proposal.Address}/documents/{paper}/content", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "commendation.notFound");
        await (await stranger.PostJsonAsync(proposal.Address + "/record-decision", Decision, proposal.ETag)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "commendation.notFound");
        await (await stranger.PostJsonAsync(CommendationDriver.Route, CommendationDriver.Input(programId))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "program.notFound");
        (await stranger.GetJsonAsync($"{CommendationDriver.Route}?programId={programId}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_list_is_searched_and_narrowed_and_namesakes_of_a_plan_are_named()
    {
        var officer = await SignInAsync("officer");
        var programId = await OwnProgramAsync();
        var first = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(programId, "individual", "Nguyễn Thị Hương Lài", "departmentMerit"));
        await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(programId, "collective", "Chi cục Tiêu chuẩn Đo lường Chất lượng"));
        var second = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(programId, "individual", "Nguyễn Thị Hương Lài"));

        (await CodesAsync("q=huong%20lai&sort=code")).ShouldBe([Code(first.Body), Code(second.Body)]);
        (await CodesAsync("q=huong%20lai&form=departmentMerit")).ShouldBe([Code(first.Body)]);
        (await CodesAsync("kind=individual&status=proposed&year=2022")).ShouldBe([Code(second.Body), Code(first.Body)]);
        (await CodesAsync("year=2021")).ShouldBeEmpty();
        second.Body.GetProperty("namesakes").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(Code(first.Body));

        async Task<string[]> CodesAsync(string query) =>
            [.. (await officer.GetJsonAsync($"{CommendationDriver.Route}?programId={programId}&{query}")).GetProperty("items").EnumerateArray().Select(Code)];

        static string Code(JsonElement item) => item.GetProperty("code").GetString()!;
    }

    [Fact]
    public async Task Bad_input_is_named_field_by_field()
    {
        var officer = await SignInAsync("officer");
        var programId = await OwnProgramAsync();

        var unknown = await (await officer.PostJsonAsync(CommendationDriver.Route, CommendationDriver.Input(programId, form: "medal"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        unknown.Faults().ShouldBe(["/proposal/form commendation.unknownForm"]);
        await (await officer.PostJsonAsync(CommendationDriver.Route, CommendationDriver.Input(Guid.CreateVersion7()))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "program.notFound");
        var early = await (await officer.PostJsonAsync(CommendationDriver.Route, CommendationDriver.Input(programId, year: 2020))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "commendation.yearOutsidePeriod");
        early.GetProperty("args").GetProperty("pointer").GetString().ShouldBe("/year");
    }

    [Theory]
    [InlineData("enterprise")]
    [InlineData("partner")]
    [InlineData("provider")]
    public async Task Who_has_no_part_in_commendations_sees_none(string userName)
    {
        var other = await SignInAsync(userName);

        await (await other.GetAsync(CommendationDriver.Route, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await (await other.GetAsync("/api/v1/commendation-counters", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task The_trail_says_what_happened_and_not_to_whom()
    {
        var officer = await SignInAsync("officer");
        var proposal = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(await OwnProgramAsync(), "individual", "Trần Thị Mỹ Lệ Chi"));
        await proposal.DoAsync(officer, "decline", new { reason = "Thành tích của Mỹ Lệ Chi chưa rõ" });

        var changes = (string)(await Database.ScalarAsAdminAsync("SELECT string_agg(changes::text, ' ') FROM audit_entries WHERE entity_id = $1", proposal.Id))!;

        changes.ShouldContain("notCommended");
        changes.ShouldNotContain("Mỹ Lệ Chi");
    }

    private static object Decision => new { decisionNumber = "10/QĐ-UBND", decisionDate = "2022-10-03" };

    /// <summary>The plan of Kon Tum once more under a code of its own, so that each test counts for itself.</summary>
    private async Task<Guid> OwnProgramAsync()
    {
        var id = Guid.CreateVersion7();
        await Database.ExecuteAsAdminAsync(
            "INSERT INTO support_programs SELECT (jsonb_populate_record(p, jsonb_build_object('id', $1, 'code', $2))).* FROM support_programs p WHERE code = 'KT2021'",
            id,
            id.ToString("N"));
        return id;
    }

    private static async Task<string> DeclinedAsync(HttpClient officer, Guid programId, string action)
    {
        var proposal = await CommendationDriver.ProposeAsync(officer, CommendationDriver.Input(programId));
        await proposal.DoAsync(officer, action, new { reason = "Chưa đủ thành tích" });
        proposal.Body.GetProperty("endReason").GetString().ShouldBe("Chưa đủ thành tích");
        return proposal.Body.GetProperty("status").GetString()!;
    }

    private static async Task<Counter> CounterAsync(HttpClient officer, Guid programId)
    {
        var counter = (await officer.GetJsonAsync("/api/v1/commendation-counters")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("programId").GetGuid() == programId);
        return new Counter(Of("decided"), Of("collectives"), Of("individuals"), Of("open"), Of("missing"), Of("left"), Of("surplus"), counter.GetProperty("standing").GetString()!);

        int Of(string name) => counter.GetProperty(name).GetInt32();
    }

    private static string[] Names(JsonElement body) => [.. body.GetProperty("allowedActions").EnumerateArray().Select(static name => name.GetString()!)];

    private sealed record Counter(int Decided, int Collectives, int Individuals, int Open, int Missing, int Left, int Surplus, string Standing);
}
