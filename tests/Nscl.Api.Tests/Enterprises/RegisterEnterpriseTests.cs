using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

public sealed class RegisterEnterpriseTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Fact]
    [SourceFact("S4.21")]
    public async Task Register_when_complete_answers_the_enterprise_and_where_it_is()
    {
        var officer = await SignInAsync("officer");
        var taxCode = EnterpriseCalls.NewTaxCode();

        var answer = await officer.RegisterAsync(EnterpriseCalls.Input(input =>
        {
            input["taxCode"] = taxCode.Insert(4, " ");
            input["name"] = "  Công ty cổ phần Sâm Ngọc Linh  Tu Mơ Rông Kon Tum ";
            input["districtCode"] = "617";
            input["sectorCode"] = "ngocLinhGinseng";
            input["legalRepresentative"] = "Trần Thị Bình";
            input["phone"] = "0260 3862 123";
            input["email"] = "lienhe@example.vn";
            input["establishedOn"] = "2017-05-10";
            input["sites"] = new JsonArray(new JsonObject { ["name"] = "Vườn sâm Măng Ri", ["districtCode"] = "617" });
        }));

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var body = await answer.JsonAsync();
        var id = body.GetProperty("id").GetGuid();
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/enterprises/{id}");
        body.GetProperty("taxCode").GetString().ShouldBe(taxCode);
        body.GetProperty("taxCodeKind").GetString().ShouldBe("enterprise");
        body.GetProperty("name").GetString().ShouldBe("Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum");
        body.GetProperty("province").GetString().ShouldBe("konTum");
        body.GetProperty("sites")[0].GetProperty("name").GetString().ShouldBe("Vườn sâm Măng Ri");
        body.GetProperty("sizeClass").GetString().ShouldBe("micro");
        body.GetProperty("sizeLegs").GetArrayLength().ShouldBe(3);
        body.GetProperty("sizeLegalBasis").GetString().ShouldBe("80/2021/NĐ-CP, Điều 5");
        var read = await officer.GetAsync(answer.Headers.Location, Stop);
        (await read.Content.ReadAsStringAsync(Stop)).ShouldBe(await answer.Content.ReadAsStringAsync(Stop));
        read.ETagOf().ShouldBe(answer.ETagOf());
    }

    [Fact]
    public async Task Register_leaves_one_row_in_the_audit_trail_without_the_personal_values()
    {
        var enterprise = await (await SignInAsync("officer")).RegisteredAsync(static input => input["phone"] = "0260 3862 124");

        var changes = (string)(await Database.ScalarAsAdminAsync(
            "SELECT min(action) || ' ' || count(*) || ' ' || min(changes::text) FROM audit_entries WHERE entity_id = $1",
            enterprise.Id))!;
        changes.ShouldStartWith("RegisterEnterprise 1 ");
        changes.ShouldContain("Cà phê Đắk Hà");
        changes.ShouldNotContain("0260 3862 124");
    }

    [Fact]
    public async Task Register_when_the_key_comes_again_answers_the_first_enterprise()
    {
        var officer = await SignInAsync("officer");
        var input = EnterpriseCalls.Input().ToJsonString();

        var first = await officer.PostJsonAsync(EnterpriseCalls.Route, input, idempotencyKey: "register-once");
        var again = await officer.PostJsonAsync(EnterpriseCalls.Route, input, idempotencyKey: "register-once");

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        await (await officer.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input().ToJsonString(), idempotencyKey: "register-once"))
            .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
        await (await officer.PostJsonAsync(EnterpriseCalls.Route, input)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.keyRequired");
    }

    [Fact]
    public async Task Register_when_the_tax_code_is_taken_refuses_also_in_another_spelling()
    {
        var officer = await SignInAsync("officer");
        var first = await officer.RegisteredAsync();
        var taxCode = first.Body.GetProperty("taxCode").GetString()!;

        await (await officer.RegisterAsync(EnterpriseCalls.Input(input => input["taxCode"] = taxCode.Insert(2, "."))))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.taxCodeTaken");

        // Another province keeps its own register.
        await (await SignInAsync("officer.tayninh")).RegisteredAsync(input => (input["taxCode"], input["districtCode"], input["sectorCode"]) = (taxCode, "703", "other"));
    }

    [Fact]
    public async Task Register_when_a_code_is_in_no_list_names_each()
    {
        var officer = await SignInAsync("officer");
        // 703 is a city of Tây Ninh; the commune exists from 1 July 2025 on, in the province that succeeds Kon Tum.
        var answer = await officer.RegisterAsync(EnterpriseCalls.Input(static input =>
        {
            input["districtCode"] = "703";
            input["sectorCode"] = "steel";
            input["sites"] = new JsonArray(
                new JsonObject { ["name"] = "Xưởng 1", ["districtCode"] = "615" },
                new JsonObject { ["name"] = "Xưởng 2", ["districtCode"] = "qn-xa-mang-but" });
        }));

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(
            ["/districtCode enterprise.unknownDistrict", "/sites/1/districtCode enterprise.unknownDistrict", "/sectorCode enterprise.unknownSector"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Register_when_many_try_at_once_registers_the_tax_code_once()
    {
        var officer = await SignInAsync("officer");
        var taxCode = EnterpriseCalls.NewTaxCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => officer.RegisterAsync(EnterpriseCalls.Input(input => input["taxCode"] = taxCode))));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises WHERE tax_code = $1", taxCode)).ShouldBe(1L);
    }

    [Fact]
    public async Task Register_when_the_check_digit_does_not_fit_takes_an_officers_reason()
    {
        var officer = await SignInAsync("officer");
        var refused = EnterpriseCalls.Input(static input => input["taxCode"] = "0100233480");

        (await (await officer.RegisterAsync(refused)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.taxCodeCheckDigit"))
            .Faults().ShouldBe(["/taxCode enterprise.taxCodeCheckDigit"]);

        refused["taxCodeOverrideReason"] = "Theo giấy chứng nhận đăng ký doanh nghiệp";
        var taken = await (await officer.RegisterAsync(refused)).JsonAsync();
        taken.GetProperty("taxCodeOverrideReason").GetString().ShouldBe("Theo giấy chứng nhận đăng ký doanh nghiệp");
    }

    [Theory]
    [InlineData("taxCode", "12345", "enterprise.taxCodeMalformed", "/taxCode")]
    [InlineData("taxCode", "062190000123", "enterprise.personalIdOnlyForHousehold", "/taxCode")]
    [InlineData("establishedOn", "2022-10-04", "enterprise.establishedInFuture", "/establishedOn")]
    public async Task Register_when_a_rule_refuses_says_which_and_where(string field, string value, string code, string pointer)
    {
        var answer = await (await SignInAsync("officer")).RegisterAsync(EnterpriseCalls.Input(input => input[field] = value));

        (await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, code)).Faults().ShouldBe([$"{pointer} {code}"]);
    }

    [Fact]
    public async Task Register_when_the_figures_are_of_a_year_to_come_refuses()
    {
        var answer = await (await SignInAsync("officer")).RegisterAsync(EnterpriseCalls.Input(static input => input["declaredFacts"]!["year"] = 2023));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.factsYearOutOfRange");
        problem.Faults().ShouldBe(["/declaredFacts/year enterprise.factsYearOutOfRange"]);
        problem.GetProperty("args").GetProperty("latest").GetInt32().ShouldBe(2022);
    }

    [Fact]
    public async Task Register_when_the_shape_is_wrong_names_every_fault_and_keeps_nothing()
    {
        var officer = await SignInAsync("officer");
        var input = EnterpriseCalls.Input(static input =>
        {
            input["name"] = new string('a', 301);
            input["districtCode"] = "";
            input["phone"] = "gọi sau";
            input["email"] = "khong phai thu";
            input["declaredFacts"]!["insuredEmployees"] = -1;
            input["declaredFacts"]!["annualRevenue"] = -1;
            input["sites"] = new JsonArray(new JsonObject { ["name"] = "", ["districtCode"] = "617" });
        });

        var problem = await (await officer.RegisterAsync(input)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        problem.Faults().ShouldBe(
            [
                "/name input.tooLong", "/districtCode input.required", "/phone input.format", "/email input.email",
                "/declaredFacts/insuredEmployees input.tooSmall", "/declaredFacts/annualRevenue input.tooSmall", "/sites/0/name input.required",
            ],
            ignoreOrder: true);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises WHERE tax_code = $1", (string)input["taxCode"]!)).ShouldBe(0L);
    }

    [Theory]
    [InlineData("""{"id":"01890000-0000-7000-8000-000000000000"}""", "/id input.unknownField")]
    [InlineData("""{"province":"tayNinh"}""", "/province input.unknownField")]
    [InlineData("""{"sizeClass":"micro"}""", "/sizeClass input.unknownField")]
    [InlineData("""{"organizationType":"company"}""", "/organizationType input.unknownValue")]
    [InlineData("""{"name":"Công ty \u0000 NUL"}""", "/name input.nulCharacter")]
    [InlineData("""{"declaredFacts":{"field":"tradeServices","year":2021,"annualRevenue":9000000000000001}}""", "/declaredFacts/annualRevenue amount.outOfRange")]
    [InlineData("""{"declaredFacts":{"field":"tradeServices","year":2021,"annualRevenue":1.5}}""", "/declaredFacts/annualRevenue input.wrongType")]
    [InlineData("""{"declaredFacts":{"year":2021}}""", "/declaredFacts/field input.required")]
    [InlineData("""{"sites":[null]}""", "/sites/0 input.required")]
    public async Task Register_when_a_value_cannot_be_read_says_where(string change, string fault)
    {
        var input = EnterpriseCalls.Input();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            input[name] = value?.DeepClone();
        }

        (await (await (await SignInAsync("officer")).RegisterAsync(input)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid"))
            .Faults().ShouldContain(fault);
    }

    [Theory]
    [InlineData("enterprise")]
    [InlineData("director")]
    [InlineData("auditor")]
    [InlineData("partner")]
    public async Task Register_when_it_is_not_the_callers_job_is_refused(string userName) =>
        await (await (await SignInAsync(userName)).RegisterAsync(EnterpriseCalls.Input())).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
}
