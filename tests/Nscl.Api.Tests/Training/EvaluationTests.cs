using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Enterprises;
using Nscl.Api.Tests.Platform;
using Nscl.Infrastructure.Persistence;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>What those who attended think of a course: once each, by telephone or on paper, and nobody finds out who said what.</summary>
public sealed class EvaluationTests(CrowdedFixture fixture) : ApiTests<CrowdedFixture>(fixture)
{
    private const string Public = "/api/v1/public/evaluations/";

    [Fact]
    public async Task Everybody_who_attended_answers_once_and_the_summary_says_it_in_hundredths()
    {
        var (officer, course, codes) = await AttendedAsync(7, absent: 1);
        var opened = await OpenAsync(officer, course);
        (opened.GetProperty("status").GetString(), opened.GetProperty("attended").GetInt32()).ShouldBe(("open", 6));
        var token = TokenOf(opened);
        var shown = await Anonymous.GetJsonAsync(Public + token);
        shown.EnumerateObject().Select(static member => member.Name).ShouldBe(["courseTitle", "startsOn", "endsOn", "lastDay", "form"], ignoreOrder: true);
        shown.GetProperty("form").GetProperty("questions").EnumerateArray().Select(static question => question.GetProperty("code").GetString())
            .ShouldBe(["content", "trainers", "organization", "materials", "applicability", "mostUseful", "improvements"]);

        int[] given = [5, 4, 4, 4, 3, 5];
        for (var at = 0; at < given.Length; at++)
        {
            (await AnswerAsync(token, codes[at], given[at], $"Ý kiến {at}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            // Whoever looks after each answer sees them counted, and nothing else moves.
            var moving = await ReadAsync(officer, course);
            (moving.GetProperty("received").GetInt32(), moving.GetProperty("hold").GetString(), moving.GetProperty("summary").GetProperty("isHidden").GetBoolean()).ShouldBe((at + 1, "stillOpen", true));
            moving.GetRawText().ShouldNotContain("Ý kiến");
            moving.GetRawText().ShouldNotContain("average");
        }

        await (await AnswerAsync(token, codes[0], 1)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.alreadyAnswered");
        Workbooks.Cells(await officer.GetByteArrayAsync(course.Address + "/evaluation/export", Stop)).Values.ShouldAllBe(static cell => !cell.Text.Contains("Ý kiến 0", StringComparison.Ordinal));
        await CloseAsync(officer, course);
        var summary = (await ReadAsync(officer, course)).GetProperty("summary");
        summary.GetProperty("answered").GetInt32().ShouldBe(6);
        var content = summary.GetProperty("ratings")[0];
        content.GetProperty("average").GetInt32().ShouldBe(417, "25 of 6");
        content.GetProperty("distribution").EnumerateArray().Select(static count => count.GetInt32()).ShouldBe([0, 0, 1, 3, 2]);
        summary.GetProperty("texts")[0].GetProperty("texts").EnumerateArray().Select(static text => text.GetString()).ShouldBe(Enumerable.Range(0, 6).Select(static at => $"Ý kiến {at}"));
        summary.GetProperty("ratings")[1].GetProperty("isHidden").GetBoolean().ShouldBeTrue("nobody rated the trainers");

        var cells = Workbooks.Cells(await officer.GetByteArrayAsync(course.Address + "/evaluation/export", Stop));
        (cells["B2"].Text, cells["B3"].Text, cells["B4"].Text, cells["C4"].Text, cells["G4"].Text, cells["I9"].Text).ShouldBe(("6", "6", "6", "4,17", "3", "Ý kiến 0"));
    }

    [Fact]
    public async Task The_same_person_who_sends_twice_at_once_leaves_one_answer()
    {
        const int people = 20;
        var (officer, course, codes) = await AttendedAsync(people);
        var token = TokenOf(await OpenAsync(officer, course));

        var answers = await AtOnceAsync(3 * people, at => AnswerAsync(token, codes[at % people], 1 + (at % 5)));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(people);
        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(2 * people);
        (await ScalarAsync<int>("SELECT jsonb_array_length(answers) FROM evaluation_boxes b JOIN course_evaluations e ON e.id = b.evaluation_id WHERE e.course_id = $1", course)).ShouldBe(people);
        (await ScalarAsync<long>("SELECT count(*) FROM evaluation_markers m JOIN course_evaluations e ON e.id = m.evaluation_id WHERE e.course_id = $1", course)).ShouldBe(people);
    }

    [Fact]
    public async Task Nothing_in_the_database_joins_an_answer_with_a_person_or_a_moment()
    {
        var (officer, course, codes) = await AttendedAsync(6);
        var token = TokenOf(await OpenAsync(officer, course));
        const string trail = "SELECT count(*) FROM audit_entries WHERE $1::uuid IS NOT NULL";
        const string keyed = "SELECT count(*) FROM idempotency_records WHERE $1::uuid IS NOT NULL";
        var before = (await ScalarAsync<long>(trail, course), await ScalarAsync<long>(keyed, course));
        foreach (var (code, at) in codes.Select(static (code, at) => (code, at)))
        {
            (await AnswerAsync(token, code, 1 + (at % 5), $"Ý kiến {at}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await ScalarAsync<long>(trail, course), await ScalarAsync<long>(keyed, course)).ShouldBe(before, "an answer leaves no entry with a time");
        const string columns = "SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.columns WHERE $1::uuid IS NOT NULL AND table_schema = 'public' AND table_name = ";
        (await ScalarAsync<string>(columns + "'evaluation_markers'", course)).ShouldBe("evaluation_id province registration_id");
        (await ScalarAsync<string>(columns + "'evaluation_boxes'", course)).ShouldBe("answers evaluation_id papers province");
        // One row holds them all: the transaction that wrote a marker wrote the whole box, and the next one wrote it again.
        (await ScalarAsync<long>("SELECT count(*) FROM evaluation_boxes b JOIN course_evaluations e ON e.id = b.evaluation_id WHERE e.course_id = $1", course)).ShouldBe(1);
        (await ScalarAsync<long>("SELECT count(*) FROM evaluation_boxes b JOIN course_evaluations e ON e.id = b.evaluation_id JOIN evaluation_markers m ON m.evaluation_id = e.id AND m.xmin = b.xmin WHERE e.course_id = $1", course)).ShouldBe(1);
        using var box = JsonDocument.Parse(await ScalarAsync<string>("SELECT answers::text FROM evaluation_boxes b JOIN course_evaluations e ON e.id = b.evaluation_id WHERE e.course_id = $1", course));
        box.RootElement.EnumerateArray().SelectMany(static answer => answer.EnumerateObject()).Select(static member => member.Name).Distinct().ShouldBe(["ratings", "texts"], ignoreOrder: true);
        codes.ShouldAllBe(code => !box.RootElement.GetRawText().Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_may_not_answer_gets_one_answer()
    {
        var (officer, course, codes) = await AttendedAsync(3, absent: 1, change: static input => input["seats"] = 3);
        var waiting = (await course.RegisterAsync(officer, 4)).Body.GetProperty("personalCode").GetString()!;
        var (_, _, elsewhere) = await AttendedAsync(1);
        var token = TokenOf(await OpenAsync(officer, course));

        var told = new List<string>();
        foreach (var code in (string[])[codes[2], waiting, elsewhere[0], "ZZZZZZ", "không phải mã"])
        {
            var problem = await (await AnswerAsync(token, code, 5)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.notMatched");
            told.Add(problem.GetProperty("title").GetString() + problem.GetProperty("detail").GetString() + problem.GetProperty("args").GetRawText());
        }

        told.Distinct().Count().ShouldBe(1, "absent, waiting, of another course and unknown are told the same");
        (await AnswerAsync(token, $" {codes[0][..3].ToLowerInvariant()}-{codes[0][3..]} ", 5)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await Anonymous.PostJsonAsync(Public + token, new
        {
            personalCode = codes[1],
            ratings = new object[] { new { question = "content", value = 6 } },
        })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().Single().ShouldStartWith("/ratings/0/value ");
        (await (await Anonymous.PostJsonAsync(Public + token, new
        {
            personalCode = codes[1],
            ratings = new object[] { new { question = "mostUseful", value = 3 }, new { question = "content", value = 3 }, new { question = "content", value = 4 } },
        })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/ratings/0/question evaluation.unknownQuestion", "/ratings/2/question evaluation.questionAnsweredTwice"]);
        (await (await Anonymous.PostJsonAsync(Public + token, new { personalCode = codes[1] })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/ratings evaluation.empty"]);
    }

    [Fact]
    public async Task An_evaluation_is_good_until_it_is_closed_or_its_last_day_has_passed()
    {
        var (officer, course, codes) = await AttendedAsync(3);
        (await ReadAsync(officer, course)).GetProperty("status").GetString().ShouldBe("notOpened");
        await (await officer.PostJsonAsync(course.Address + "/close-evaluation", new { })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.notOpened");
        var opened = await OpenAsync(officer, course);
        opened.GetProperty("lastDay").GetString().ShouldBe("2022-10-17");
        opened.GetProperty("address").GetString().ShouldEndWith("/evaluate/" + TokenOf(opened));
        opened.GetProperty("qr").EnumerateArray().Select(static row => row.GetString()!.Length).Distinct().Single().ShouldBe(opened.GetProperty("qr").GetArrayLength());
        (await AnswerAsync(opened.GetProperty("code").GetString()!, codes[0], 4)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await officer.PostJsonAsync(course.Address + "/close-evaluation", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeShutAsync(opened, codes[1]);
        (await ReadAsync(officer, course)).TryGetProperty("address", out _).ShouldBeFalse();
        var again = await OpenAsync(officer, course, new { lastDay = "2022-10-04" });
        (TokenOf(again), again.GetProperty("lastDay").GetString()).ShouldBe((TokenOf(opened), "2022-10-04"));
        (await AnswerAsync(TokenOf(again), codes[1], 4)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Database.ExecuteAsAdminAsync("UPDATE course_evaluations SET opened_on = opened_on - 9, last_day = date '2022-10-02' WHERE course_id = $1", course.Id);
        await ShouldBeShutAsync(opened, codes[2]);
        await (await officer.PostJsonAsync(course.Address + "/open-evaluation", new { lastDay = "2022-10-02" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.lastDayOutOfRange");
        (await ScalarAsync<string>("SELECT string_agg(changes::text, ' ') FROM audit_entries WHERE entity_type = 'CourseEvaluation' AND $1::uuid IS NOT NULL", course)).ShouldNotContain(TokenOf(opened));
    }

    [Fact]
    public async Task Paper_forms_are_entered_whole_and_never_more_than_people_attended()
    {
        var (officer, course, codes) = await AttendedAsync(6);
        await (await PaperAsync(officer, course, 5)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.notOpened");
        var token = TokenOf(await OpenAsync(officer, course));
        (await AnswerAsync(token, codes[0], 2)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await officer.PostJsonAsync(course.Address + "/evaluation/paper-answers", new
        {
            answers = new object[] { new { ratings = new[] { new { question = "content", value = 4 } } }, new { }, new { ratings = new[] { new { question = "price", value = 4 } } } },
        }, idempotencyKey: Guid.CreateVersion7().ToString())).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid")).Faults().ShouldBe(["/answers/1/ratings evaluation.empty", "/answers/2/ratings/0/question evaluation.unknownQuestion"]);
        await (await PaperAsync(officer, course, 4, 4, 4, 4, 4, 4)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.moreThanAttended");
        (await ReadAsync(officer, course)).GetProperty("received").GetInt32().ShouldBe(1);

        // Also when it is closed: the papers lie on the desk then.
        await officer.PostJsonAsync(course.Address + "/close-evaluation", new { });
        var key = Guid.CreateVersion7().ToString();
        var entered = await (await PaperAsync(officer, course, key, 4, 4, 4, 4, 4)).JsonAsync();
        (entered.GetProperty("received").GetInt32(), entered.GetProperty("onPaper").GetInt32()).ShouldBe((6, 5));
        // Whoever typed the five would work out the sixth.
        (entered.GetProperty("hold").GetString(), entered.GetProperty("summary").GetProperty("answered").GetInt32(), entered.GetProperty("summary").GetProperty("ratings")[0].GetProperty("average").GetInt32()).ShouldBe(("fewNew", 5, 400));
        (await PaperAsync(officer, course, key, 4, 4, 4, 4, 4)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(officer, course)).GetProperty("onPaper").GetInt32().ShouldBe(5, "the same sent twice counts once");
        await OpenAsync(officer, course);
        await (await AnswerAsync(token, codes[1], 5)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.moreThanAttended");
    }

    [Fact]
    public async Task Paper_forms_that_were_typed_wrongly_are_taken_out_while_it_is_open_and_the_trail_says_so()
    {
        var (officer, course, codes) = await AttendedAsync(8);
        var token = TokenOf(await OpenAsync(officer, course));
        (await AnswerAsync(token, codes[0], 2, "Không ai biết")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await PaperAsync(officer, course, 4, 4, 4, 4, 4);
        var papers = (await (await PaperAsync(officer, course, 1, 1)).JsonAsync()).GetProperty("papers");
        papers.EnumerateArray().Select(static batch => batch.GetProperty("count").GetInt32()).ShouldBe([5, 2]);
        papers[1].EnumerateObject().Select(static member => member.Name).ShouldBe(["id", "enteredOn", "enteredByName", "count"], ignoreOrder: true);
        var wrong = $"{course.Address}/evaluation/paper-answers/{papers[1].GetProperty("id").GetString()}";

        await CloseAsync(officer, course);
        await (await officer.DeleteAsync(wrong, Stop)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "evaluation.papersSettled");
        await OpenAsync(officer, course);
        await (await (await SignInAsync("officer.tayninh")).DeleteAsync(wrong, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        var left = await (await officer.DeleteAsync(wrong, Stop)).JsonAsync();

        (left.GetProperty("received").GetInt32(), left.GetProperty("onPaper").GetInt32(), left.GetProperty("papers").GetArrayLength()).ShouldBe((6, 5, 1));
        await (await officer.DeleteAsync(wrong, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "evaluation.papersUnknown");
        (await PaperAsync(officer, course, 5, 5)).StatusCode.ShouldBe(HttpStatusCode.OK, "typed once more, and rightly");
        (await ScalarAsync<long>("SELECT count(*) FROM audit_entries a JOIN course_evaluations e ON e.id = a.entity_id WHERE a.action = 'RemovePaperEvaluations' AND e.course_id = $1", course)).ShouldBe(1);
        var trail = await ScalarAsync<string>("SELECT string_agg(a.changes::text, ' ') FROM audit_entries a JOIN course_evaluations e ON e.id = a.entity_id WHERE e.course_id = $1", course);
        trail.ShouldContain("onPaper");
        trail.ShouldNotContain("Không ai biết");
        trail.ShouldNotContain("distribution");
    }

    [Fact]
    public async Task It_opens_by_itself_on_the_day_of_the_last_session_and_not_before()
    {
        var (officer, course, _) = await AttendedAsync(1);
        var tomorrow = await CourseDriver.OpenAsync(officer, 1, static input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-04");
            input["sessions"] = new JsonArray(JsonNode.Parse("""{"date":"2022-10-04","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}"""));
        });
        await Api.Services.GetRequiredService<Housekeeping>().OpenEvaluationsAsync(Stop);

        var opened = await ReadAsync(officer, course);
        (opened.GetProperty("status").GetString(), opened.GetProperty("openedOn").GetString(), opened.GetProperty("lastDay").GetString()).ShouldBe(("open", "2022-10-03", "2022-10-17"));
        (await ReadAsync(officer, tomorrow)).GetProperty("status").GetString().ShouldBe("notOpened");
        await officer.PostJsonAsync(course.Address + "/close-evaluation", new { });
        await Api.Services.GetRequiredService<Housekeeping>().OpenEvaluationsAsync(Stop);
        (await ReadAsync(officer, course)).GetProperty("status").GetString().ShouldBe("closed", "what an officer closed stays closed");
    }

    [Fact]
    public async Task The_personal_link_leads_to_the_evaluation_of_those_who_attended()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 2, static input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03");
            input["sessions"] = new JsonArray(JsonNode.Parse("""{"date":"2022-10-03","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}"""));
        });
        var link = await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1, noticeVersion: 0));
        await OpenAsync(officer, course);
        (await Anonymous.GetJsonAsync(link.Address + "/evaluation")).GetRawText().ShouldBe("""{"status":"notOpen"}""");

        var id = (await course.ListAsync(officer))[0].GetProperty("id").GetGuid();
        (await CertificateCalls.RecordAsync(officer, course, [id], [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        var open = await Anonymous.GetJsonAsync(link.Address + "/evaluation");
        open.GetProperty("status").GetString().ShouldBe("open");
        (await AnswerAsync(open.GetProperty("token").GetString()!, link.Body.GetProperty("personalCode").GetString()!, 5)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Anonymous.GetJsonAsync(link.Address + "/evaluation")).GetRawText().ShouldBe("""{"status":"answered"}""");
        await (await Anonymous.GetAsync(PublicRegistrations.Registrations + "/unknown/evaluation", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "courseRegistration.notFound");
    }

    [Fact]
    public async Task Others_find_nothing_and_those_who_may_not_read_it_do_not()
    {
        var (officer, course, _) = await AttendedAsync(1);
        await OpenAsync(officer, course);
        var stranger = await SignInAsync("officer.tayninh");
        await (await stranger.GetAsync(course.Address + "/evaluation", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await stranger.PostJsonAsync(course.Address + "/open-evaluation", new { })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await PaperAsync(stranger, course, 5)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await (await SignInAsync("enterprise")).GetAsync(course.Address + "/evaluation", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    /// <summary>A course of today; the last <paramref name="absent"/> people on its list were not there.</summary>
    private async Task<(HttpClient Officer, CourseDriver Course, List<string> Codes)> AttendedAsync(int people, int absent = 0, Action<JsonObject>? change = null)
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, people, input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03");
            input["sessions"] = new JsonArray(JsonNode.Parse("""{"date":"2022-10-03","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}"""));
            change?.Invoke(input);
        });
        var list = new List<Listed>();
        for (var number = 1; number <= people; number++)
        {
            list.Add(await course.RegisterAsync(officer, number));
        }

        var ids = list.ConvertAll(static one => one.Id);
        (await CertificateCalls.RecordAsync(officer, course, [.. ids.Take(people - absent)], [.. ids.Skip(people - absent)])).StatusCode.ShouldBe(HttpStatusCode.OK);
        return (officer, course, list.ConvertAll(static one => one.Body.GetProperty("personalCode").GetString()!));
    }

    private static async Task<JsonElement> OpenAsync(HttpClient officer, CourseDriver course, object? body = null)
    {
        var answer = await officer.PostJsonAsync(course.Address + "/open-evaluation", body ?? new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.JsonAsync();
    }

    private static async Task CloseAsync(HttpClient officer, CourseDriver course) =>
        (await officer.PostJsonAsync(course.Address + "/close-evaluation", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static string TokenOf(JsonElement evaluation) => new Uri(evaluation.GetProperty("address").GetString()!).Segments[^1];

    private static Task<JsonElement> ReadAsync(HttpClient officer, CourseDriver course) => officer.GetJsonAsync(course.Address + "/evaluation");

    private Task<HttpResponseMessage> AnswerAsync(string token, string code, int content, string? said = null) => Anonymous.PostJsonAsync(Public + token, new
    {
        personalCode = code,
        ratings = new[] { new { question = "content", value = content } },
        texts = said is null ? [] : new[] { new { question = "mostUseful", text = said } },
    });

    private static Task<HttpResponseMessage> PaperAsync(HttpClient officer, CourseDriver course, params int[] content) => PaperAsync(officer, course, Guid.CreateVersion7().ToString(), content);

    private static Task<HttpResponseMessage> PaperAsync(HttpClient officer, CourseDriver course, string key, params int[] content) => officer.PostJsonAsync(
        course.Address + "/evaluation/paper-answers",
        new { answers = content.Select(static value => new { ratings = new[] { new { question = "content", value } } }) },
        idempotencyKey: key);

    private async Task ShouldBeShutAsync(JsonElement evaluation, string personalCode)
    {
        foreach (var address in (string[])[TokenOf(evaluation), evaluation.GetProperty("code").GetString()!])
        {
            await (await Anonymous.GetAsync(Public + address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "evaluation.notFound");
            await (await AnswerAsync(address, personalCode, 4)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "evaluation.notFound");
        }
    }

    private async Task<T> ScalarAsync<T>(string sql, CourseDriver course) => (T)(await Database.ScalarAsAdminAsync(sql, course.Id))!;

    private static async Task<HttpResponseMessage[]> AtOnceAsync(int count, Func<int, Task<HttpResponseMessage>> send)
    {
        using var barrier = new SemaphoreSlim(0);
        var sent = Enumerable.Range(0, count).Select(async number =>
        {
            await barrier.WaitAsync(Stop);
            return await send(number);
        }).ToList();
        barrier.Release(count);
        return await Task.WhenAll(sent);
    }
}

/// <summary>As many wrong codes as the shipped limit allows.</summary>
public sealed class EvaluationLimitTests(Enrollments.KonTumFixture fixture) : ApiTests<Enrollments.KonTumFixture>(fixture)
{
    [Fact]
    public async Task Trying_out_codes_is_slowed_down_and_right_ones_do_not_count()
    {
        const int limit = 30;
        var officer = await SignInAsync("officer");
        var course = await CertificateCalls.EndedAsync(officer, limit + 10);
        var codes = await CodesAsync(officer, course);
        var opened = await (await officer.PostJsonAsync(course.Address + "/open-evaluation", new { })).JsonAsync();
        var token = new Uri(opened.GetProperty("address").GetString()!).Segments[^1];

        foreach (var code in codes)
        {
            (await AnswerAsync(token, code)).StatusCode.ShouldBe(HttpStatusCode.OK, "more right ones than the limit");
        }

        var told = new List<HttpStatusCode>();
        // Two windows at the most: the minute may end in between.
        for (var guess = 0; guess < (2 * limit) + 2; guess++)
        {
            told.Add((await AnswerAsync(token, string.Create(CultureInfo.InvariantCulture, $"{guess:D6}"))).StatusCode);
        }

        told.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static async Task<List<string>> CodesAsync(HttpClient officer, CourseDriver course) =>
        [.. (await officer.GetJsonAsync(course.Address + "/attendance")).GetProperty("trainees").EnumerateArray().Select(static person => person.GetProperty("personalCode").GetString()!)];

    private Task<HttpResponseMessage> AnswerAsync(string token, string code) =>
        Anonymous.PostJsonAsync("/api/v1/public/evaluations/" + token, new { personalCode = code, ratings = new[] { new { question = "content", value = 5 } } });
}
