using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>A course in somebody's own calendar.</summary>
public sealed class CourseCalendarTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task A_session_that_moves_keeps_its_uid_and_a_cancelled_course_says_so()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 40, static input => input["sessions"] = Sessions("2022-11-24", null));
        var enterprise = await SignInAsync("enterprise");
        var before = await ReadAsync(enterprise, course);
        before["DTSTART"].ShouldBe("20221124T010000Z");
        before["URL"].ShouldEndWith($"/courses/{course.Id}");

        await course.UpdateAsync(officer, CourseDriver.Input(40, input => input["sessions"] = Sessions("2022-11-25", course.Body.GetProperty("sessions")[0].GetProperty("id").GetString())));
        var moved = await ReadAsync(enterprise, course);

        moved["UID"].ShouldBe(before["UID"]);
        moved["DTSTART"].ShouldBe("20221125T010000Z");
        Number(moved["SEQUENCE"]).ShouldBeGreaterThan(Number(before["SEQUENCE"]));
        await course.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        var cancelled = await ReadAsync(enterprise, course);
        cancelled["STATUS"].ShouldBe("CANCELLED");
        Number(cancelled["SEQUENCE"]).ShouldBeGreaterThan(Number(moved["SEQUENCE"]));
    }

    [Fact]
    public async Task What_is_only_planned_and_what_is_of_another_province_is_not_found()
    {
        var officer = await SignInAsync("officer");
        var planned = await CourseDriver.PlannedAsync(officer);
        var enterprise = await SignInAsync("enterprise");
        var stranger = await SignInAsync("officer.tayninh");

        await (await enterprise.GetAsync(planned.Address + "/calendar", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await stranger.GetAsync(planned.Address + "/calendar", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        (await ReadAsync(officer, planned))["STATUS"].ShouldBe("TENTATIVE");
    }

    private static JsonArray Sessions(string date, string? id)
    {
        var session = new JsonObject { ["date"] = date, ["startsAt"] = "08:00", ["endsAt"] = "11:30", ["kind"] = "theory", ["title"] = "VietGAP trồng trọt" };
        if (id is not null)
        {
            session["id"] = id;
        }

        return [session];
    }

    private static async Task<Dictionary<string, string>> ReadAsync(HttpClient client, CourseDriver course)
    {
        var answer = await client.GetAsync(course.Address + "/calendar", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var unfolded = (await answer.Content.ReadAsStringAsync(Stop)).Replace("\r\n ", string.Empty, StringComparison.Ordinal);
        return unfolded.Split("\r\n").Where(static line => line.Contains(':', StringComparison.Ordinal))
            .Select(static line => line.Split(':', 2)).GroupBy(static pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Last()[1], StringComparer.Ordinal);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
