using System.Globalization;
using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Enterprises;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>A list of participants comes as a workbook (S4.11: 195 people of five kinds) and goes out as one.</summary>
public sealed class TraineeListTests(TraineeListFixture fixture) : ApiTests<TraineeListFixture>(fixture)
{
    private const int People = 195;
    private static readonly string[] Headings = ["Họ và tên", "Đối tượng", "Đơn vị", "Mã số thuế", "Địa bàn", "Điện thoại", "Thư điện tử", "Người khác cùng tên"];
    private static readonly string[] Kinds = ["Doanh nghiệp", "Hợp tác xã", "Tổ chức", "Hộ kinh doanh", "Công chức"];

    [Fact]
    [SourceFact("S4.11")]
    public async Task A_list_of_195_fills_the_seats_in_its_order_and_the_rest_waits()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 80);
        var file = Workbooks.Of([Headings, .. Enumerable.Range(1, People).Select(static number => Row(number))]);

        var check = await CheckAsync(officer, course, file);
        (Number(check, "rowCount"), Number(check, "seatCount"), Number(check, "waitlistCount"), Number(check, "faultCount")).ShouldBe((People, 80, People - 80, 0));
        (await course.ListAsync(officer)).ShouldBeEmpty();
        var done = await (await ImportAsync(officer, course, file)).JsonAsync();
        (Number(done, "seatCount"), Number(done, "waitlistCount"), Number(done, "leftOutCount")).ShouldBe((80, People - 80, 0));

        var list = await course.ListAsync(officer);
        list.Select(static row => row.GetProperty("queueNumber").GetInt32()).ShouldBe(Enumerable.Range(1, People));
        list.Take(80).Select(static row => row.GetProperty("seatNumber").GetInt32()).ShouldBe(Enumerable.Range(1, 80));
        list.Skip(80).Select(static row => row.GetProperty("position").GetInt32()).ShouldBe(Enumerable.Range(1, People - 80));
        list.ShouldAllBe(static row => row.GetProperty("channel").GetString() == "list");
        list.Select(static row => row.GetProperty("participantKind").GetString()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Every_planted_fault_is_named_with_its_row_and_column_and_nobody_is_taken()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 500, static input => input["organizationQuota"] = 3);
        await course.RegisterAsync(officer, new { fullName = "Nguyễn Thị Hương", participantKind = "cooperative", organizationName = "HTX Sa Thầy", phone = "0905 000 111" });
        await course.RegisterAsync(officer, new { fullName = "Lê Văn Tám", participantKind = "cooperative", organizationName = "HTX Sa Thầy", phone = "0905 000 112" });
        var rows = Enumerable.Range(1, People).Select(static number => Row(number)).ToList();
        var planted = new Dictionary<int, (object?[] Row, string Code, string Column)>
        {
            [10] = (Row(10, name: null), "input.required", "Họ và tên"),
            [20] = (Row(20, kind: "Học sinh"), "enterprise.importChoiceUnknown", "Đối tượng"),
            [30] = (Row(30, kind: null), "input.required", "Đối tượng"),
            [40] = (Row(40, kind: "Công chức", organization: null), "courseRegistration.organizationRequired", "Đơn vị"),
            [50] = (Row(50, taxCode: "6199999999"), "courseRegistration.importEnterpriseUnknown", "Mã số thuế"),
            [60] = (Row(60, district: "Huyện Không Có"), "course.unknownDistrict", "Địa bàn"),
            [70] = (Row(70, phone: "gọi sau"), "courseRegistration.importPhone", "Điện thoại"),
            [80] = (Row(80, email: "không có"), "input.email", "Thư điện tử"),
            [90] = (Row(90, different: "chắc vậy"), "enterprise.importChoiceUnknown", "Người khác cùng tên"),
            [100] = (Row(1), "courseRegistration.importRepeated", "Họ và tên"),
            [110] = (Row(2, phone: "0977 123 123"), "courseRegistration.importNamesake", "Họ và tên"),
            [120] = (Row(120, name: "nguyễn thị  hương", organization: "HTX Sa Thầy", phone: "0905000111"), "courseRegistration.duplicatePerson", "Họ và tên"),
            [130] = (Row(130, name: "Nguyễn Thị Hương", organization: "HTX Sa Thầy", phone: "0905 999 999"), "courseRegistration.importPossibleDuplicate", "Họ và tên"),
            [150] = (Row(150, organization: "HTX Sa Thầy"), "courseRegistration.organizationQuotaReached", "Họ và tên"),
        };
        // The third person of that cooperative is the last whom its share lets in.
        rows[139] = Row(140, organization: "HTX Sa Thầy");
        foreach (var (number, (row, _, _)) in planted)
        {
            rows[number - 1] = row;
        }

        var file = Workbooks.Of([Headings, .. rows]);

        var check = await CheckAsync(officer, course, file);
        check.GetProperty("faults").EnumerateArray()
            .Select(static fault => (Number(fault, "row") - 1, fault.GetProperty("code").GetString(), fault.GetProperty("column").GetString()))
            .ShouldBe(planted.OrderBy(static entry => entry.Key).Select(static entry => (entry.Key, (string?)entry.Value.Code, (string?)entry.Value.Column)));
        (Number(check, "faultyRowCount"), Number(check, "seatCount")).ShouldBe((planted.Count, People - planted.Count));

        var refused = await (await ImportAsync(officer, course, file)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        refused.GetProperty("errors").GetArrayLength().ShouldBe(planted.Count);
        refused.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/rows/11/fullName");
        (await course.ListAsync(officer)).Count.ShouldBe(2);

        var done = await (await ImportAsync(officer, course, file, onlySoundRows: true)).JsonAsync();
        (Number(done, "seatCount"), Number(done, "leftOutCount")).ShouldBe((People - planted.Count, planted.Count));
        (await course.ListAsync(officer)).Select(static row => row.GetProperty("queueNumber").GetInt32()).ShouldBe(Enumerable.Range(1, 2 + People - planted.Count));
    }

    [Fact]
    public async Task Namesakes_that_somebody_has_looked_at_are_two_people_and_the_same_person_over_courses_is_one()
    {
        var officer = await SignInAsync("officer");
        var first = await CourseDriver.OpenAsync(officer, 40);
        var second = await CourseDriver.OpenAsync(officer, 40);
        var file = Workbooks.Of(Headings, Row(1, name: "A Nao", phone: "0905 777 001"), Row(2, name: "A Nao", organization: "Đơn vị 1", phone: "0905 777 002", different: "Có"));

        (await ImportAsync(officer, first, file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ImportAsync(officer, second, file)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await first.ListAsync(officer)).Select(static row => row.GetProperty("homonym").GetInt32()).ShouldBe([1, 2]);
        (await Database.ScalarAsAdminAsync("SELECT count(DISTINCT person_id) FROM course_registrations WHERE course_id = ANY($1)", new[] { first.Id, second.Id })).ShouldBe(2L);
    }

    [Fact]
    public async Task Two_lists_sent_at_once_give_no_seat_twice()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 100);
        var files = new[] { 0, 200 }.Select(static offset => Workbooks.Of([Headings, .. Enumerable.Range(1, 80).Select(number => Row(offset + number))])).ToList();

        var answers = await Task.WhenAll(files.Select(file => ImportAsync(officer, course, file)));

        answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.OK);
        var list = await course.ListAsync(officer);
        list.Count(static row => row.GetProperty("status").GetString() == "registered").ShouldBe(100);
        list.Where(static row => row.TryGetProperty("position", out _)).Select(static row => row.GetProperty("position").GetInt32()).ShouldBe(Enumerable.Range(1, 60));
    }

    [Fact]
    public async Task The_template_fits_the_import_and_so_does_the_export()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 1);
        var template = await officer.GetByteArrayAsync(course.Address + "/registrations/import-template", Stop);
        Workbooks.ShouldBeSound(template);
        Workbooks.Cells(template)["A1"].Text.ShouldBe("Họ và tên");
        await ImportAsync(officer, course, Workbooks.Of(Headings, Row(1), Row(2)));

        var export = await officer.GetByteArrayAsync(course.Address + "/registrations/export", Stop);
        Workbooks.ShouldBeSound(export);
        var cells = Workbooks.Cells(export);
        (cells["B2"].Text, cells["C2"].Text, cells["J2"].Text, cells["J3"].Text).ShouldBe(("Học viên 1", "Hợp tác xã", "Đã có chỗ", "Danh sách chờ"));
        var other = await CourseDriver.OpenAsync(officer, 5);
        Number(await CheckAsync(officer, other, export), "seatCount").ShouldBe(2);
        ((long)(await Database.ScalarAsAdminAsync("SELECT count(*) FROM audit_entries WHERE action = 'ExportCourseRegistrations' AND entity_id = $1", course.Id))!).ShouldBe(1);
    }

    [Fact]
    public async Task An_enterprise_sends_no_list_and_a_planned_course_takes_none()
    {
        var officer = await SignInAsync("officer");
        var planned = await CourseDriver.PlannedAsync(officer);
        var file = Workbooks.Of(Headings, Row(1));

        await (await ImportAsync(officer, planned, file)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.wrongState");
        await (await ImportAsync(await SignInAsync("enterprise"), planned, file)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await (await ImportAsync(await SignInAsync("officer.tayninh"), planned, file)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
    }

    private static object?[] Row(int number, string? name = "", string? kind = "", string? organization = "", string? taxCode = null, string? district = null, string? phone = "", string? email = null, string? different = null) =>
    [
        name?.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"Học viên {number}") : name,
        kind?.Length == 0 ? Kinds[number % Kinds.Length] : kind,
        organization?.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"Đơn vị {number}") : organization,
        taxCode,
        district,
        phone?.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"09{number:D8}") : phone,
        email,
        different,
    ];

    private static int Number(JsonElement body, string name) => body.GetProperty(name).GetInt32();

    private static async Task<JsonElement> CheckAsync(HttpClient officer, CourseDriver course, byte[] file)
    {
        var answer = await officer.SendFileAsync(course.Address + "/registrations/import-checks", file, "danh-sach.xlsx", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.JsonAsync();
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient officer, CourseDriver course, byte[] file, bool onlySoundRows = false)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        using var only = new StringContent("true");
        form.Add(part, "file", "danh-sach.xlsx");
        if (onlySoundRows)
        {
            form.Add(only, "onlySoundRows");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, course.Address + "/registrations/imports");
        request.Content = form;
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await officer.SendAsync(request, Stop);
    }
}

/// <summary>Kon Tum with the administrative units and lists of the shipped packs.</summary>
public sealed class TraineeListFixture(DatabaseFixture databases) : KonTumFixture(databases)
{
    protected override Task<TestDatabase> CreateDatabaseAsync(DatabaseFixture databases) => databases.CreateDatabaseAsync(withPacks: true);
}
