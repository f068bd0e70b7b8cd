using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Courses from the plan to the end, and who may see and do what.</summary>
public sealed class CourseJourneyTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    [SourceFact("S3.16", "S4.12")]
    public async Task A_course_goes_from_its_plan_over_registration_to_its_end()
    {
        var officer = await SignInAsync("officer");
        var programId = (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM support_programs WHERE code = 'KT2021'"))!;
        var course = await CourseDriver.PlannedAsync(officer, 2, input => input["programId"] = programId);
        course.Body.GetProperty("code").GetString().ShouldStartWith("KH-2022-");
        course.Body.GetProperty("status").GetString().ShouldBe("planned");
        course.Body.GetProperty("programCode").GetString().ShouldBe("KT2021");
        course.Body.GetProperty("registrationClosesOn").GetString().ShouldBe("2022-11-24");
        Names(course.Body, "allowedActions").ShouldBe(["update", "openRegistration", "cancel"]);
        await (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(1))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.wrongState");

        await course.DoAsync(officer, "open-registration");
        var first = await course.RegisterAsync(officer, 1);
        await course.RegisterAsync(officer, 2);
        var third = await course.RegisterAsync(officer, 3);

        (first.Status, first.Seat, first.Position).ShouldBe(("registered", 1, null));
        (third.Status, third.Seat, third.Position).ShouldBe(("waitlisted", null, 1));
        var before = course.ETag;
        var counts = (await course.ReadAsync(officer)).GetProperty("counts");
        (Count("seats"), Count("held"), Count("waiting"), Count("free")).ShouldBe((2, 2, 1, 0));
        course.ETag.ShouldBe(before, "people who register do not change the course");

        await course.DoAsync(officer, "close-registration");
        await (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(4))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.wrongState");
        await course.DoOnAsync(officer, first, "cancel", new { reason = "Bận việc" });
        (await course.ReadAsync(officer, third)).Status.ShouldBe("registered");
        await course.DoAsync(officer, "reopen-registration");
        await (await course.TryAsync(officer, "end")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.notBegun");
        await course.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        course.Body.GetProperty("status").GetString().ShouldBe("cancelled");
        course.Body.GetProperty("cancellationReason").GetString().ShouldBe("Bão lũ");
        Names(course.Body, "allowedActions").ShouldBeEmpty();

        int Count(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Codes_are_numbered_without_gaps_also_when_a_plan_is_refused()
    {
        var officer = await SignInAsync("officer");
        var first = await CourseDriver.PlannedAsync(officer);
        await (await officer.PostJsonAsync(CourseDriver.Route, CourseDriver.Input(change: static input => input["endsOn"] = "2022-11-23").ToJsonString()))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.endsBeforeItStarts");
        var second = await CourseDriver.PlannedAsync(officer);

        NumberOf(second).ShouldBe(NumberOf(first) + 1);

        static int NumberOf(CourseDriver course) => int.Parse(course.Body.GetProperty("code").GetString()![^4..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    [SourceFact("S4.14", "S4.17")]
    public async Task Sessions_standards_and_notice_are_kept_as_entered()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.PlannedAsync(officer, 80, static input =>
        {
            input["standards"] = new JsonArray("TCVN 11892-1:2017");
            input["coOrganizers"] = new JsonArray("Chi cục Phát triển nông thôn");
            input["audience"] = new JsonArray("enterprise", "cooperative", "organization", "businessHousehold", "civilServant");
            input["noticeText"] = "Dữ liệu dùng để lập danh sách.";
            input["sessions"] = new JsonArray(
                JsonNode.Parse("""{"date":"2022-11-24","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt","room":"Hội trường A"}"""),
                JsonNode.Parse("""{"date":"2022-11-24","startsAt":"13:30","endsAt":"17:00","kind":"practice","title":"Bài tập thực hành","room":"Hội trường A"}"""));
        });

        var read = await course.ReadAsync(officer);

        read.GetProperty("standards")[0].GetString().ShouldBe("TCVN 11892-1:2017");
        read.GetProperty("noticeVersion").GetInt32().ShouldBe(1);
        read.GetProperty("sessions").EnumerateArray().Select(static session => $"{session.GetProperty("startsAt").GetString()}–{session.GetProperty("endsAt").GetString()} {session.GetProperty("kind").GetString()}")
            .ShouldBe(["08:00–11:30 theory", "13:30–17:00 practice"]);
        await course.DoAsync(officer, "open-registration");
        await (await course.TryRegisterAsync(officer, With(1, static person => person["noticeVersion"] = 7))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.noticeOutdated");
        (await course.RegisterAsync(officer, With(1, static person => person["noticeVersion"] = 1))).Body.GetProperty("noticeVersion").GetInt32().ShouldBe(1);
        var without = await course.UpdateAsync(officer, CourseDriver.Input(80));
        without.GetProperty("noticeVersion").GetInt32().ShouldBe(2);
        without.TryGetProperty("noticeText", out _).ShouldBeFalse();
        without.GetProperty("sessions").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Bad_input_is_named_field_by_field()
    {
        var officer = await SignInAsync("officer");
        var problem = await (await officer.PostJsonAsync(CourseDriver.Route, CourseDriver.Input(0, static input =>
        {
            input["title"] = "";
            input["link"] = "javascript:alert(1)";
            input["confirmationHours"] = 0;
            input["topics"] = new JsonArray("");
        }).ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        problem.Faults().ShouldBe(["/title input.required", "/seats input.outOfRange", "/topics/0 input.required", "/link input.format", "/confirmationHours input.outOfRange"], ignoreOrder: true);

        var unknown = await (await officer.PostJsonAsync(CourseDriver.Route, CourseDriver.Input(change: static input =>
        {
            input["topics"] = new JsonArray("notATopic");
            input["districtCode"] = "999";
        }).ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        unknown.Faults().ShouldBe(["/topics/0 course.unknownTopic", "/districtCode course.unknownDistrict"]);

        var time = await (await officer.PostJsonAsync(CourseDriver.Route, CourseDriver.Input(change: static input => input["sessions"] = new JsonArray(
            JsonNode.Parse("""{"date":"2022-11-24","startsAt":"8 giờ","endsAt":"11:30","kind":"theory","title":"VietGAP"}"""))).ToJsonString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        time.Faults().ShouldBe(["/sessions/0/startsAt input.wrongType"]);

        var course = await CourseDriver.OpenAsync(officer);
        var person = await (await course.TryRegisterAsync(officer, new { fullName = "", participantKind = "cooperative", email = "không phải thư", phone = "gọi bà Y Lan" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        person.Faults().ShouldBe(["/fullName input.required", "/email input.email", "/phone input.format"], ignoreOrder: true);
        await (await officer.PostJsonAsync($"{course.Address}/registrations", CourseDriver.PersonOf(1))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.keyRequired");
        await (await officer.PostJsonAsync($"{course.Address}/close-registration", new { })).ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired, "concurrency.ifMatchRequired");
    }

    [Fact]
    public async Task Another_province_finds_neither_course_nor_list()
    {
        var officer = await SignInAsync("officer");
        var stranger = await SignInAsync("officer.tayninh");
        var course = await CourseDriver.OpenAsync(officer);
        var person = await course.RegisterAsync(officer, 1);

        await (await stranger.GetAsync(course.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await stranger.GetAsync(course.Address + "/registrations", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await course.TryRegisterAsync(stranger, CourseDriver.PersonOf(2))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await course.TryOnAsync(stranger, person, "cancel")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        (await stranger.GetJsonAsync(CourseDriver.Route + "?count=true")).GetProperty("items").EnumerateArray()
            .ShouldNotContain(item => item.GetProperty("id").GetGuid() == course.Id);
    }

    [Fact]
    public async Task An_enterprise_sees_open_courses_and_its_own_people_only()
    {
        var officer = await SignInAsync("officer");
        var representative = await SignInAsync("enterprise");
        var ginseng = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng);
        var planned = await CourseDriver.PlannedAsync(officer);
        var course = await CourseDriver.OpenAsync(officer);
        await course.RegisterAsync(officer, 1);
        var byOfficer = await course.RegisterAsync(officer, new { fullName = "Y Lan", participantKind = "enterprise", enterpriseId = ginseng });

        await (await representative.GetAsync(planned.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await course.TryRegisterAsync(representative, new { fullName = "A Thái", participantKind = "enterprise" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.contactRequired");
        var own = await course.RegisterAsync(representative, new { fullName = "A Thái", participantKind = "enterprise", phone = "0905 111 222" });
        own.Body.GetProperty("enterpriseId").GetGuid().ShouldBe(ginseng);
        own.Body.GetProperty("channel").GetString().ShouldBe("enterprise");
        (await course.ListAsync(representative)).Select(static item => item.GetProperty("fullName").GetString()).ShouldBe(["Y Lan", "A Thái"]);
        (await course.ListAsync(representative)).ShouldAllBe(static item => Names(item, "allowedActions").SequenceEqual(new[] { "cancel" }));
        (await course.ListAsync(await SignInAsync("auditor"))).ShouldAllBe(static item => Names(item, "allowedActions").Length == 0);
        (await course.ReadAsync(representative)).GetProperty("counts").GetProperty("held").GetInt32().ShouldBe(3);
        Names(course.Body, "allowedActions").ShouldBe(["register"]);

        var coffee = await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee);
        await (await course.TryRegisterAsync(representative, new { fullName = "A Minh", participantKind = "enterprise", enterpriseId = coffee, phone = "0905333444" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        await (await course.TryRegisterAsync(representative, new { fullName = "A Minh", participantKind = "enterprise", phone = "0905333444", channel = "paper" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.channelForOffice");
        (await course.DoOnAsync(representative, await course.ReadAsync(representative, byOfficer), "cancel")).Status.ShouldBe("cancelled");
    }

    [Fact]
    public async Task Who_only_reads_sees_no_telephone_numbers()
    {
        var officer = await SignInAsync("officer");
        var leader = await SignInAsync("leader");
        var course = await CourseDriver.OpenAsync(officer);
        var person = await course.RegisterAsync(officer, 1);

        (await course.ListAsync(officer)).ShouldHaveSingleItem().GetProperty("phone").GetString().ShouldBe("0900000001");
        var seen = (await course.ListAsync(leader)).ShouldHaveSingleItem();

        seen.GetProperty("fullName").GetString().ShouldBe("Học viên 1");
        seen.TryGetProperty("phone", out _).ShouldBeFalse();
        (await course.ReadAsync(leader, person)).Body.TryGetProperty("phone", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task People_on_a_list_are_found_by_name_organization_state_and_kind()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 1);
        await course.RegisterAsync(officer, new { fullName = "Đinh Thị Hương", participantKind = "civilServant", organizationName = "Sở Khoa học và Công nghệ" });
        await course.RegisterAsync(officer, new { fullName = "A Nao", participantKind = "cooperative", organizationName = "HTX Đăk Mar" });

        foreach (var (filter, name) in new[] { ("&q=dinh+huong", "Đinh Thị Hương"), ("&q=khoa+hoc", "Đinh Thị Hương"), ("&status=waitlisted", "A Nao"), ("&participantKind=cooperative", "A Nao") })
        {
            (await course.ListAsync(officer, filter)).ShouldHaveSingleItem(filter).GetProperty("fullName").GetString().ShouldBe(name);
        }
    }

    [Fact]
    public async Task A_list_narrows_and_finds_without_marks()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.PlannedAsync(officer, change: static input =>
        {
            input["title"] = "Hội thảo truy xuất nguồn gốc sâm Ngọc Linh";
            input["kind"] = "workshop";
            input["startsOn"] = "2023-03-01";
            input["endsOn"] = "2023-03-01";
        });

        foreach (var query in (string[])["q=sam+ngoc+linh", "q=truy+xu%E1%BA%A5t&kind=workshop", "year=2023", "from=2023-02-28&to=2023-03-05", "status=planned&sort=-startsOn", "q=" + course.Body.GetProperty("code").GetString()])
        {
            IdsOf(await officer.GetJsonAsync($"{CourseDriver.Route}?{query}")).ShouldContain(course.Id, query);
        }

        foreach (var query in (string[])["q=ca+phe+robusta", "kind=conference", "year=2022", "from=2023-03-02", "to=2023-02-28", "status=ended", "programId=" + Guid.CreateVersion7()])
        {
            IdsOf(await officer.GetJsonAsync($"{CourseDriver.Route}?{query}")).ShouldNotContain(course.Id, query);
        }
    }

    [Fact]
    public async Task Somebody_on_the_list_is_refused_and_a_namesake_is_taken_when_said_so()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer);
        object Nao(string? phone, bool? different = null) => new { fullName = "A Nao", participantKind = "cooperative", organizationName = "HTX Đăk Mar", phone, isDifferentPerson = different };
        var first = await course.RegisterAsync(officer, Nao("0905 123 456"));

        var duplicate = await (await course.TryRegisterAsync(officer, Nao("+84905123456", true))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.duplicatePerson");
        duplicate.GetProperty("args").GetProperty("queueNumber").GetInt32().ShouldBe(1);
        await (await course.TryRegisterAsync(officer, Nao("0914 000 000"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.possibleDuplicate");
        (await course.RegisterAsync(officer, Nao("0914 000 000", true))).Body.GetProperty("homonym").GetInt32().ShouldBe(2);

        await course.DoOnAsync(officer, first, "cancel");
        var again = await course.RegisterAsync(officer, Nao("0905 123 456", true));
        again.Id.ShouldNotBe(first.Id);
        again.Body.GetProperty("queueNumber").GetInt32().ShouldBe(3);
        (await Database.ScalarAsAdminAsync("SELECT count(DISTINCT person_id) FROM course_registrations WHERE course_id = $1", course.Id)).ShouldBe(2L);
        var elsewhere = await CourseDriver.OpenAsync(officer);
        await elsewhere.RegisterAsync(officer, Nao("0914 000 000"));
        (await Database.ScalarAsAdminAsync("SELECT count(DISTINCT person_id) FROM course_registrations WHERE course_id = ANY ($1)", new[] { course.Id, elsewhere.Id })).ShouldBe(2L);
    }

    [Fact]
    public async Task An_officer_admits_or_declines_where_the_course_says_so()
    {
        var officer = await SignInAsync("officer");
        var representative = await SignInAsync("enterprise");
        var course = await CourseDriver.OpenAsync(officer, 1, static input => input["mode"] = "approval");
        var first = await course.RegisterAsync(officer, 1);
        var second = await course.RegisterAsync(officer, 2);
        var third = await course.RegisterAsync(officer, 3);
        (first.Status, first.Seat).ShouldBe(("awaitingApproval", null));

        (await course.TryOnAsync(representative, first, "approve")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await course.DoOnAsync(officer, second, "approve")).Seat.ShouldBe(1);
        (await course.DoOnAsync(officer, third, "approve")).Position.ShouldBe(1);
        // He came first, so he stands before those who came later.
        (await course.DoOnAsync(officer, first, "approve")).Position.ShouldBe(1);
        (await course.ReadAsync(officer, third)).Position.ShouldBe(2);
        var fourth = await course.RegisterAsync(officer, 4);
        (await course.DoOnAsync(officer, fourth, "decline", new { reason = "Không thuộc đối tượng" })).Status.ShouldBe("declined");
        await (await course.TryOnAsync(officer, fourth, "approve", ifMatch: (await course.ReadAsync(officer, fourth)).ETag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.wrongState");
    }

    private static string[] Names(JsonElement body, string list) => [.. body.GetProperty(list).EnumerateArray().Select(static item => item.GetString()!)];

    private static Guid[] IdsOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetGuid())];

    private static string With(int number, Action<JsonObject> change)
    {
        var person = JsonSerializer.SerializeToNode(CourseDriver.PersonOf(number))!.AsObject();
        change(person);
        return person.ToJsonString();
    }
}
