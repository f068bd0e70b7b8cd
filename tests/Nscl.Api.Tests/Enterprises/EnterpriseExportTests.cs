using System.Net;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

public sealed class EnterpriseExportTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    private const string Export = EnterpriseCalls.Route + "/export";

    [Fact]
    [SourceFact("S4.21")]
    public async Task Export_is_a_sound_workbook_with_types_filter_and_fixed_headings()
    {
        var officer = await SignInAsync("officer");
        var name = "Công ty TNHH Xuất tệp " + Guid.CreateVersion7().ToString("N")[..8];
        await officer.RegisteredAsync(input =>
        {
            input["name"] = name;
            input["taxCode"] = "0100109106";
            input["districtCode"] = "617";
            input["sectorCode"] = "ngocLinhGinseng";
            input["establishedOn"] = "2017-05-10";
        });

        var answer = await officer.GetAsync($"{Export}?q={Uri.EscapeDataString(name)}", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe("doanh-nghiep-2022-10-03.xlsx");
        var workbook = await answer.Content.ReadAsByteArrayAsync(Stop);
        Workbooks.ShouldBeSound(workbook);
        var cells = Workbooks.Cells(workbook);
        cells["A1"].ShouldBe(("Mã số thuế", false));
        cells["A2"].ShouldBe(("0100109106", false));
        cells["C2"].ShouldBe((name, false));
        cells["D2"].ShouldBe(("Doanh nghiệp", false));
        cells["E2"].ShouldBe(("Huyện Tu Mơ Rông", false));
        cells["K2"].ShouldBe(("42865", true));
        cells["M2"].ShouldBe(("2021", true));
        cells["O2"].ShouldBe(("2900000000", true));
        cells["Q2"].ShouldBe(("Siêu nhỏ", false));
        cells.ShouldNotContainKey("A3");
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var sheet = Workbooks.FirstSheet(document);
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:Q2");
        ((long)(await Database.ScalarAsAdminAsync("SELECT count(*) FROM audit_entries WHERE action = 'ExportEnterprises' AND changes::text LIKE '%rows%'"))!).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.vn\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    [InlineData("Tên \u0001 lạ \ud83c\udf3f & <b>")]
    public async Task Export_keeps_text_that_looks_like_a_formula_as_text(string address)
    {
        var officer = await SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync(input => input["address"] = address);

        var workbook = await officer.GetByteArrayAsync($"{Export}?q={enterprise.Body.GetProperty("taxCode").GetString()}", Stop);

        Workbooks.ShouldBeSound(workbook);
        Workbooks.Cells(workbook)["G2"].ShouldBe((address.Replace("\u0001", string.Empty, StringComparison.Ordinal), false));
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        Workbooks.FirstSheet(document).Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_imported_again_gives_the_same_register()
    {
        var officer = await SignInAsync("officer");
        var marker = "Vòng tròn " + Guid.CreateVersion7().ToString("N")[..8];
        await officer.RegisteredAsync(input => input["name"] = "Công ty TNHH " + marker);
        await officer.RegisteredAsync(input =>
        {
            input["name"] = "Hợp tác xã " + marker;
            input["organizationType"] = "cooperative";
            input["sectorCode"] = "other";
            input["districtCode"] = "608";
            input["legalRepresentative"] = "Trần Thị Bình";
            input["phone"] = "0260 3862 123";
            input["email"] = "lienhe@example.vn";
            input["establishedOn"] = "2017-05-10";
            input["declaredFacts"] = new JsonObject { ["field"] = "tradeServices", ["year"] = 2021, ["totalCapital"] = 9_000_000_000_000_000 };
        });
        await officer.RegisteredAsync(input =>
        {
            input["name"] = "Hộ kinh doanh " + marker;
            input["organizationType"] = "businessHousehold";
            input["taxCode"] = "062190000999";
            input["declaredFacts"] = null;
        });
        var before = await ExportAsync();
        await Database.ExecuteAsAdminAsync("DELETE FROM enterprises WHERE name LIKE '%' || $1", marker);

        var import = await (await officer.SendFileAsync(EnterpriseCalls.Route + "/imports", before, "lai.xlsx", Guid.CreateVersion7().ToString())).JsonAsync();

        import.GetProperty("registeredCount").GetInt32().ShouldBe(3);
        Workbooks.Cells(await ExportAsync()).ShouldBe(Workbooks.Cells(before));

        Task<byte[]> ExportAsync() => officer.GetByteArrayAsync($"{Export}?q={Uri.EscapeDataString(marker)}", Stop);
    }

    [Theory]
    [InlineData("vi", "Mã số thuế", "mau-nhap-doanh-nghiep.xlsx")]
    [InlineData("en", "Tax code", "enterprise-import-template.xlsx")]
    public async Task Template_offers_the_lists_and_can_be_imported_when_filled(string language, string heading, string fileName)
    {
        var officer = await SignInAsync("officer");
        using var request = new HttpRequestMessage(HttpMethod.Get, EnterpriseCalls.Route + "/import-template");
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        var answer = await officer.SendAsync(request, Stop);

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe(fileName);
        var workbook = await answer.Content.ReadAsByteArrayAsync(Stop);
        Workbooks.ShouldBeSound(workbook);
        Workbooks.Cells(workbook)["A1"].Text.ShouldBe(heading);
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        Workbooks.FirstSheet(document).Descendants<DataValidation>().Count().ShouldBe(4);
        var check = await (await officer.SendFileAsync(EnterpriseCalls.Route + "/import-checks", workbook, fileName, null)).JsonAsync();
        check.GetProperty("faults").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("enterprise.importEmpty");
    }

    [Fact]
    public async Task Export_holds_what_the_caller_sees_and_nothing_else()
    {
        var officer = await SignInAsync("officer");
        var konTum = await officer.RegisteredAsync();
        var tayNinh = await SignInAsync("officer.tayninh");

        var cells = Workbooks.Cells(await tayNinh.GetByteArrayAsync(Export, Stop));

        cells.Values.Select(static cell => cell.Text).ShouldNotContain(konTum.Body.GetProperty("taxCode").GetString()!);
        (await (await officer.GetAsync($"{Export}?page=2", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["?page input.unknownField"]);
        foreach (var userName in new[] { "enterprise", "partner", "auditor", "admin" })
        {
            await (await (await SignInAsync(userName)).GetAsync(Export, Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        }
    }
}
