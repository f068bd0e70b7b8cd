using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Platform;
using Nscl.Api.Tests.Enterprises;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>The demo as it stands when 2022 has been lived.</summary>
public sealed class YearEndFixture(DatabaseFixture databases) : PacksFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoSeeding.SeedAsync(Api.Services, int.MaxValue, CancellationToken.None);
    }

    protected override ApiFactory CreateApi(TestDatabase database) => new(database) { BusinessDate = "2022-12-30" };
}

/// <summary>lượt người and người of a year, and the people behind them.</summary>
public sealed class TrainingStatisticsTests(YearEndFixture fixture) : ApiTests<YearEndFixture>(fixture)
{
    private const string Route = "/api/v1/training-statistics";

    [Fact]
    [SourceFact("S4.10", "S4.11", "S4.13")]
    public async Task The_year_2022_reports_three_courses_and_195_turns_the_eighty_of_november_inside_them()
    {
        var officer = await SignInAsync("officer");
        var year = await officer.GetJsonAsync(Route + "?year=2022&by=course");

        var total = year.GetProperty("total");
        (Number(total, "courses"), Number(total, "turns")).ShouldBe((3, 195));
        Number(total, "persons").ShouldBeLessThan(195);
        Number(year, "illustrativeCourses").ShouldBe(3);
        (Number(total, "attended") + Number(total, "recordedWithoutAttendance")).ShouldBe(195);
        var november = await officer.GetJsonAsync(Route + "?from=2022-11-27&to=2022-11-27&by=course");
        (Number(november.GetProperty("total"), "courses"), Number(november.GetProperty("total"), "turns")).ShouldBe((1, 80));
        year.GetProperty("rows").EnumerateArray().Sum(static row => Number(row.GetProperty("figures"), "turns")).ShouldBe(195);
        var topics = (await officer.GetJsonAsync(Route + "?year=2022&by=topic")).GetProperty("rows").EnumerateArray().Select(static row => row.GetProperty("key").GetString());
        topics.ShouldBe(["traceability", "goodAgriculturalPractices", "goodCollectionPractices"], ignoreOrder: true);
        var courses = (await officer.GetJsonAsync("/api/v1/courses?limit=100&year=2022&to=2022-11-30")).GetProperty("items").EnumerateArray().ToList();
        foreach (var course in courses)
        {
            (await officer.GetJsonAsync($"/api/v1/courses/{course.GetProperty("id").GetGuid()}")).GetProperty("isIllustrative").GetBoolean().ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("organization")]
    [InlineData("district")]
    [InlineData("course")]
    [InlineData("topic")]
    public async Task Every_figure_opens_to_as_many_participations(string by)
    {
        var officer = await SignInAsync("officer");
        var rows = (await officer.GetJsonAsync($"{Route}?year=2022&by={by}")).GetProperty("rows").EnumerateArray().ToList();

        rows.Sum(static row => Number(row.GetProperty("figures"), "turns")).ShouldBe(195);
        foreach (var row in rows)
        {
            var key = Uri.EscapeDataString(row.GetProperty("key").GetString()!);
            (await CountAsync(officer, $"{Route}/evidence?year=2022&by={by}&key={key}&limit=100")).ShouldBe(Number(row.GetProperty("figures"), "turns"), row.ToString());
        }
    }

    [Fact]
    public async Task Five_kinds_are_counted_and_a_person_of_two_courses_is_one_person()
    {
        var officer = await SignInAsync("officer");
        var statistics = await officer.GetJsonAsync(Route + "?year=2022");

        statistics.GetProperty("rows").EnumerateArray().Select(static row => row.GetProperty("key").GetString())
            .ShouldBe(["enterprise", "cooperative", "organization", "businessHousehold", "civilServant"], ignoreOrder: true);
        var people = (long)(await Database.ScalarAsAdminAsync("SELECT count(DISTINCT person_id) FROM course_registrations WHERE course_id IN (SELECT id FROM courses WHERE is_illustrative)"))!;
        Number(statistics.GetProperty("total"), "persons").ShouldBe((int)people);
        people.ShouldBe(195L - 18, "eighteen of the lists come a second time");
    }

    [Fact]
    public async Task Nobody_counts_who_only_waited_left_or_is_on_the_list_of_a_course_to_come()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 2, static input =>
        {
            input["kind"] = "externalTraining";
            (input["startsOn"], input["endsOn"]) = ("2022-12-30", "2023-01-05");
        });
        for (var number = 1; number <= 4; number++)
        {
            await course.RegisterAsync(officer, number);
        }

        Number((await officer.GetJsonAsync(Route + "?year=2023")).GetProperty("total"), "courses").ShouldBe(0);
        await course.DoAsync(officer, "end");

        // Two people, one time: what "05 lượt người / 2 lần" counts (S3.19).
        var kind = (await officer.GetJsonAsync(Route + "?year=2023")).GetProperty("byEventKind").EnumerateArray().Single();
        kind.GetProperty("kind").GetString().ShouldBe("externalTraining");
        (Number(kind.GetProperty("figures"), "courses"), Number(kind.GetProperty("figures"), "turns")).ShouldBe((1, 2));
    }

    [Fact]
    [SourceFact("S3.14")]
    public async Task Whoever_was_at_two_sessions_is_one_turn_and_who_was_at_none_of_a_course_with_attendance_is_none()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 5, static input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-12-30", "2024-01-05");
            input["sessions"] = new JsonArray(
                JsonNode.Parse("""{"date":"2022-12-30","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}"""),
                JsonNode.Parse("""{"date":"2022-12-30","startsAt":"13:30","endsAt":"17:00","kind":"practice","title":"Bài tập thực hành"}"""));
        });
        var (both, one, none) = (await course.RegisterAsync(officer, 501), await course.RegisterAsync(officer, 502), await course.RegisterAsync(officer, 503));
        await PresentAsync(0, [both.Id, one.Id]);
        await PresentAsync(1, [both.Id]);
        await course.DoAsync(officer, "end");

        var total = (await officer.GetJsonAsync(Route + "?year=2024")).GetProperty("total");
        var people = (await officer.GetJsonAsync(Route + "/evidence?year=2024&by=kind&key=cooperative")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("registrationId").GetGuid());

        (Number(total, "turns"), Number(total, "attended"), Number(total, "recordedWithoutAttendance")).ShouldBe((2, 2, 0));
        people.ShouldBe([both.Id, one.Id], ignoreOrder: true);

        async Task PresentAsync(int session, Guid[] present)
        {
            var sessionId = course.Body.GetProperty("sessions")[session].GetProperty("id").GetGuid();
            var answer = await officer.PostJsonAsync($"{course.Address}/sessions/{sessionId}/attendance", new { present, absent = new[] { none.Id } });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task An_enterprise_counts_its_own_people_and_another_province_none()
    {
        var own = await (await SignInAsync("enterprise")).GetJsonAsync(Route + "?year=2022");
        Number(own.GetProperty("total"), "turns").ShouldBeInRange(1, 60);
        Number((await (await SignInAsync("officer.tayninh")).GetJsonAsync(Route + "?year=2022")).GetProperty("total"), "turns").ShouldBe(0);
        await (await Anonymous.GetAsync(Route, Stop)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
    }

    [Fact]
    public async Task The_workbook_holds_the_same_figures_and_says_that_they_are_illustrative()
    {
        var book = await (await SignInAsync("officer")).GetByteArrayAsync(Route + "/export?year=2022", Stop);

        Workbooks.ShouldBeSound(book);
        var cells = Workbooks.Cells(book);
        (cells["A7"].Text, cells["B7"].Text, cells["C7"].Text, cells["G7"].Text).ShouldBe(("Tổng cộng", "3", "195", "Số liệu minh họa"));
    }

    private static int Number(JsonElement body, string name) => body.GetProperty(name).GetInt32();

    private static async Task<int> CountAsync(HttpClient client, string address)
    {
        var (count, cursor) = (0, string.Empty);
        do
        {
            var page = await client.GetJsonAsync(address + (cursor.Length == 0 ? string.Empty : "&cursor=" + Uri.EscapeDataString(cursor)));
            count += page.GetProperty("items").GetArrayLength();
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString()! : string.Empty;
        }
        while (cursor.Length > 0);

        return count;
    }
}

/// <summary>The demo on its first day: the course of November is still to be held.</summary>
public sealed class DemoCoursesTests(DemoFixture fixture) : ApiTests<DemoFixture>(fixture)
{
    [Fact]
    public async Task Two_courses_have_been_held_and_the_third_is_open_with_its_eighty_registered()
    {
        var officer = await SignInAsync("officer");
        var courses = (await officer.GetJsonAsync("/api/v1/courses?sort=startsOn")).GetProperty("items").EnumerateArray().ToList();

        courses.Select(static course => string.Create(CultureInfo.InvariantCulture, $"{course.GetProperty("status").GetString()} {course.GetProperty("held").GetInt32()}"))
            .ShouldBe(["ended 57", "ended 58", "registrationOpen 80"]);
        (await officer.GetJsonAsync("/api/v1/training-statistics?year=2022")).GetProperty("total").GetProperty("turns").GetInt32().ShouldBe(115);
    }
}
