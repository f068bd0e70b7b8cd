using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Programs;

/// <summary>Both plans through the API; expected values are those of the source documents.</summary>
public sealed partial class ProgramTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Theory]
    [SourceFact("S2.1", "S3.1")]
    [InlineData("officer", "", new[] { "KT2021" })]
    [InlineData("officer", "?code=KT2021", new[] { "KT2021" })]
    [InlineData("officer", "?code=TN2019", new string[0])]
    [InlineData("officer", "?year=2025", new[] { "KT2021" })]
    [InlineData("officer", "?year=2026", new string[0])]
    [InlineData("officer", "?policyInForceOn=2022-10-03", new[] { "KT2021" })]
    [InlineData("officer.tayninh", "", new[] { "TN2019" })]
    [InlineData("officer.tayninh", "?policyInForceOn=2019-12-31", new[] { "TN2019" })]
    [InlineData("officer.tayninh", "?policyInForceOn=2022-10-03", new string[0])]
    [InlineData("officer.tayninh", "?year=2019&province=tayNinh&sort=title&count=true", new[] { "TN2019" })]
    [InlineData("enterprise", "", new[] { "KT2021" })]
    public async Task List_when_asked_shows_the_programs_of_the_own_province(string userName, string query, string[] codes)
    {
        var programs = await (await SignInAsync(userName)).GetJsonAsync("/api/v1/programs" + query);

        programs.GetProperty("items").EnumerateArray().Select(static program => program.GetProperty("code").GetString()).ShouldBe(codes);
    }

    [Theory]
    [InlineData("?year=0", "?year input.outOfRange")]
    [InlineData("?year=soon", "?year input.wrongType")]
    [InlineData("?policyInForceOn=2022-02-30", "?policyInForceOn input.wrongType")]
    [InlineData("?limit=0", "?limit input.outOfRange")]
    [InlineData("?sort=colour", "?sort input.unknownSort")]
    [InlineData("?color=red", "?color input.unknownField")]
    public async Task List_when_a_parameter_is_wrong_names_it(string query, string fault) =>
        (await (await (await SignInAsync("officer")).GetAsync("/api/v1/programs" + query, Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);

    [Fact]
    public async Task Get_when_the_program_is_of_another_province_is_not_found()
    {
        var id = await IdOfAsync("officer", "KT2021");
        var stranger = await SignInAsync("officer.tayninh");

        await (await stranger.GetAsync("/api/v1/programs/" + id, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "program.notFound");
        await (await stranger.GetAsync($"/api/v1/programs/{id}/policy-versions", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "program.notFound");
        await (await stranger.GetAsync($"/api/v1/programs/{id}/policy-versions/{id}", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "policyVersion.notFound");
    }

    [Theory]
    [InlineData("officer", "KT2021")]
    [InlineData("officer.tayninh", "TN2019")]
    public async Task Get_never_shows_a_fact_number(string userName, string code)
    {
        var client = await SignInAsync(userName);
        var id = await IdOfAsync(userName, code);

        foreach (var address in (string[])[$"/api/v1/programs/{id}", $"/api/v1/programs/{id}/policy-versions"])
        {
            var text = await client.GetStringAsync(address, Stop);
            FactNumber().IsMatch(text).ShouldBeFalse(address);
            text.ShouldNotContain("\"facts\"");
        }
    }

    [Fact]
    public async Task Get_when_the_caller_has_it_already_is_not_sent_again()
    {
        var client = await SignInAsync("officer");
        var address = "/api/v1/programs/" + await IdOfAsync("officer", "KT2021");
        var first = await client.GetAsync(address, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new(first.ETagOf()));

        (await client.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        first.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    [SourceFact("S3.1", "S3.2", "S3.26", "S3.48", "S3.49", "S3.53", "S3.54", "S3.58", "S3.59", "S3.65", "S3.66", "S3.67")]
    public async Task Plan_of_Kon_Tum_says_what_its_document_says()
    {
        var plan = await ProgramAsync("officer", "KT2021");

        plan.GetProperty("periodFrom").GetString().ShouldBe("2021-01-01");
        plan.GetProperty("periodTo").GetString().ShouldBe("2025-12-31");
        plan.GetProperty("province").GetProperty("nameVi").GetString().ShouldBe("Tỉnh Kon Tum");
        var basis = plan.GetProperty("legalBases")[0];
        basis.GetProperty("number").GetString().ShouldBe("1322/QĐ-TTg");
        basis.GetProperty("date").GetString().ShouldBe("2020-08-31");
        // Number and date of the plan itself are not in the source: never invented (S3.1).
        plan.GetProperty("decision").TryGetProperty("number", out _).ShouldBeFalse();
        Strings(plan.GetProperty("decision"), "notStated").ShouldContain("number");
        plan.GetProperty("leadAgency").GetProperty("nameVi").GetString().ShouldBe("Sở Khoa học và Công nghệ");
        plan.GetProperty("eligibility").GetProperty("smeOnly").GetBoolean().ShouldBeTrue();
        plan.GetProperty("appraisal").GetProperty("councilRequired").GetBoolean().ShouldBeTrue();
        plan.GetProperty("appraisal").GetProperty("approvedBy").GetProperty("code").GetString().ShouldBe("departmentOfScienceAndTechnology");
        Codes(plan, "funding", "sources", "source").ShouldBe(["stateBudgetCentral", "stateBudgetLocal", "scienceBudget", "counterpart", "otherLawful"], ignoreOrder: true);
        Items(plan.GetProperty("funding"), "procedure").Count().ShouldBeGreaterThanOrEqualTo(4);
        var annual = Items(plan, "reportObligations").Single(static report => report.GetProperty("kind").GetString() == "annual");
        annual.GetProperty("dueMonthDay").GetString().ShouldBe("11-30");
        annual.GetProperty("inclusive").GetBoolean().ShouldBeFalse();
        Items(annual, "recipients").Select(static agency => agency.GetProperty("code").GetString()).ShouldBe(["ministryOfScienceAndTechnology", "peoplesCommittee"], ignoreOrder: true);
        Items(plan, "recipients").Count(static recipient => recipient.TryGetProperty("purpose", out var purpose) && purpose.GetProperty("code").GetString() == "report").ShouldBe(3);
        plan.GetProperty("signature").GetProperty("signerName").GetString().ShouldBe("Nguyễn Hữu Tháp");
        Items(plan, "abbreviations").Select(static entry => entry.GetProperty("short").GetString()).ShouldContain("NSCL");
        Items(plan, "sections").Count().ShouldBeGreaterThan(20);
        plan.GetProperty("clock").GetProperty("configurableDefault").GetBoolean().ShouldBeTrue();
        plan.GetProperty("policyVersions")[0].GetProperty("inForce").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [SourceFact("S3.28", "S3.29", "S3.30", "S3.31", "S3.32", "S3.33", "S3.34", "S3.35", "S3.36", "S3.37", "S3.38")]
    [InlineData(0, "coffee", false)]
    [InlineData(1, "rubberProducts", false)]
    [InlineData(2, "cassavaSugarcane", false)]
    [InlineData(3, "bricksTiles", false)]
    [InlineData(6, "ngocLinhGinseng", false)]
    [InlineData(9, "importSubstitution", true)]
    [InlineData(10, "exportProducts", true)]
    public async Task Priority_sectors_of_Kon_Tum_are_nine_sectors_and_two_criteria(int place, string code, bool isCriterion)
    {
        var sectors = Items(await ProgramAsync("officer", "KT2021"), "prioritySectors").ToList();

        sectors.Count.ShouldBe(11);
        sectors.Count(static sector => sector.GetProperty("isCriterion").GetBoolean()).ShouldBe(2);
        sectors[place].GetProperty("code").GetString().ShouldBe(code);
        sectors[place].GetProperty("isCriterion").GetBoolean().ShouldBe(isCriterion);
        sectors[place].GetProperty("nameVi").GetString().ShouldNotBe(code);
    }

    [Theory]
    [SourceFact("S3.6", "S3.7", "S3.10", "S3.11", "S3.13", "S3.14", "S3.16", "S3.19", "S3.20", "S3.23", "S3.24", "S3.25")]
    [InlineData("K3.1", "atLeast", true, 10, null, "person", "program")]
    [InlineData("K3.2", "range", false, 10, 20, "enterprise", "year")]
    [InlineData("K3.3", "range", true, 10, 20, "enterprise", "year")]
    [InlineData("K3.4", "atLeast", false, 1, null, "enterprise", "year")]
    [InlineData("K3.5", "equals", false, 1, null, "conference", "program")]
    [InlineData("K3.6", "equals", false, 3, null, "course", null)]
    [InlineData("K3.7", "approximately", true, 5, null, "attendance", "year")]
    [InlineData("K3.8", "range", true, 5, 10, "individualOrOrganization", "program")]
    [InlineData("K3.9", "range", false, 5, 10, "enterprise", "year")]
    [InlineData("K3.10", "range", false, 5, 10, "enterprise", "year")]
    [InlineData("K3.11", "range", false, 5, 10, "enterprise", "year")]
    public async Task Targets_of_Kon_Tum_have_the_values_of_the_plan(string code, string @operator, bool approximate, int low, int? high, string unit, string? period)
    {
        var target = Items(await ProgramAsync("officer", "KT2021"), "targets").Single(target => target.GetProperty("code").GetString() == code);

        target.GetProperty("operator").GetString().ShouldBe(@operator);
        target.GetProperty("approximate").GetBoolean().ShouldBe(approximate);
        target.GetProperty("low").GetInt32().ShouldBe(low);
        (target.TryGetProperty("high", out var upper) ? upper.GetInt32() : (int?)null).ShouldBe(high);
        target.GetProperty("unit").GetProperty("code").GetString().ShouldBe(unit);
        // The text does not say per what the three courses count: the period is then marked as a default (S3.16).
        target.GetProperty("periodExplicit").GetBoolean().ShouldBe(period is not null);
        if (period is not null)
        {
            target.GetProperty("period").GetString().ShouldBe(period);
        }
    }

    [Theory]
    [SourceFact("S3.39", "S3.40", "S3.41", "S3.42", "S3.43", "S3.44", "S3.45", "S3.46", "S3.47")]
    [InlineData("P100-COMM", 10000, null, null, "stateRun", "Mục III.2.1", "biên soạn phát hành tài liệu")]
    [InlineData("P100-MGMT", 10000, null, null, "stateRun", "Mục III.2.1", "thẩm định, kiểm tra, nghiệm thu")]
    [InlineData("P100-IP", 10000, 10_000_000L, "productOrService", "reimbursement", "Mục III.2.1", "tối đa không quá 10 triệu đồng/sản phẩm hoặc dịch vụ")]
    [InlineData("P100-BARCODE", 10000, 10_000_000L, "product", "reimbursement", "Mục III.2.1", "tối đa không quá 10 triệu đồng/sản phẩm")]
    [InlineData("P50-TRACE-GAP", 5000, 45_000_000L, "system", "reimbursement", "Mục III.2.2", "tối đa không quá 45 triệu đồng/hệ thống")]
    [InlineData("P50-DIGITAL", 5000, 30_000_000L, "product", "reimbursement", "Mục III.2.2", "không quá 30 triệu đồng/sản phẩm, hàng hoá")]
    [InlineData("P50-CERT", 5000, 45_000_000L, "system", "reimbursement", "Mục III.2.2", "tối đa không quá 45 triệu đồng/hệ thống")]
    public async Task Policy_of_Kon_Tum_shows_every_cap_with_its_legal_source(string code, int rate, long? cap, string? capUnit, string fundingMode, string clause, string sentence)
    {
        var client = await SignInAsync("enterprise");
        var versions = await client.GetJsonAsync($"/api/v1/programs/{await IdOfAsync("enterprise", "KT2021")}/policy-versions");
        var listed = versions.GetProperty("items").EnumerateArray().Single();
        var version = await client.GetJsonAsync($"/api/v1/programs/{listed.GetProperty("programId")}/policy-versions/{listed.GetProperty("id")}");
        JsonElement.DeepEquals(version, listed).ShouldBeTrue("the list shows the same as the version itself");

        var items = Items(version, "items").ToList();
        items.Count.ShouldBe(7);
        var item = items.Single(item => item.GetProperty("code").GetString() == code);
        item.GetProperty("rate").GetInt32().ShouldBe(rate);
        (item.TryGetProperty("cap", out var limit) ? limit.GetInt64() : (long?)null).ShouldBe(cap);
        (item.TryGetProperty("capUnit", out var unit) ? unit.GetString() : null).ShouldBe(capUnit);
        item.GetProperty("fundingMode").GetString().ShouldBe(fundingMode);
        item.GetProperty("legalBasis").GetProperty("clause").GetString().ShouldBe(clause);
        item.GetProperty("legalBasis").GetProperty("text").GetString()!.ShouldContain(sentence);
        item.GetProperty("notStated").GetArrayLength().ShouldBe(0);
        Strings(version.GetProperty("rules"), "stepOrder").First().ShouldBe("eligibleCost");
    }

    [Theory]
    [SourceFact("S2.13", "S2.14", "S2.15", "S2.16", "S2.17")]
    [InlineData("TN-SYSTEM", 5, "system")]
    [InlineData("TN-TOOL", 2, "tool")]
    [InlineData("TN-CONFORMITY", 2, "product")]
    [InlineData("TN-COMPANY-STANDARD", 4, "product")]
    [InlineData("TN-AWARD", 3, "enterprise")]
    public async Task Policy_of_Tay_Ninh_states_quantities_and_says_that_no_amounts_are_stated(string code, int quantity, string unit)
    {
        var versions = await (await SignInAsync("officer.tayninh")).GetJsonAsync($"/api/v1/programs/{await IdOfAsync("officer.tayninh", "TN2019")}/policy-versions");

        var item = Items(versions.GetProperty("items")[0], "items").Single(item => item.GetProperty("code").GetString() == code);
        item.TryGetProperty("rate", out _).ShouldBeFalse();
        item.TryGetProperty("cap", out _).ShouldBeFalse();
        item.TryGetProperty("fixedAmount", out _).ShouldBeFalse();
        Strings(item, "notStated").ShouldContain(code == "TN-AWARD" ? "fixedAmount" : "rate");
        item.GetProperty("quota").GetProperty("quantity").GetInt32().ShouldBe(quantity);
        item.GetProperty("quota").GetProperty("unit").GetProperty("code").GetString().ShouldBe(unit);
    }

    [Fact]
    [SourceFact("S2.17")]
    public async Task Winners_of_2018_are_one_gold_and_two_awards_without_a_stated_amount()
    {
        var versions = await (await SignInAsync("officer.tayninh")).GetJsonAsync($"/api/v1/programs/{await IdOfAsync("officer.tayninh", "TN2019")}/policy-versions");

        var item = Items(versions.GetProperty("items")[0], "items").Single(static item => item.GetProperty("code").GetString() == "TN-AWARD");
        item.GetProperty("awardYear").GetInt32().ShouldBe(2018);
        Items(item, "fixedAmounts").Select(static level => (level.GetProperty("level").GetProperty("nameVi").GetString(), level.GetProperty("quantity").GetInt32(), level.TryGetProperty("amount", out _)))
            .ShouldBe([("Giải Vàng Chất lượng Quốc gia", 1, false), ("Giải thưởng Chất lượng Quốc gia (tên gọi cũ)", 2, false)], ignoreOrder: true);
    }

    [Theory]
    [SourceFact("S2.9", "S2.10", "S2.11")]
    [InlineData("1", 14, true)]
    [InlineData("2", 12, false)]
    public async Task Tasks_of_Tay_Ninh_have_one_lead_and_co_ordinators_of_their_own(string code, int coordinators, bool withMedia)
    {
        var task = Items(await ProgramAsync("officer.tayninh", "TN2019"), "tasks").Single(task => task.GetProperty("code").GetString() == code);

        task.GetProperty("leadAgency").GetProperty("nameVi").GetString().ShouldBe("Sở Khoa học và Công nghệ");
        var names = Items(task, "coordinators").Select(static agency => agency.GetProperty("nameVi").GetString()!).ToList();
        names.Count.ShouldBe(coordinators);
        names.ShouldContain("Sở Kế hoạch và Đầu tư");
        names.ShouldContain("Sở Nông nghiệp và Phát triển nông thôn");
        names.Contains("Báo Tây Ninh").ShouldBe(withMedia);
        names.Count(static name => name.StartsWith("Đài Phát thanh và Truyền hình", StringComparison.Ordinal)).ShouldBe(withMedia ? 1 : 0);
        task.GetProperty("clause").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [SourceFact("S2.20", "S2.21")]
    public async Task Budget_of_Tay_Ninh_reads_the_same_in_figures_and_in_words()
    {
        var total = (await ProgramAsync("officer.tayninh", "TN2019")).GetProperty("funding").GetProperty("budgetTotal");

        total.GetProperty("amount").GetInt64().ShouldBe(491_300_000);
        total.GetProperty("words").GetString().ShouldBe("Bốn trăm chín mươi một triệu ba trăm ngàn đồng");
        total.GetProperty("budgetHolder").GetProperty("code").GetString().ShouldBe("departmentOfScienceAndTechnology");
        var spelled = await (await SignInAsync("officer.tayninh")).GetJsonAsync($"/api/v1/amounts/491300000/words?profile={total.GetProperty("spellingProfile").GetString()}");
        spelled.GetProperty("words").GetString().ShouldBe(total.GetProperty("words").GetString());
    }

    [Theory]
    [SourceFact("S2.24")]
    [InlineData("halfYear", "06-30")]
    [InlineData("annual", "12-15")]
    public async Task Reports_of_Tay_Ninh_are_due_before_the_day(string kind, string monthDay)
    {
        var report = Items(await ProgramAsync("officer.tayninh", "TN2019"), "reportObligations").Single(report => report.GetProperty("kind").GetString() == kind);

        report.GetProperty("dueMonthDay").GetString().ShouldBe(monthDay);
        report.GetProperty("inclusive").GetBoolean().ShouldBeFalse();
        Items(report, "recipients").Select(static agency => agency.GetProperty("nameVi").GetString()).ShouldBe(["Ủy ban nhân dân tỉnh Tây Ninh"]);
    }

    private async Task<string> IdOfAsync(string userName, string code)
    {
        var programs = await (await SignInAsync(userName)).GetJsonAsync("/api/v1/programs?code=" + code);
        return programs.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> ProgramAsync(string userName, string code) =>
        await (await SignInAsync(userName)).GetJsonAsync("/api/v1/programs/" + await IdOfAsync(userName, code));

    private static IEnumerable<JsonElement> Items(JsonElement owner, string list) => owner.GetProperty(list).EnumerateArray();

    private static IEnumerable<string> Strings(JsonElement owner, string list) => Items(owner, list).Select(static text => text.GetString()!);

    private static IEnumerable<string?> Codes(JsonElement program, string part, string list, string name) =>
        Items(program.GetProperty(part), list).Select(entry => entry.GetProperty(name).GetProperty("code").GetString());

    [GeneratedRegex(@"\bS[0-4]\.\d{1,2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FactNumber();
}
