using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Nscl.Domain.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>A register of its own: the tests here count rows.</summary>
public sealed class EnterpriseRegisterFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var officer = await SignInAsync("officer");
        await RegisterAsync(officer, "Công ty cổ phần Sâm Ngọc Linh Kon Tum", "608", "ngocLinhGinseng", 150, 190_000_000_000);
        await RegisterAsync(officer, "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum", "617", "ngocLinhGinseng", 90, 60_000_000_000);
        await RegisterAsync(officer, "Công ty TNHH Ánh Dương", "608", "coffee", 8, 2_000_000_000);
        await RegisterAsync(officer, "Công ty TNHH An Bình", "608", "coffee", 60, 40_000_000_000);
        await RegisterAsync(officer, "Công ty TNHH Đắk Tô", "612", "coffee", 500, 900_000_000_000);
        await RegisterAsync(officer, "Hợp tác xã Đăk Mar", "615", "coffee", 12, 5_000_000_000, "cooperative");
        await RegisterAsync(officer, "Hộ kinh doanh Y Hạnh", "612", "other", null, null, "businessHousehold", "062190000123");
        await RegisterAsync(await SignInAsync("officer.tayninh"), "Công ty TNHH Sâm Núi Bà", "703", "other", 8, 2_000_000_000);
    }

    private static Task<Registered> RegisterAsync(HttpClient officer, string name, string district, string sector, int? employees, long? revenue, string type = "enterprise", string? taxCode = null) =>
        officer.RegisteredAsync(input =>
        {
            input["name"] = name;
            input["districtCode"] = district;
            input["sectorCode"] = sector;
            input["organizationType"] = type;
            input["taxCode"] = taxCode ?? (string)input["taxCode"]!;
            input["declaredFacts"] = employees is null ? null : new JsonObject { ["field"] = "agricultureIndustryConstruction", ["insuredEmployees"] = employees, ["annualRevenue"] = revenue, ["year"] = 2021 };
        });
}

public sealed class ListEnterprisesTests(EnterpriseRegisterFixture fixture) : ApiTests<EnterpriseRegisterFixture>(fixture)
{
    [Fact]
    public async Task List_sorts_names_as_Vietnamese_does() =>
        (await NamesAsync("officer", "")).ShouldBe(
        [
            "Công ty cổ phần Sâm Ngọc Linh Kon Tum", "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum", "Công ty TNHH An Bình", "Công ty TNHH Ánh Dương",
            "Công ty TNHH Đắk Tô", "Hộ kinh doanh Y Hạnh", "Hợp tác xã Đăk Mar",
        ]);

    [Fact]
    public async Task List_by_revenue_puts_those_without_figures_last() =>
        (await NamesAsync("officer", "?sort=-annualRevenue&limit=100")).ShouldBe(
        [
            "Công ty TNHH Đắk Tô", "Công ty cổ phần Sâm Ngọc Linh Kon Tum", "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum", "Công ty TNHH An Bình",
            "Hợp tác xã Đăk Mar", "Công ty TNHH Ánh Dương", "Hộ kinh doanh Y Hạnh",
        ]);

    [Fact]
    public async Task List_by_creation_turns_round_with_a_minus()
    {
        var upwards = await NamesAsync("officer", "?sort=createdAt");

        upwards[0].ShouldBe("Công ty cổ phần Sâm Ngọc Linh Kon Tum");
        (await NamesAsync("officer", "?sort=-createdAt")).ShouldBe(upwards.Reverse());
    }

    [Theory]
    [InlineData("name", 1)]
    [InlineData("-name", 2)]
    [InlineData("-annualRevenue", 3)]
    [InlineData("createdAt", 5)]
    public async Task List_page_by_page_gives_every_row_once(string sort, int limit)
    {
        var officer = await SignInAsync("officer");
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await officer.GetJsonAsync($"{EnterpriseCalls.Route}?sort={sort}&limit={limit}&count=true{(cursor is null ? null : "&cursor=" + cursor)}");
            page.GetProperty("count").GetInt32().ShouldBe(7);
            names.AddRange(EnterpriseCalls.NamesOf(page));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        names.ShouldBe(await NamesAsync("officer", $"?sort={sort}"));
    }

    [Theory]
    [InlineData("q=sam%20ngoc%20linh", 2)]
    [InlineData("q=S%C3%A2m%20Ng%E1%BB%8Dc%20Linh", 2)]
    [InlineData("q=linh%20tu%20mo%20rong", 1)]
    [InlineData("q=ctcp", 2)]
    [InlineData("q=dak", 2)]
    [InlineData("q=dac%20to", 1)]
    [InlineData("q=%25", 0)]
    [InlineData("q=y%20hanh", 1)]
    [InlineData("districtCode=608", 3)]
    [InlineData("sectorCode=coffee", 4)]
    [InlineData("sectorCode=coffee&districtCode=608", 2)]
    [InlineData("organizationType=cooperative", 1)]
    [InlineData("sizeClass=micro", 1)]
    [InlineData("sizeClass=small", 1)]
    [InlineData("sizeClass=medium", 2)]
    [InlineData("sizeClass=notSme", 1)]
    [InlineData("sizeClass=notApplicable", 2)]
    [InlineData("sectorCode=steel", 0)]
    public async Task List_narrows_to_what_is_asked(string filter, int count)
    {
        var page = await (await SignInAsync("officer")).GetJsonAsync($"{EnterpriseCalls.Route}?{filter}&count=true");

        page.GetProperty("count").GetInt32().ShouldBe(count, string.Join(", ", EnterpriseCalls.NamesOf(page)));
        page.GetProperty("items").GetArrayLength().ShouldBe(count);
        foreach (var item in page.GetProperty("items").EnumerateArray().Where(_ => filter.StartsWith("sizeClass", StringComparison.Ordinal)))
        {
            $"sizeClass={item.GetProperty("sizeClass").GetString()}".ShouldBe(filter);
        }
    }

    [Fact]
    public async Task List_finds_a_tax_code_in_any_spelling()
    {
        var officer = await SignInAsync("officer");
        var first = (await officer.GetJsonAsync(EnterpriseCalls.Route)).GetProperty("items")[0];
        var taxCode = first.GetProperty("taxCode").GetString()!;

        foreach (var typed in new[] { taxCode, taxCode.Insert(3, "."), taxCode[..6] })
        {
            EnterpriseCalls.NamesOf(await officer.GetJsonAsync($"{EnterpriseCalls.Route}?q={typed}")).ShouldContain(first.GetProperty("name").GetString()!);
        }
    }

    [Theory]
    [InlineData("limit=0", "?limit input.outOfRange")]
    [InlineData("limit=101", "?limit input.outOfRange")]
    [InlineData("limit=many", "?limit input.wrongType")]
    [InlineData("sort=taxCode", "?sort input.unknownSort")]
    [InlineData("cursor=abc", "?cursor input.cursor")]
    [InlineData("organizationType=Enterprise", "?organizationType input.unknownValue")]
    [InlineData("sizeClass=2", "?sizeClass input.unknownValue")]
    [InlineData("page=2", "?page input.unknownField")]
    [InlineData("q=%00", "?q input.nulCharacter")]
    [InlineData("count=yes", "?count input.wrongType")]
    public async Task List_when_a_parameter_is_wrong_says_which(string parameter, string fault) =>
        (await (await (await SignInAsync("officer")).GetAsync($"{EnterpriseCalls.Route}?{parameter}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid"))
            .Faults().ShouldBe([fault]);

    [Fact]
    public async Task List_when_the_text_is_too_long_says_so() =>
        (await (await (await SignInAsync("officer")).GetAsync($"{EnterpriseCalls.Route}?q={new string('a', 101)}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid"))
            .Faults().ShouldBe(["?q input.tooLong"]);

    [Fact]
    public async Task List_when_the_cursor_is_of_another_list_refuses()
    {
        var officer = await SignInAsync("officer");
        var cursor = (await officer.GetJsonAsync($"{EnterpriseCalls.Route}?limit=1")).GetProperty("nextCursor").GetString();

        foreach (var list in new[] { $"limit=1&sort=-name&cursor={cursor}", $"limit=1&q=sam&cursor={cursor}", $"limit=1&cursor=A{cursor}" })
        {
            await (await officer.GetAsync($"{EnterpriseCalls.Route}?{list}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        }

        await (await (await SignInAsync("officer.tayninh")).GetAsync($"{EnterpriseCalls.Route}?limit=1&cursor={cursor}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
    }

    [Fact]
    public async Task List_shows_each_caller_what_is_theirs()
    {
        (await NamesAsync("officer.tayninh", "")).ShouldBe(["Công ty TNHH Sâm Núi Bà"]);
        (await NamesAsync("officer.tayninh", "?q=ngoc%20linh")).ShouldBeEmpty();
        (await NamesAsync("enterprise", "")).ShouldBeEmpty();
        (await NamesAsync("enterprise", "?q=sam")).ShouldBeEmpty();
        (await Anonymous.GetAsync(EnterpriseCalls.Route, Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("officer", "062190000123")]
    [InlineData("director", "062190000123")]
    [InlineData("auditor", "062******123")]
    [InlineData("leader", "062******123")]
    public async Task Personal_ids_are_whole_only_for_those_who_need_them(string userName, string shown)
    {
        var client = await SignInAsync(userName);
        var household = (await client.GetJsonAsync($"{EnterpriseCalls.Route}?organizationType=businessHousehold")).GetProperty("items")[0];

        household.GetProperty("taxCode").GetString().ShouldBe(shown);
        (await client.GetJsonAsync($"{EnterpriseCalls.Route}/{household.GetProperty("id").GetString()}")).GetProperty("taxCode").GetString().ShouldBe(shown);
    }

    [Theory]
    [InlineData("officer", "062190000123", 1)]
    [InlineData("officer", "0621900", 0)]
    [InlineData("auditor", "062190000123", 0)]
    [InlineData("auditor", "0621900", 0)]
    public async Task Personal_ids_cannot_be_found_by_trying_digits(string userName, string digits, int count) =>
        (await NamesAsync(userName, $"?q={digits}")).Length.ShouldBe(count);

    [Fact]
    [SourceFact("S4.8", "S4.21")]
    public async Task Similar_names_warn_of_both_ginseng_companies()
    {
        var officer = await SignInAsync("officer");

        var similar = await SimilarAsync(officer, "name=CTCP%20Sam%20Ngoc%20Linh%20Kon%20Tum");

        EnterpriseCalls.NamesOf(similar).ShouldBe(["Công ty cổ phần Sâm Ngọc Linh Kon Tum", "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum"]);
        var items = similar.GetProperty("items");
        items[0].GetProperty("similarity").GetDouble().ShouldBe(1);
        items[1].GetProperty("similarity").GetDouble().ShouldBeInRange(0.6, 0.99);
        items[0].GetProperty("taxCode").GetString().ShouldNotBe(items[1].GetProperty("taxCode").GetString());

        EnterpriseCalls.NamesOf(await SimilarAsync(officer, $"name=CTCP%20Sam%20Ngoc%20Linh%20Kon%20Tum&exceptId={items[0].GetProperty("id").GetString()}"))
            .ShouldBe(["Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum"]);
        EnterpriseCalls.NamesOf(await SimilarAsync(await SignInAsync("officer.tayninh"), "name=CTCP%20Sam%20Ngoc%20Linh%20Kon%20Tum")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Similar_names_are_looked_up_from_the_threshold_of_the_domain() =>
        ((string)(await Database.ScalarAsAdminAsync("SELECT array_to_string(proconfig, ' ') FROM pg_proc WHERE proname = 'nscl_similar_enterprises'"))!)
            .ShouldContain(FormattableString.Invariant($"pg_trgm.similarity_threshold={EnterpriseNames.SimilarFrom}"));

    [Fact]
    public async Task Similar_by_tax_code_names_its_holder_whatever_the_name()
    {
        var officer = await SignInAsync("officer");
        var holder = (await officer.GetJsonAsync(EnterpriseCalls.Route)).GetProperty("items")[2];

        var found = (await SimilarAsync(officer, $"taxCode={holder.GetProperty("taxCode").GetString()!.Insert(4, "-")}")).GetProperty("items");

        found.GetArrayLength().ShouldBe(1);
        found[0].GetProperty("id").GetString().ShouldBe(holder.GetProperty("id").GetString());
        found[0].GetProperty("sameTaxCode").GetBoolean().ShouldBeTrue();
        (await (await officer.GetAsync($"{EnterpriseCalls.Route}/similar", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["?name input.required"]);
    }

    [Fact]
    public async Task Get_when_the_caller_has_it_already_answers_304()
    {
        var officer = await SignInAsync("officer");
        var address = $"{EnterpriseCalls.Route}/{(await officer.GetJsonAsync(EnterpriseCalls.Route)).GetProperty("items")[0].GetProperty("id").GetString()}";
        var etag = (await officer.GetAsync(address, Stop)).ETagOf();

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        var again = await officer.SendAsync(request, Stop);

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_of_another_province_is_the_same_as_of_nothing()
    {
        var id = (await (await SignInAsync("officer")).GetJsonAsync(EnterpriseCalls.Route)).GetProperty("items")[0].GetProperty("id").GetString();
        var tayNinh = await SignInAsync("officer.tayninh");

        await (await tayNinh.GetAsync($"{EnterpriseCalls.Route}/{id}", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        await (await tayNinh.GetAsync($"{EnterpriseCalls.Route}/{Guid.CreateVersion7()}", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        await (await tayNinh.GetAsync($"{EnterpriseCalls.Route}/5", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "request.notFound");
    }

    private static Task<JsonElement> SimilarAsync(HttpClient client, string filter) => client.GetJsonAsync($"{EnterpriseCalls.Route}/similar?{filter}");

    private async Task<string[]> NamesAsync(string userName, string query) =>
        EnterpriseCalls.NamesOf(await (await SignInAsync(userName)).GetJsonAsync(EnterpriseCalls.Route + query));
}
