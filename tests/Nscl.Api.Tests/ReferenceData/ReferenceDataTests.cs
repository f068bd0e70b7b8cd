using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Nscl.Api.Tests.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.ReferenceData;

public sealed class ReferenceDataTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Theory]
    [InlineData("managementSystems", 37, "iso9001", "Hệ thống quản lý chất lượng")]
    [InlineData("tools", 30, "fiveS", "5S")]
    [InlineData("supportCategories", 16, "A", "Truy xuất nguồn gốc, G.A.P, hữu cơ, năng suất xanh")]
    [InlineData("fundingSources", 7, "scienceBudget", "Kinh phí sự nghiệp khoa học và công nghệ")]
    [InlineData("organizationTypes", 4, "enterprise", "Doanh nghiệp")]
    [InlineData("participantKinds", 5, "enterprise", "Doanh nghiệp")]
    [InlineData("documentKinds", 21, "D01", "Đơn đăng ký tham gia chương trình")]
    [InlineData("prioritySectors", 11, "coffee", "Cà phê")]
    [InlineData("awardLevels", 4, "gold", "Giải Vàng Chất lượng Quốc gia")]
    public async Task List_when_asked_comes_in_its_order(string list, int count, string code, string name)
    {
        var items = (await (await SignInAsync("officer")).GetJsonAsync("/api/v1/reference-data/" + list)).GetProperty("items");

        items.GetArrayLength().ShouldBe(count);
        items[0].GetProperty("code").GetString().ShouldBe(code);
        items[0].GetProperty("nameVi").GetString().ShouldBe(name);
        items[0].GetProperty("nameEn").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [SourceFact("S0.19a", "S0.19b", "S0.19c", "S0.19d", "S0.19e", "S0.19f", "S3.17")]
    public async Task Topics_of_training_are_those_of_the_sources_and_a_course_takes_them()
    {
        var officer = await SignInAsync("officer");
        var topics = (await officer.GetJsonAsync("/api/v1/reference-data/trainingTopics")).GetProperty("items").EnumerateArray()
            .ToDictionary(static topic => topic.GetProperty("nameVi").GetString()!, static topic => topic.GetProperty("code").GetString()!);

        foreach (var name in (string[])
            [
                "Hệ thống quản lý tiên tiến, công cụ nâng cao năng suất chất lượng",
                "Khai thác thông tin về tiêu chuẩn chất lượng, quy chuẩn kỹ thuật",
                "Tiêu chuẩn hóa",
                "Xây dựng thương hiệu và bảo hộ quyền sở hữu trí tuệ",
                "Giải thưởng Chất lượng Quốc gia",
                "Đăng ký, sử dụng mã số mã vạch",
                "Truy xuất nguồn gốc sản phẩm, hàng hóa",
            ])
        {
            topics.ShouldContainKey(name);
        }

        var course = await CourseDriver.PlannedAsync(officer, change: input => input["topics"] = new JsonArray([.. topics.Values.Select(static code => (JsonNode)code)]));
        course.Body.GetProperty("topics").GetArrayLength().ShouldBe(topics.Count);
    }

    [Fact]
    public async Task List_shows_what_it_says_of_its_entries_and_what_to_check()
    {
        var kinds = (await (await SignInAsync("officer")).GetJsonAsync("/api/v1/reference-data/documentKinds")).GetProperty("items").EnumerateArray().ToList();

        var registration = kinds.Single(static kind => kind.GetProperty("code").GetString() == "D02");
        registration.GetProperty("properties").GetProperty("stage").GetString().ShouldBe("application");
        registration.GetProperty("verification").GetString().ShouldBe("unverified");
        registration.GetProperty("configurableDefault").GetBoolean().ShouldBeTrue();
        registration.ToString().ShouldNotContain("facts");
    }

    [Fact]
    public async Task List_of_another_province_shows_no_entry_of_it() =>
        (await (await SignInAsync("officer.tayninh")).GetJsonAsync("/api/v1/reference-data/prioritySectors")).GetProperty("items").GetArrayLength().ShouldBe(0);

    [Theory]
    [InlineData("colours")]
    [InlineData("adminUnits")]
    public async Task List_that_does_not_exist_is_not_found(string list) =>
        await (await (await SignInAsync("officer")).GetAsync("/api/v1/reference-data/" + list, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "referenceData.notFound");

    [Fact]
    public async Task List_when_the_caller_has_it_already_is_not_sent_again()
    {
        var client = await SignInAsync("officer");
        var first = await client.GetAsync("/api/v1/reference-data/documentKinds", Stop);
        first.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromMinutes(1));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/reference-data/documentKinds");
        again.Headers.IfNoneMatch.Add(new(first.ETagOf()));

        (await client.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    /// <summary>Trap 11 of the domain reference: the denominator of "8/10 districts" depends on the date.</summary>
    [Theory]
    [SourceFact("S4.19")]
    [InlineData("2015-01-01", 9)]
    [InlineData("2015-03-11", 10)]
    [InlineData("2022-11-24", 10)]
    [InlineData("2025-06-30", 10)]
    [InlineData("2025-07-01", 0)]
    public async Task Districts_of_Kon_Tum_are_counted_as_of_a_date(string asOf, int count)
    {
        var units = await (await SignInAsync("officer")).GetJsonAsync($"/api/v1/admin-units?asOf={asOf}&level=district&province=konTum");

        units.GetProperty("items").GetArrayLength().ShouldBe(count);
        units.GetProperty("asOf").GetString().ShouldBe(asOf);
    }

    [Fact]
    [SourceFact("S4.19")]
    public async Task Communes_of_today_name_those_they_continue()
    {
        var client = await SignInAsync("officer");
        var before = (await client.GetJsonAsync("/api/v1/admin-units?asOf=2025-06-30&level=commune&province=konTum")).GetProperty("items").EnumerateArray().ToList();
        var after = (await client.GetJsonAsync("/api/v1/admin-units?asOf=2025-07-01&level=commune&province=quangNgai")).GetProperty("items").EnumerateArray().ToList();

        // 102 communes, wards and townships became 40 (domain-reference §4.6).
        before.Count.ShouldBe(102);
        after.Count.ShouldBe(40);
        var mangRi = after.Single(static unit => unit.GetProperty("nameVi").GetString() == "Xã Măng Ri");
        mangRi.GetProperty("formerParentCode").GetString().ShouldBe("617");
        mangRi.GetProperty("predecessors").GetArrayLength().ShouldBe(5);
        before.ShouldAllBe(static unit => unit.GetProperty("successors").GetArrayLength() == 1);
    }

    [Theory]
    [SourceFact("S2.10")]
    [InlineData("2019-06-01", "Huyện Trảng Bàng", "district", "72")]
    [InlineData("2021-06-01", "Thị xã Trảng Bàng", "town", "72")]
    [InlineData("2025-07-01", null, null, "80")]
    public async Task Units_bear_the_name_and_province_the_code_of_the_day(string asOf, string? name, string? kind, string provinceCode)
    {
        var units = (await (await SignInAsync("officer.tayninh")).GetJsonAsync($"/api/v1/admin-units?asOf={asOf}")).GetProperty("items").EnumerateArray().ToList();

        units.Single(static unit => unit.GetProperty("level").GetString() == "province").GetProperty("officialCode").GetString().ShouldBe(provinceCode);
        var district = units.SingleOrDefault(static unit => unit.GetProperty("code").GetString() == "712");
        if (name is null)
        {
            district.ValueKind.ShouldBe(JsonValueKind.Undefined);
        }
        else
        {
            district.GetProperty("nameVi").GetString().ShouldBe(name);
            district.GetProperty("kind").GetString().ShouldBe(kind);
        }
    }

    [Theory]
    [InlineData("/api/v1/admin-units?asOf=2025-02-30", "?asOf input.wrongType")]
    [InlineData("/api/v1/admin-units?level=village", "?level input.unknownValue")]
    [InlineData("/api/v1/agencies?asOf=soon", "?asOf input.wrongType")]
    [InlineData("/api/v1/holidays?year=99999", "?year input.outOfRange")]
    [InlineData("/api/v1/standards?kind=law", "?kind input.unknownValue")]
    public async Task A_wrong_parameter_is_named(string address, string fault) =>
        (await (await (await SignInAsync("officer")).GetAsync(address, Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe([fault]);

    /// <summary>domain-reference §4.5: co-ordinators of 2019 keep their names; who continues them is known.</summary>
    [Theory]
    [SourceFact("S2.10", "S3.59")]
    [InlineData("2022-10-03", true)]
    [InlineData("2025-03-01", false)]
    public async Task Agencies_exist_as_of_a_date(string asOf, bool exists)
    {
        var agencies = (await (await SignInAsync("officer")).GetJsonAsync($"/api/v1/agencies?asOf={asOf}&province=konTum")).GetProperty("items").EnumerateArray().ToList();

        agencies.ShouldContain(static agency => agency.GetProperty("code").GetString() == "ministryOfScienceAndTechnology");
        var planning = agencies.SingleOrDefault(static agency => agency.GetProperty("code").GetString() == "departmentOfPlanningAndInvestment");
        (planning.ValueKind != JsonValueKind.Undefined).ShouldBe(exists);
        if (exists)
        {
            planning.GetProperty("nameVi").GetString().ShouldBe("Sở Kế hoạch và Đầu tư");
            planning.GetProperty("successors")[0].GetProperty("code").GetString().ShouldBe("departmentOfFinance");
        }
    }

    [Theory]
    [InlineData("9001", "TCVN ISO 9001:2015")]
    [InlineData("quan ly chat luong", "TCVN ISO 9001:2015")]
    [InlineData("truy xuat nguon goc", "TCVN 12850:2019")]
    [InlineData("TXNG", "TCVN 12850:2019")]
    public async Task Standards_are_found_with_and_without_diacritics(string q, string number)
    {
        var found = await (await SignInAsync("officer")).GetJsonAsync("/api/v1/standards?q=" + Uri.EscapeDataString(q));

        found.GetProperty("items").EnumerateArray().Select(static standard => standard.GetProperty("number").GetString()).ShouldContain(number);
        found.GetProperty("items").GetArrayLength().ShouldBeLessThan(26);
    }

    [Fact]
    public async Task Standards_come_page_by_page()
    {
        var client = await SignInAsync("officer");
        var numbers = new List<string>();
        for (var cursor = string.Empty; cursor is not null;)
        {
            var page = await client.GetJsonAsync("/api/v1/standards?limit=10" + cursor);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(static standard => standard.GetProperty("number").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out var next) ? "&cursor=" + next.GetString() : null;
        }

        numbers.Count.ShouldBe(26);
        numbers.ShouldBeUnique();
    }

    [Fact]
    public async Task Holidays_of_a_year_are_known_or_said_to_be_unknown()
    {
        var client = await SignInAsync("officer");

        var known = await client.GetJsonAsync("/api/v1/holidays");
        known.GetProperty("year").GetInt32().ShouldBe(2022);
        known.GetProperty("isKnown").GetBoolean().ShouldBeTrue();
        known.GetProperty("items").EnumerateArray().ShouldContain(static day => day.GetProperty("date").GetString() == "2022-09-02" && day.GetProperty("kind").GetString() == "holiday");
        (await client.GetJsonAsync("/api/v1/holidays?year=2040")).GetProperty("isKnown").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/v1/reference-data/documentKinds")]
    [InlineData("/api/v1/admin-units")]
    [InlineData("/api/v1/agencies")]
    [InlineData("/api/v1/standards")]
    [InlineData("/api/v1/holidays")]
    [InlineData("/api/v1/programs")]
    [InlineData("/api/v1/packs")]
    public async Task Nobody_reads_without_signing_in(string address) =>
        await (await Anonymous.GetAsync(address, Stop)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");

    [Fact]
    public async Task Session_names_the_province() =>
        (await (await SignInAsync("officer")).GetJsonAsync("/api/v1/session")).GetProperty("province").GetProperty("name").GetString().ShouldBe("Tỉnh Kon Tum");
}
