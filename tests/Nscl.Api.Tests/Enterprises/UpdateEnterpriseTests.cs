using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

public sealed class UpdateEnterpriseTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Fact]
    public async Task Update_replaces_what_the_enterprise_says_and_moves_the_version()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync(static input => input["phone"] = "0260 3862 123");
        var input = EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString();
            input["name"] = "Công ty TNHH Cà phê Hà Mòn";
            input["declaredFacts"]!["insuredEmployees"] = 60;
        });

        var answer = await officer.PutJsonAsync(enterprise.Address, input.ToJsonString(), enterprise.ETag);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.ETagOf().ShouldNotBe(enterprise.ETag);
        var body = await answer.JsonAsync();
        body.GetProperty("name").GetString().ShouldBe("Công ty TNHH Cà phê Hà Mòn");
        body.GetProperty("sizeClass").GetString().ShouldBe("small");
        body.TryGetProperty("phone", out _).ShouldBeFalse();
        (await officer.GetJsonAsync(enterprise.Address)).ToString().ShouldBe(body.ToString());
    }

    [Fact]
    public async Task Update_when_facts_and_sites_are_left_out_keeps_them()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync(static input => input["sites"] = new JsonArray(new JsonObject { ["name"] = "Xưởng 1", ["districtCode"] = "615" }));
        var input = EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString();
            input.Remove("declaredFacts");
        });

        var body = await (await officer.PutJsonAsync(enterprise.Address, input.ToJsonString(), enterprise.ETag)).JsonAsync();

        body.GetProperty("declaredFacts").GetProperty("insuredEmployees").GetInt32().ShouldBe(8);
        body.GetProperty("sites").ToString().ShouldBe(enterprise.Body.GetProperty("sites").ToString());
    }

    [Fact]
    public async Task Update_keeps_a_unit_that_no_longer_exists_and_refuses_to_move_there()
    {
        var officer = await SignInAsync("officer");
        var moved = await officer.RegisteredAsync();
        var stays = await officer.RegisteredAsync();
        // Recorded before a reform that took the unit off the list.
        await Database.ExecuteAsAdminAsync("UPDATE enterprises SET district_code = 'gone', sector_code = 'gone' WHERE id = $1", stays.Id);
        var etag = (await officer.GetAsync(stays.Address, Stop)).ETagOf();

        var kept = await officer.PutJsonAsync(stays.Address, Gone(stays).ToJsonString(), etag);
        var refused = await officer.PutJsonAsync(moved.Address, Gone(moved).ToJsonString(), moved.ETag);

        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults()
            .ShouldBe(["/districtCode enterprise.unknownDistrict", "/sectorCode enterprise.unknownSector"], ignoreOrder: true);

        static JsonObject Gone(Registered enterprise) => EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString();
            input["districtCode"] = "gone";
            input["sectorCode"] = "gone";
        });
    }

    [Fact]
    public async Task Update_when_a_site_is_named_by_its_id_keeps_the_site()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync(static input => input["sites"] = new JsonArray(new JsonObject { ["name"] = "Xưởng 1", ["districtCode"] = "615" }));
        var siteId = enterprise.Body.GetProperty("sites")[0].GetProperty("id").GetString();
        var input = EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString();
            input["sites"] = new JsonArray(
                new JsonObject { ["id"] = siteId, ["name"] = "Xưởng chế biến 1", ["districtCode"] = "615" },
                new JsonObject { ["name"] = "Xưởng 2", ["districtCode"] = "617" });
        });

        var answer = await officer.PutJsonAsync(enterprise.Address, input.ToJsonString(), enterprise.ETag);

        var sites = (await answer.JsonAsync()).GetProperty("sites").EnumerateArray().ToDictionary(static site => site.GetProperty("name").GetString()!, static site => site.GetProperty("id").GetString());
        sites["Xưởng chế biến 1"].ShouldBe(siteId);
        sites.Keys.ShouldBe(["Xưởng chế biến 1", "Xưởng 2"], ignoreOrder: true);

        input["sites"] = new JsonArray(new JsonObject { ["name"] = "Xưởng 3", ["districtCode"] = "615", ["id"] = Guid.CreateVersion7().ToString() });
        (await (await officer.PutJsonAsync(enterprise.Address, input.ToJsonString(), answer.ETagOf())).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.siteUnknown"))
            .Faults().ShouldBe(["/sites/0/id enterprise.siteUnknown"]);
    }

    [Fact]
    public async Task Update_when_the_version_is_missing_or_old_changes_nothing()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var input = EnterpriseCalls.Input(input => input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString()).ToJsonString();

        await (await officer.PutJsonAsync(enterprise.Address, input, ifMatch: null)).ShouldBeProblemAsync((HttpStatusCode)428, "concurrency.ifMatchRequired");
        await (await officer.PutJsonAsync(enterprise.Address, input, "\"1\"")).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
        await (await officer.PutJsonAsync(enterprise.Address, input, "W/" + enterprise.ETag)).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
        (await officer.GetAsync(enterprise.Address, Stop)).ETagOf().ShouldBe(enterprise.ETag);
    }

    [Fact]
    public async Task Update_when_many_hold_the_same_version_lets_one_through()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var taxCode = enterprise.Body.GetProperty("taxCode").GetString();

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => officer.PutJsonAsync(
            enterprise.Address,
            EnterpriseCalls.Input(input =>
            {
                input["taxCode"] = taxCode;
                input["name"] = $"Công ty số {number}";
            }).ToJsonString(),
            enterprise.ETag)));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(static answer => answer.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(19);
    }

    [Fact]
    public async Task Update_when_an_officer_corrects_the_tax_code_takes_it()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var correct = EnterpriseCalls.NewTaxCode();

        var answer = await officer.PutJsonAsync(enterprise.Address, EnterpriseCalls.Input(input => input["taxCode"] = correct).ToJsonString(), enterprise.ETag);

        (await answer.JsonAsync()).GetProperty("taxCode").GetString().ShouldBe(correct);
    }

    [Fact]
    public async Task Update_by_its_own_people_changes_all_but_the_tax_code()
    {
        var (officer, own) = (await SignInAsync("officer"), await SignInAsync("enterprise"));
        var enterprise = await officer.RepresentedAsync(Database, own, "enterprise");
        var input = EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = enterprise.Body.GetProperty("taxCode").GetString();
            input["address"] = "Thôn 4, xã Hà Mòn";
        });

        var answer = await own.PutJsonAsync(enterprise.Address, input.ToJsonString(), enterprise.ETag);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetProperty("address").GetString().ShouldBe("Thôn 4, xã Hà Mòn");
        input["taxCode"] = EnterpriseCalls.NewTaxCode();
        await (await own.PutJsonAsync(enterprise.Address, input.ToJsonString(), answer.ETagOf())).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        input["taxCodeOverrideReason"] = "Doanh nghiệp tự xác nhận";
        (await (await own.PutJsonAsync(enterprise.Address, input.ToJsonString(), answer.ETagOf())).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing"))
            .GetProperty("args").GetProperty("permission").GetString().ShouldBe("enterprises.overrideTaxCode");
    }

    [Theory]
    [InlineData("enterprise")]
    [InlineData("officer.tayninh")]
    public async Task Update_by_others_finds_no_such_enterprise(string userName)
    {
        var enterprise = await (await SignInAsync("officer")).RegisteredAsync();

        var answer = await (await SignInAsync(userName)).PutJsonAsync(enterprise.Address, EnterpriseCalls.Input().ToJsonString(), enterprise.ETag);

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
    }
}
