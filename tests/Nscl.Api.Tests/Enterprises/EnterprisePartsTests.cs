using System.Net;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>Products and certificates: parts of an enterprise, changed under its version.</summary>
public sealed class EnterprisePartsTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    [Fact]
    [SourceFact("S3.37", "S3.38")]
    public async Task Products_are_replaced_as_a_list_and_keep_their_identity()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var first = await officer.PutJsonAsync($"{enterprise.Address}/products", """
            {"products":[
              {"name":"Cà phê bột","sectorCode":"coffee","gtin":"893 460 200 1078","standards":["TCVN 5251:2015"]},
              {"name":"Cà phê nhân","sectorCode":"coffee","isExported":true,"criteriaEvidence":"Tờ khai xuất khẩu 2021"}]}
            """, enterprise.ETag);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var powder = (await first.JsonAsync()).GetProperty("products").EnumerateArray().Single(static product => product.GetProperty("name").GetString() == "Cà phê bột");
        powder.GetProperty("gtin").GetString().ShouldBe("8934602001078");
        powder.GetProperty("standards")[0].GetString().ShouldBe("TCVN 5251:2015");

        var second = await officer.PutJsonAsync(
            $"{enterprise.Address}/products",
            new { products = new[] { new { id = powder.GetProperty("id").GetGuid(), name = "Cà phê bột Hà Mòn", sectorCode = "coffee" } } },
            first.ETagOf());

        second.ETagOf().ShouldNotBe(first.ETagOf());
        var left = (await second.JsonAsync()).GetProperty("products").EnumerateArray().ShouldHaveSingleItem();
        left.GetProperty("id").GetGuid().ShouldBe(powder.GetProperty("id").GetGuid());
        left.GetProperty("name").GetString().ShouldBe("Cà phê bột Hà Mòn");
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprise_products WHERE enterprise_id = $1 AND province = 'konTum'", enterprise.Id)).ShouldBe(1L);
    }

    [Theory]
    [InlineData("""[{"name":"Trà","sectorCode":"other"},{"name":" TRÀ ","sectorCode":"other"}]""", 409, "/products/1/name enterprise.productRepeated")]
    [InlineData("""[{"name":"Trà","sectorCode":"other","gtin":"8934602001079"}]""", 409, "/products/0/gtin enterprise.gtinInvalid")]
    [InlineData("""[{"name":"Trà","sectorCode":"other","replacesImports":true}]""", 409, "/products/0/criteriaEvidence enterprise.criteriaNeedEvidence")]
    [InlineData("""[{"name":"Trà","sectorCode":"other","id":"01890000-0000-7000-8000-000000000000"}]""", 409, "/products/0/id enterprise.productUnknown")]
    [InlineData("""[{"name":"Trà","sectorCode":"other"},{"name":"Thép","sectorCode":"steel"}]""", 400, "/products/1/sectorCode enterprise.unknownSector")]
    [InlineData("""[{"name":"","sectorCode":"other"}]""", 400, "/products/0/name input.required")]
    [InlineData("""[{"name":"Trà"}]""", 400, "/products/0/sectorCode input.required")]
    [InlineData("""[{"name":"Trà","sectorCode":"other","standards":[null]}]""", 400, "/products/0/standards/0 input.required")]
    [InlineData("null", 400, "/products input.required")]
    public async Task Products_when_one_is_wrong_change_nothing(string products, int status, string fault)
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();

        var answer = await officer.PutJsonAsync($"{enterprise.Address}/products", $$"""{"products":{{products}}}""", enterprise.ETag);

        (await answer.ShouldBeProblemAsync((HttpStatusCode)status, status == 409 ? fault.Split(' ')[1] : "input.invalid")).Faults().ShouldBe([fault]);
        (await officer.GetAsync(enterprise.Address, Stop)).ETagOf().ShouldBe(enterprise.ETag);
    }

    [Fact]
    [SourceFact("S4.24")]
    public async Task Certificates_are_recorded_corrected_and_removed()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var recorded = await officer.PostJsonAsync($"{enterprise.Address}/certificates", Certificate("FSMS-01", "2021-05-01", "2024-04-30"));
        recorded.StatusCode.ShouldBe(HttpStatusCode.Created);
        recorded.Headers.Location!.ToString().ShouldBe(enterprise.Address);
        var certificate = (await recorded.JsonAsync()).GetProperty("certificates")[0];
        certificate.GetProperty("number").GetString().ShouldBe("FSMS-01");
        var address = $"{enterprise.Address}/certificates/{certificate.GetProperty("id").GetString()}";

        await (await officer.PostJsonAsync($"{enterprise.Address}/certificates", Certificate("fsms-01", "2021-05-01", null))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.certificateRepeated");
        var corrected = await officer.PutJsonAsync(address, Certificate("FSMS-02", "2021-05-01", "2024-04-30"), recorded.ETagOf());
        (await corrected.JsonAsync()).GetProperty("certificates")[0].GetProperty("number").GetString().ShouldBe("FSMS-02");
        await (await officer.PutJsonAsync(address, Certificate("FSMS-03", "2021-05-01", null), recorded.ETagOf())).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");

        var removed = await officer.SendJsonAsync(HttpMethod.Delete, address, ifMatch: corrected.ETagOf());
        (await removed.JsonAsync()).GetProperty("certificates").GetArrayLength().ShouldBe(0);
        await (await officer.SendJsonAsync(HttpMethod.Delete, address, ifMatch: removed.ETagOf())).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.certificateUnknown");
    }

    [Fact]
    public async Task Certificates_when_they_expire_before_they_are_issued_are_refused()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();

        (await (await officer.PostJsonAsync($"{enterprise.Address}/certificates", Certificate("FSMS-01", "2021-05-01", "2021-04-30")))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.certificateExpiresBeforeIssue")).Faults().ShouldBe(["/expiresOn enterprise.certificateExpiresBeforeIssue"]);
    }

    [Fact]
    public async Task Certificates_of_a_system_in_no_list_are_refused()
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();

        (await (await officer.PostJsonAsync($"{enterprise.Address}/certificates", Certificate("FSMS-01", "2021-05-01", null, "ISO22000")))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/systemCode enterprise.unknownSystem"]);
    }

    private static object Certificate(string number, string issuedOn, string? expiresOn, string systemCode = "iso22000") =>
        new { systemCode, standardNumber = "TCVN ISO 22000:2018", number, issuer = "Tổ chức chứng nhận (demo)", issuedOn, expiresOn };
}
