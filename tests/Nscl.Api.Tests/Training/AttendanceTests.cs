using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Who was at a session: by the officer's list, by telephone, and what others may see of it.</summary>
public sealed class AttendanceTests(CrowdedFixture fixture) : ApiTests<CrowdedFixture>(fixture)
{
    private const string Public = "/api/v1/public/check-ins/";

    [Fact]
    public async Task A_list_is_taken_whole_and_says_each_row_that_does_not_go()
    {
        var (officer, course) = await HeldAsync(seats: 2);
        var (first, second, waiting) = (await course.RegisterAsync(officer, 1), await course.RegisterAsync(officer, 2), await course.RegisterAsync(officer, 3));
        var problem = await (await RecordAsync(officer, course, 0, [first.Id, waiting.Id, first.Id], [Guid.Empty])).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        problem.Faults().ShouldBe(["/present/1 attendance.notRegistered", "/present/2 attendance.listedTwice", "/absent/0 attendance.notOnList"]);
        (await RowsAsync(course)).ShouldBe(0);
        await (await RecordAsync(officer, course, 1, [first.Id], [])).ShouldBeProblemAsync(HttpStatusCode.Conflict, "attendance.notYet");

        (await (await RecordAsync(officer, course, 0, [first.Id], [second.Id])).JsonAsync()).ShouldBeCounted(present: 1, absent: 1, unmarked: 0);
        (await (await RecordAsync(officer, course, 0, [first.Id, second.Id], [])).JsonAsync()).ShouldBeCounted(present: 2, absent: 0, unmarked: 0);
        var before = await ScalarAsync<string>("SELECT string_agg(xmin::text, ',' ORDER BY id) FROM course_attendances WHERE course_id = $1", course);
        await RecordAsync(officer, course, 0, [first.Id, second.Id], []);
        (await ScalarAsync<string>("SELECT string_agg(xmin::text, ',' ORDER BY id) FROM course_attendances WHERE course_id = $1", course)).ShouldBe(before, "the same said twice writes nothing");
    }

    [Fact]
    public async Task The_board_shows_sessions_by_trainees_and_who_has_completed()
    {
        var (officer, course) = await HeldAsync(seats: 40);
        var people = new List<Listed>();
        for (var number = 1; number <= 3; number++)
        {
            people.Add(await course.RegisterAsync(officer, number));
        }

        var empty = await BoardAsync(officer, course);
        empty.GetProperty("trainees")[0].GetProperty("completion").GetString().ShouldBe("nothingRecorded");
        empty.GetProperty("sessions")[0].ShouldBeCounted(present: 0, absent: 0, unmarked: 3);
        await RecordAsync(officer, course, 0, [people[0].Id], [people[1].Id]);
        var board = await BoardAsync(officer, course);

        board.GetProperty("canRecord").GetBoolean().ShouldBeTrue();
        board.GetProperty("attendanceMinimum").GetInt32().ShouldBe(8000);
        board.GetProperty("sessions")[0].ShouldBeCounted(present: 1, absent: 1, unmarked: 1);
        board.GetProperty("sessions")[1].GetProperty("takesAttendance").GetBoolean().ShouldBeFalse();
        board.GetProperty("trainees").EnumerateArray().Select(static person => string.Join(' ', person.GetProperty("marks").EnumerateArray().Select(static mark => mark.GetString())) + " " + person.GetProperty("completion").GetString())
            .ShouldBe(["present unmarked completed", "absent unmarked tooFewSessions", "unmarked unmarked tooFewSessions"]);
    }

    [Fact]
    public async Task Two_hundred_telephones_at_once_leave_two_hundred_marks_whoever_sends_twice()
    {
        const int people = 200;
        var (officer, course) = await HeldAsync(people);
        (await AtOnceAsync(people, number => course.TryRegisterAsync(officer, CourseDriver.PersonOf(number)))).ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.Created);
        var token = (await OpenAsync(officer, course)).GetProperty("token").GetString();
        var ids = (await course.ListAsync(officer)).ConvertAll(static one => one.GetProperty("id").GetGuid());

        // The officer's own list in the middle of it waits for those it names, and for nobody else.
        var list = Task.Run(() => RecordAsync(officer, course, 0, [.. ids.Take(20)], []), Stop);
        var answers = await AtOnceAsync(2 * people, at => CheckInAsync(token, Named((at % people) + 1)));

        answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.OK);
        (await list).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RowsAsync(course)).ShouldBe(people);
        (await BoardAsync(officer, course)).GetProperty("sessions")[0].ShouldBeCounted(present: people, absent: 0, unmarked: 0);
    }

    [Fact]
    public async Task Whoever_does_not_match_gets_one_answer_and_the_personal_code_decides_between_namesakes()
    {
        var (officer, course) = await HeldAsync(seats: 3);
        var nao = await course.RegisterAsync(officer, new { fullName = "A Nao", participantKind = "cooperative", organizationName = "HTX Măng Ri", phone = "0905 111 222" });
        var namesake = await course.RegisterAsync(officer, new { fullName = "A Nao", participantKind = "cooperative", organizationName = "HTX Đăk Hà", phone = "0987 999 222" });
        await course.RegisterAsync(officer, 1);
        await course.RegisterAsync(officer, new { fullName = "Y Blinh", participantKind = "cooperative", organizationName = "HTX Măng Ri", phone = "0905 333 444" });
        var token = (await OpenAsync(officer, course)).GetProperty("token").GetString();

        var refused = new List<string>();
        foreach (var (name, digits) in (IEnumerable<(string, string)>)[("A Nao", "222"), ("A Nao", "9999"), ("Nguyễn Văn Không Có", "222"), ("Y Blinh", "444")])
        {
            var answer = await CheckInAsync(token, new { fullName = name, phoneEnd = digits });
            var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "checkIn.notMatched");
            refused.Add(problem.GetProperty("title").GetString() + problem.GetProperty("detail").GetString() + problem.GetProperty("args").GetRawText());
        }

        refused.Distinct().Count().ShouldBe(1, "namesakes, wrong digits, unknown and waiting are told the same");
        (await RowsAsync(course)).ShouldBe(0);
        var told = await (await CheckInAsync(token, new { fullName = "a  nao", phoneEnd = "1222" })).JsonAsync();
        told.GetProperty("fullName").GetString().ShouldBe("A Nao");
        told.EnumerateObject().Select(static member => member.Name).ShouldBe(["fullName", "courseTitle", "sessionTitle", "date", "presentAt"], ignoreOrder: true);
        var code = namesake.Body.GetProperty("personalCode").GetString()!;
        code.ShouldMatch("^[2-9A-HJKMNP-Z]{6}$");
        (await CheckInAsync(token, new { personalCode = $" {code[..3].ToLowerInvariant()}-{code[3..]} " })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PresentAsync(course)).ShouldBe([nao.Id, namesake.Id], ignoreOrder: true);
        (await (await CheckInAsync(token, new { fullName = "A Nao" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/phoneEnd input.required"]);
    }

    [Fact]
    public async Task A_check_in_is_good_until_it_is_closed_replaced_or_its_day_has_passed()
    {
        var (officer, course) = await HeldAsync(seats: 5);
        await course.RegisterAsync(officer, 1);
        var first = await OpenAsync(officer, course);
        first.GetProperty("address").GetString().ShouldEndWith("/check-in/" + first.GetProperty("token").GetString());
        first.GetProperty("qr").EnumerateArray().Select(static row => row.GetString()!.Length).Distinct().Single().ShouldBe(first.GetProperty("qr").GetArrayLength());
        (first.GetProperty("present").GetInt32(), first.GetProperty("expected").GetInt32()).ShouldBe((0, 1));
        var shown = await Anonymous.GetJsonAsync(Public + first.GetProperty("code").GetString());
        shown.EnumerateObject().Select(static member => member.Name).ShouldBe(["courseTitle", "sessionTitle", "date", "startsAt", "endsAt", "room"], ignoreOrder: true);

        var second = await OpenAsync(officer, course);
        await ShouldBeShutAsync(first);
        (await CheckInAsync(second.GetProperty("code").GetString(), Named(1))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.PostJsonAsync($"{SessionOf(course, 0)}/close-check-in", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeShutAsync(second);
        await (await officer.GetAsync($"{SessionOf(course, 0)}/check-in", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "checkIn.notFound");
        var third = await OpenAsync(officer, course);
        await Database.ExecuteAsAdminAsync("UPDATE course_check_ins SET open_on = open_on - 1 WHERE course_id = $1", course.Id);
        await ShouldBeShutAsync(third);
        await (await officer.PostJsonAsync($"{SessionOf(course, 1)}/open-check-in", new { })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "attendance.notYet");
        (await ScalarAsync<string>("SELECT changes::text FROM audit_entries WHERE entity_type = 'CourseCheckIn' AND $1::uuid IS NOT NULL ORDER BY occurred_at DESC LIMIT 1", course)).ShouldNotContain(third.GetProperty("token").GetString()!);
    }

    [Fact]
    public async Task Guessing_the_digits_of_one_name_is_slowed_down()
    {
        var (officer, course) = await HeldAsync(seats: 5);
        await course.RegisterAsync(officer, 1);
        var token = (await OpenAsync(officer, course)).GetProperty("token").GetString();
        var tries = new List<HttpStatusCode>();
        for (var digits = 100; digits < 115; digits++)
        {
            tries.Add((await CheckInAsync(token, new { fullName = "Học viên 1", phoneEnd = digits.ToString(CultureInfo.InvariantCulture) })).StatusCode);
        }

        tries.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Others_find_nothing_and_an_enterprise_sees_its_own_people()
    {
        var (officer, course) = await HeldAsync(seats: 5);
        var own = await course.RegisterAsync(officer, new { fullName = "Trần Văn Bảy", participantKind = "enterprise", enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), phone = "0905123456" });
        var other = await course.RegisterAsync(officer, 1);
        await RecordAsync(officer, course, 0, [own.Id, other.Id], []);
        var stranger = await SignInAsync("officer.tayninh");
        await (await stranger.GetAsync(course.Address + "/attendance", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await RecordAsync(stranger, course, 0, [own.Id], [])).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await stranger.PostJsonAsync($"{SessionOf(course, 0)}/open-check-in", new { })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");

        var enterprise = await SignInAsync("enterprise");
        var board = await BoardAsync(enterprise, course);
        board.GetProperty("trainees").EnumerateArray().Select(static person => person.GetProperty("fullName").GetString()).ShouldBe(["Trần Văn Bảy"]);
        board.GetProperty("sessions")[0].ShouldBeCounted(present: 1, absent: 0, unmarked: 0);
        board.GetProperty("canRecord").GetBoolean().ShouldBeFalse();
        await (await RecordAsync(enterprise, course, 0, [own.Id], [])).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task A_session_with_attendance_stays_and_a_cancelled_course_leaves_nobody_on_its_list()
    {
        var (officer, course) = await HeldAsync(seats: 1);
        var (seated, waiting) = (await course.RegisterAsync(officer, 1), await course.RegisterAsync(officer, 2));
        await RecordAsync(officer, course, 0, [seated.Id], []);
        var sessions = JsonNode.Parse(course.Body.GetProperty("sessions").GetRawText())!.AsArray();
        await (await course.TryUpdateAsync(officer, Today(1, input => input["sessions"] = new JsonArray(sessions[1]!.DeepClone())))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.sessionHasAttendance");
        sessions[0]!["date"] = "2022-10-04";
        await (await course.TryUpdateAsync(officer, Today(1, input => input["sessions"] = new JsonArray(sessions[0]!.DeepClone())))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.sessionHasAttendance");

        await course.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        foreach (var person in (Listed[])[seated, waiting])
        {
            var left = await course.ReadAsync(officer, person);
            (left.Status, left.Body.GetProperty("reason").GetString()).ShouldBe(("cancelled", "Bão lũ"));
        }

        await (await RecordAsync(officer, course, 0, [seated.Id], [])).ShouldBeProblemAsync(HttpStatusCode.Conflict, "attendance.courseNotHeld");
    }

    /// <summary>A course whose first session is today and whose second is tomorrow.</summary>
    internal static JsonObject Today(int seats, Action<JsonObject>? change = null) => CourseDriver.Input(seats, input =>
    {
        (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-04");
        change?.Invoke(input);
    });

    private async Task<(HttpClient Officer, CourseDriver Course)> HeldAsync(int seats)
    {
        var officer = await SignInAsync("officer");
        return (officer, await CourseDriver.OpenAsync(officer, seats, static input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-04");
            input["sessions"] = new JsonArray(
                JsonNode.Parse("""{"date":"2022-10-03","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt","room":"Hội trường A"}"""),
                JsonNode.Parse("""{"date":"2022-10-04","startsAt":"08:00","endsAt":"11:30","kind":"practice","title":"Bài tập thực hành","room":"Hội trường A"}"""));
        }));
    }

    private static object Named(int number) => new { fullName = string.Create(CultureInfo.InvariantCulture, $"hoc vien {number}"), phoneEnd = string.Create(CultureInfo.InvariantCulture, $"{number:D4}") };

    private static string SessionOf(CourseDriver course, int at) => $"{course.Address}/sessions/{course.Body.GetProperty("sessions")[at].GetProperty("id").GetGuid()}";

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, CourseDriver course, int session, Guid[] present, Guid[] absent) =>
        client.PostJsonAsync($"{SessionOf(course, session)}/attendance", new { present, absent });

    private static async Task<JsonElement> OpenAsync(HttpClient officer, CourseDriver course)
    {
        var answer = await officer.PostJsonAsync($"{SessionOf(course, 0)}/open-check-in", new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.JsonAsync();
    }

    private Task<HttpResponseMessage> CheckInAsync(string? token, object person) => Anonymous.PostJsonAsync(Public + token, person);

    private static Task<JsonElement> BoardAsync(HttpClient client, CourseDriver course) => client.GetJsonAsync(course.Address + "/attendance");

    private async Task ShouldBeShutAsync(JsonElement checkIn)
    {
        foreach (var address in (string?[])[checkIn.GetProperty("token").GetString(), checkIn.GetProperty("code").GetString()])
        {
            await (await Anonymous.GetAsync(Public + address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "checkIn.notFound");
            await (await CheckInAsync(address, Named(1))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "checkIn.notFound");
        }
    }

    private async Task<long> RowsAsync(CourseDriver course) => await ScalarAsync<long>("SELECT count(*) FROM course_attendances WHERE course_id = $1", course);

    private async Task<Guid[]> PresentAsync(CourseDriver course) => await ScalarAsync<Guid[]>("SELECT array_agg(registration_id) FROM course_attendances WHERE course_id = $1 AND is_present", course);

    private async Task<T> ScalarAsync<T>(string sql, CourseDriver course) => (T)(await Database.ScalarAsAdminAsync(sql, course.Id))!;

    private static async Task<HttpResponseMessage[]> AtOnceAsync(int count, Func<int, Task<HttpResponseMessage>> send)
    {
        using var barrier = new SemaphoreSlim(0);
        var sent = Enumerable.Range(1, count).Select(async number =>
        {
            await barrier.WaitAsync(Stop);
            return await send(number);
        }).ToList();
        barrier.Release(count);
        return await Task.WhenAll(sent);
    }
}

internal static class AttendanceAnswers
{
    public static void ShouldBeCounted(this JsonElement session, int present, int absent, int unmarked) =>
        (session.GetProperty("present").GetInt32(), session.GetProperty("absent").GetInt32(), session.GetProperty("unmarked").GetInt32()).ShouldBe((present, absent, unmarked));
}
