using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Nscl.Domain.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

public sealed class EnterpriseImportTests(PacksFixture fixture) : ApiTests<PacksFixture>(fixture)
{
    private const string Imports = EnterpriseCalls.Route + "/imports";
    private const string Checks = EnterpriseCalls.Route + "/import-checks";

    [Fact]
    public async Task Import_registers_every_row_by_the_words_of_the_sheet()
    {
        var officer = await SignInAsync("officer");
        var (first, second) = (EnterpriseCalls.NewTaxCode(), EnterpriseCalls.NewTaxCode());

        var answer = await SendAsync(officer, Imports, Workbooks.Of(
            Workbooks.Headings,
            [first.Insert(4, " "), null, "  Công ty TNHH  Mật ong Măng Đen", "doanh nghiệp", "Đăk Hà", "ca phe", "0260 3862 123", 42_865L, "Thương mại và dịch vụ", 2021L, 8L, "2.900.000.000"],
            [],
            [("CONCAT(Sheet2!A1)", second), null, "Hợp tác xã Y Lim", "Cooperative", "617", "Lĩnh vực khác", null, "10/05/2017"]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        var import = await answer.JsonAsync();
        import.GetProperty("rowCount").GetInt32().ShouldBe(2);
        import.GetProperty("registeredCount").GetInt32().ShouldBe(2);
        var honey = await FindAsync(officer, first);
        honey.GetProperty("name").GetString().ShouldBe("Công ty TNHH Mật ong Măng Đen");
        honey.GetProperty("districtCode").GetString().ShouldBe("615");
        honey.GetProperty("sectorCode").GetString().ShouldBe("coffee");
        honey.GetProperty("establishedOn").GetString().ShouldBe("2017-05-10");
        honey.GetProperty("declaredFacts").GetProperty("annualRevenue").GetInt64().ShouldBe(2_900_000_000);
        honey.GetProperty("sizeClass").GetString().ShouldBe("micro");
        var cooperative = await FindAsync(officer, second);
        cooperative.GetProperty("organizationType").GetString().ShouldBe("cooperative");
        cooperative.GetProperty("sectorCode").GetString().ShouldBe("other");
        cooperative.GetProperty("establishedOn").GetString().ShouldBe("2017-05-10");
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM audit_entries WHERE action = 'ImportEnterprises' AND entity_id = $1", honey.GetProperty("id").GetGuid())).ShouldBe(1L);
    }

    [Fact]
    public async Task Import_with_faults_names_every_row_and_column_and_keeps_nothing()
    {
        var officer = await SignInAsync("officer");
        var (sound, twice) = (EnterpriseCalls.NewTaxCode(), EnterpriseCalls.NewTaxCode());
        object?[] wrongDigit = Workbooks.Row("0100233480");
        object?[] badCells = Workbooks.Row(EnterpriseCalls.NewTaxCode());
        (badCells[3], badCells[4], badCells[5], badCells[7], badCells[10], badCells[11]) = ("Công ty", "Huyện Bến Cầu", "Thép", "31/02/2020", -1L, "nhiều");
        object?[] person = Workbooks.Row("062190000123");
        object?[] empty = Workbooks.Row(EnterpriseCalls.NewTaxCode());
        (empty[2], empty[3], empty[7], empty[9]) = (null, null, "10/05/2030", 2035L);
        object?[] number = Workbooks.Row("x");
        number[0] = 100233486L;
        var file = Workbooks.Of(Workbooks.Headings, Workbooks.Row(sound), wrongDigit, badCells, person, empty, Workbooks.Row(twice, "Công ty Một"), number, Workbooks.Row(twice.Insert(2, "."), "Công ty Hai"));
        string[] expected =
        [
            "/rows/3/taxCode enterprise.taxCodeCheckDigit",
            "/rows/4/organizationType enterprise.importChoiceUnknown", "/rows/4/districtCode enterprise.unknownDistrict", "/rows/4/sectorCode enterprise.unknownSector",
            "/rows/4/establishedOn enterprise.importDateExpected", "/rows/4/declaredFacts/field input.required", "/rows/4/declaredFacts/year input.required",
            "/rows/4/declaredFacts/insuredEmployees input.tooSmall", "/rows/4/declaredFacts/annualRevenue enterprise.importNumberExpected",
            "/rows/5/taxCode enterprise.personalIdOnlyForHousehold",
            "/rows/6/name input.required", "/rows/6/organizationType input.required", "/rows/6/establishedOn enterprise.establishedInFuture",
            "/rows/6/declaredFacts/field input.required", "/rows/6/declaredFacts/year enterprise.factsYearOutOfRange",
            "/rows/8/taxCode enterprise.importLeadingZeroLost",
            "/rows/9/taxCode enterprise.importTaxCodeRepeated",
        ];

        var refused = await (await SendAsync(officer, Imports, file)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        refused.Faults().ShouldBe(expected, ignoreOrder: true);
        var repeated = refused.GetProperty("errors").EnumerateArray().Single(static error => error.GetProperty("pointer").GetString() == "/rows/9/taxCode").GetProperty("args");
        repeated.GetProperty("row").GetInt32().ShouldBe(9);
        repeated.GetProperty("column").GetString().ShouldBe("Mã số thuế");
        repeated.GetProperty("cell").GetString().ShouldBe("A9");
        refused.ToString().ShouldNotContain("062190000123");
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises WHERE tax_code IN ($1, $2)", sound, twice)).ShouldBe(0L);

        // The check says the same in words, and stores nothing either.
        var check = await (await SendAsync(officer, Checks, file)).JsonAsync();
        check.GetProperty("faultCount").GetInt32().ShouldBe(expected.Length);
        check.GetProperty("rowCount").GetInt32().ShouldBe(8);
        var fault = check.GetProperty("faults").EnumerateArray().Single(static row => row.GetProperty("row").GetInt32() == 9);
        fault.GetProperty("textVi").GetString()!.ShouldStartWith("Mã số thuế này đã có ở dòng 7.");
        fault.GetProperty("textEn").GetString()!.ShouldStartWith("This tax code stands in row 7 already.");
    }

    [Fact]
    public async Task Import_leaves_out_what_is_registered_and_takes_an_officers_reason()
    {
        var officer = await SignInAsync("officer");
        var known = await officer.RegisteredAsync();
        var taxCode = known.Body.GetProperty("taxCode").GetString()!;
        object?[] insisted = Workbooks.Row("0100233472", "Công ty Theo giấy đăng ký");
        insisted[1] = "Giấy chứng nhận đăng ký doanh nghiệp";

        var import = await (await SendAsync(officer, Imports, Workbooks.Of(Workbooks.Headings, Workbooks.Row(taxCode, "Tên khác hẳn"), insisted))).JsonAsync();

        import.GetProperty("registeredCount").GetInt32().ShouldBe(1);
        import.GetProperty("alreadyRegisteredCount").GetInt32().ShouldBe(1);
        (await officer.GetJsonAsync(known.Address)).ToString().ShouldBe(known.Body.ToString());
        (await FindAsync(officer, "0100233472")).GetProperty("taxCodeOverrideReason").GetString().ShouldBe("Giấy chứng nhận đăng ký doanh nghiệp");
    }

    [Fact]
    [SourceFact("S4.8", "S4.21")]
    public async Task Check_warns_of_similar_names_in_the_register_and_in_the_file()
    {
        var officer = await SignInAsync("officer");
        var registered = await officer.RegisteredAsync(static input => input["name"] = "Công ty cổ phần Sâm Ngọc Linh Kon Tum");
        var file = Workbooks.Of(
            Workbooks.Headings,
            Workbooks.Row(EnterpriseCalls.NewTaxCode(), "Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum"),
            Workbooks.Row(EnterpriseCalls.NewTaxCode(), "Công ty TNHH Gạch Hòa Bình"),
            Workbooks.Row(EnterpriseCalls.NewTaxCode(), "CTCP Gạch Hoà Bình"));

        var check = await (await SendAsync(officer, Checks, file)).JsonAsync();

        check.GetProperty("faultCount").GetInt32().ShouldBe(0);
        check.GetProperty("newCount").GetInt32().ShouldBe(3);
        check.GetProperty("warnings").EnumerateArray().Select(static warning => $"{warning.GetProperty("cell").GetString()} {warning.GetProperty("code").GetString()}")
            .ShouldBe(["C2 enterprise.importSimilarName", "C4 enterprise.importSimilarRow"]);
        check.GetProperty("warnings")[0].GetProperty("args").GetProperty("enterpriseId").GetGuid().ShouldBe(registered.Id);
        (await officer.GetJsonAsync($"{EnterpriseCalls.Route}?q=gach%20hoa%20binh&count=true")).GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Import_under_a_key_happens_once_and_another_file_is_refused()
    {
        var officer = await SignInAsync("officer");
        var file = Workbooks.Of(Workbooks.Headings, Workbooks.Row(EnterpriseCalls.NewTaxCode()));

        var first = await SendAsync(officer, Imports, file, "import-once");
        var again = await SendAsync(officer, Imports, file, "import-once");
        var other = await SendAsync(officer, Imports, Workbooks.Of(Workbooks.Headings, Workbooks.Row(EnterpriseCalls.NewTaxCode())), "import-once");

        (await first.JsonAsync()).GetProperty("registeredCount").GetInt32().ShouldBe(1);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.JsonAsync()).GetProperty("registeredCount").GetInt32().ShouldBe(1);
        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");
        await (await SendAsync(officer, Imports, file, key: null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.keyRequired");
    }

    [Theory]
    [InlineData("Mã số thuế|Tên doanh nghiệp", "importColumnMissing", 3)]
    [InlineData("Mã số thuế|Tên doanh nghiệp|Loại hình|Địa bàn|Ngành, lĩnh vực|Doanh thu", "importColumnUnknown", 1)]
    [InlineData("Mã số thuế|Tên doanh nghiệp|Loại hình|Địa bàn|Ngành, lĩnh vực|Name", "importColumnRepeated", 1)]
    [InlineData("Mã số thuế|Tên doanh nghiệp|Loại hình|Địa bàn|Ngành, lĩnh vực", "importEmpty", 1)]
    [InlineData("Tax code|NAME|Kind|District|Sector", "importEmpty", 1)]
    public async Task Check_when_the_headings_are_wrong_says_which(string headings, string code, int count)
    {
        var check = await (await SendAsync(await SignInAsync("officer"), Checks, Workbooks.Of([.. headings.Split('|')]))).JsonAsync();

        check.GetProperty("faults").EnumerateArray().Select(static fault => fault.GetProperty("code").GetString()).ShouldBe(Enumerable.Repeat("enterprise." + code, count));
    }

    [Theory]
    [InlineData("text", "danh-sach.xlsx", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("sound", "danh-sach.csv", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("sound", "danh-sach.xlsm", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("macros", "danh-sach.xlsx", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("bomb", "danh-sach.xlsx", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("entities", "danh-sach.xlsx", HttpStatusCode.UnsupportedMediaType, "file.workbookExpected")]
    [InlineData("empty", "danh-sach.xlsx", HttpStatusCode.BadRequest, "file.empty")]
    [InlineData("large", "danh-sach.xlsx", HttpStatusCode.RequestEntityTooLarge, "file.tooLarge")]
    [InlineData("rows", "danh-sach.xlsx", HttpStatusCode.BadRequest, "file.tooManyRows")]
    [InlineData("cells", "danh-sach.xlsx", HttpStatusCode.BadRequest, "file.tooManyCells")]
    public async Task Import_of_a_hostile_or_wrong_file_is_refused(string kind, string fileName, HttpStatusCode status, string code)
    {
        var officer = await SignInAsync("officer");
        var content = Hostile(kind);

        var problem = await (await SendAsync(officer, Imports, content, fileName: fileName)).ShouldBeProblemAsync(status, "input.invalid");

        problem.Faults().ShouldBe(["/file " + code]);
    }

    [Theory]
    [InlineData("director")]
    [InlineData("enterprise")]
    [InlineData("auditor")]
    [InlineData("partner")]
    public async Task Import_when_it_is_not_the_callers_job_is_refused(string userName)
    {
        var client = await SignInAsync(userName);
        var file = Workbooks.Of(Workbooks.Headings, Workbooks.Row(EnterpriseCalls.NewTaxCode()));

        await (await SendAsync(client, Imports, file)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await (await SendAsync(client, Checks, file)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task Import_of_five_thousand_rows_needs_no_statement_per_row()
    {
        using var officer = await SignInAsync("officer");
        using var statements = new StatementCount();
        statements.Follow(officer);
        var rows = Enumerable.Range(0, 5_000).Select(static i => Workbooks.Row(SerialTaxCode(i), $"Công ty TNHH Số {i} Đắk Hà")).ToArray();
        var file = Workbooks.Of([Workbooks.Headings, .. rows]);

        var answer = await SendAsync(officer, Imports, file);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        (await answer.JsonAsync()).GetProperty("registeredCount").GetInt32().ShouldBe(5_000);
        statements.Value.ShouldBeInRange(1, 50);
    }

    private static string SerialTaxCode(int i)
    {
        // Bases whose check digit would be ten do not exist: one of two neighbours always does.
        for (var serial = 9_000_000 + (i * 20); ; serial++)
        {
            var firstNine = "62" + serial.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);
            if (TaxCode.CheckDigit(firstNine) is { } digit)
            {
                return firstNine + digit.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }

    private static byte[] Hostile(string kind)
    {
        var sound = Workbooks.Of(Workbooks.Headings, Workbooks.Row("0100233486"));
        return kind switch
        {
            "text" => "Mã số thuế;Tên doanh nghiệp"u8.ToArray(),
            "macros" => Changed(sound, "xl/vbaProject.bin", "macro"u8.ToArray()),
            "bomb" => Changed(sound, "xl/media/image1.png", new byte[30 * 1024 * 1024]),
            "entities" => Changed(sound, "xl/sharedStrings.xml", """<!DOCTYPE sst [<!ENTITY a "aaaaaaaa">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a;</t></si></sst>"""u8.ToArray()),
            "empty" => [],
            "large" => new byte[(10 * 1024 * 1024) + 1],
            "rows" => Workbooks.Of([Workbooks.Headings, .. Enumerable.Range(0, 5_001).Select(static i => Workbooks.Row(SerialTaxCode(i), $"Công ty {i * 7_919}"))]),
            "cells" => Workbooks.Of([Workbooks.Headings, .. Enumerable.Range(0, 4_900).Select(static row => Enumerable.Range(0, 42).Select(column => (object?)(row * 7_919L * (column + 3))).ToArray())]),
            _ => sound,
        };
    }

    private static byte[] Changed(byte[] workbook, string part, byte[] content)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(content);
        }

        return memory.ToArray();
    }

    private static async Task<JsonElement> FindAsync(HttpClient client, string taxCode)
    {
        var found = (await client.GetJsonAsync($"{EnterpriseCalls.Route}?q={taxCode}")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        return await client.GetJsonAsync($"{EnterpriseCalls.Route}/{found.GetProperty("id").GetString()}");
    }

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("PK\u0003\u0004 shorter than the end")]
    [InlineData("PK\u0005\u0006")]
    public async Task Import_when_the_file_is_the_beginning_of_an_archive_only_is_refused(string content)
    {
        var officer = await SignInAsync("officer");

        (await SendAsync(officer, Checks, System.Text.Encoding.ASCII.GetBytes(content))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, byte[] file, string? key = "", string fileName = "danh-sach.xlsx") =>
        client.SendFileAsync(address, file, fileName, key is "" ? Guid.CreateVersion7().ToString() : key);
}
