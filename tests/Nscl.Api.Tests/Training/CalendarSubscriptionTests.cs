using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>The calendar of the courses, on the screen and in somebody's own.</summary>
public sealed class CalendarSubscriptionTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    private const string Subscription = "/api/v1/calendar-subscription";
    private const string Timetable = "/api/v1/course-sessions";
    private const string NotFound = "calendarSubscription.notFound";

    [Fact]
    public async Task A_range_shows_the_courses_that_meet_it_and_their_sessions_on_its_days_in_order()
    {
        var officer = await SignInAsync("officer");
        var held = await CourseDriver.OpenAsync(officer, 40, static input => Days(input, "2024-03-06", "2024-03-09", ("2024-03-09", "08:00"), ("2024-03-07", "13:30"), ("2024-03-07", "08:00"), ("2024-03-06", "08:00")));
        var cancelled = await CourseDriver.OpenAsync(officer, 40, static input => Days(input, "2024-03-01", "2024-03-07", ("2024-03-07", "09:00")));
        await cancelled.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        var planned = await CourseDriver.PlannedAsync(officer, 40, static input => Days(input, "2024-03-08", "2024-03-08"));
        await CourseDriver.OpenAsync(officer, 40, static input => Days(input, "2024-03-09", "2024-03-09", ("2024-03-09", "08:00")));
        await CourseDriver.OpenAsync(officer, 40, static input => Days(input, "2024-03-05", "2024-03-06", ("2024-03-06", "08:00")));
        var asked = Timetable + "?from=2024-03-07&to=2024-03-08";

        var seen = await officer.GetJsonAsync(asked);

        IdsOf(seen, "courses").ShouldBe([cancelled.Id, held.Id, planned.Id]);
        seen.GetProperty("courses")[0].GetProperty("status").GetString().ShouldBe("cancelled");
        seen.GetProperty("sessions").EnumerateArray().Select(static session => (session.GetProperty("courseId").GetGuid(), session.GetProperty("startsAt").GetString()))
            .ShouldBe([(held.Id, "08:00"), (cancelled.Id, "09:00"), (held.Id, "13:30")]);
        var session = seen.GetProperty("sessions")[0];
        session.GetProperty("date").GetString().ShouldBe("2024-03-07");
        session.GetProperty("link").GetString().ShouldBe("https://example.vn/hop");
        IdsOf(await (await SignInAsync("enterprise")).GetJsonAsync(asked), "courses").ShouldBe([cancelled.Id, held.Id]);
        var stranger = await (await SignInAsync("officer.tayninh")).GetJsonAsync(asked);
        IdsOf(stranger, "courses").ShouldBeEmpty();
        IdsOf(stranger, "sessions").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "?from input.required")]
    [InlineData("?from=2022-10-01", "?to input.required")]
    [InlineData("?to=2022-10-01", "?from input.required")]
    [InlineData("?from=2022-10-32&to=2022-10-31", "?from input.wrongType")]
    [InlineData("?from=2022-10-02&to=2022-10-01", "?to input.tooSmall")]
    [InlineData("?from=2022-10-01&to=2022-12-02", "?to input.tooLarge")]
    public async Task A_range_that_is_none_or_too_long_is_refused_with_its_parameter(string query, string faults)
    {
        var officer = await SignInAsync("officer");

        var problem = await (await officer.GetAsync(Timetable + query, Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        string.Join(' ', problem.Faults()).ShouldBe(faults);
    }

    [Theory]
    [InlineData("?from=2022-10-01&to=2022-12-01")]
    [InlineData("?from=2022-10-01&to=2022-10-01")]
    public async Task A_range_of_one_day_and_one_of_sixty_two_are_taken(string query) =>
        (await (await SignInAsync("officer")).GetAsync(Timetable + query, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Somebodys_calendar_holds_the_courses_that_person_may_read_and_no_others()
    {
        var officer = await SignInAsync("officer");
        var stranger = await SignInAsync("officer.tayninh");
        var today = Api.Services.GetRequiredService<IBusinessClock>().Today;
        var open = await CourseDriver.OpenAsync(officer);
        var planned = await CourseDriver.PlannedAsync(officer);
        var cancelled = await CourseDriver.OpenAsync(officer);
        await cancelled.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        var foreign = await CourseDriver.OpenAsync(stranger);
        var lastKept = await CourseDriver.PlannedAsync(officer, 40, input => Days(input, Text(today.AddDays(-91)), Text(today.AddDays(-90))));
        var gone = await CourseDriver.PlannedAsync(officer, 40, input => Days(input, Text(today.AddDays(-91)), Text(today.AddDays(-91))));

        var ofOfficer = await ReadAsync(await RenewAsync(officer));
        ofOfficer[open.Id].ShouldBe("CONFIRMED");
        ofOfficer[planned.Id].ShouldBe("TENTATIVE");
        ofOfficer[cancelled.Id].ShouldBe("CANCELLED");
        ofOfficer.ShouldContainKey(lastKept.Id);
        ofOfficer.ShouldNotContainKey(gone.Id);
        ofOfficer.ShouldNotContainKey(foreign.Id);

        var enterprise = await SignInAsync("enterprise");
        var ofEnterprise = await ReadAsync(await RenewAsync(enterprise));
        ofEnterprise.Keys.Order().ShouldBe(IdsOf(await enterprise.GetJsonAsync(CourseDriver.Route + "?limit=100&from=" + Text(today.AddDays(-90))), "items").Order());
        ofEnterprise.ShouldContainKey(open.Id);
        ofEnterprise.ShouldNotContainKey(planned.Id);

        var ofStranger = await ReadAsync(await RenewAsync(stranger));
        ofStranger.ShouldContainKey(foreign.Id);
        ofStranger.ShouldNotContainKey(open.Id);
    }

    [Fact]
    public async Task A_calendar_that_has_not_changed_is_not_sent_again()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer);
        var path = await RenewAsync(officer);
        var first = await Anonymous.GetAsync(path, Stop);
        var tag = first.Headers.ETag!;
        (await first.Content.ReadAsStringAsync(Stop)).ShouldContain("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n");

        var same = await AskAgainAsync();
        await course.DoAsync(officer, "cancel", new { reason = "Bão lũ" });
        var changed = await AskAgainAsync();

        (same.StatusCode, changed.StatusCode).ShouldBe((HttpStatusCode.NotModified, HttpStatusCode.OK));
        (await same.Content.ReadAsStringAsync(Stop)).ShouldBeEmpty();
        changed.Headers.ETag.ShouldNotBe(tag);
        (await changed.Content.ReadAsStringAsync(Stop)).ShouldContain("STATUS:CANCELLED");

        async Task<HttpResponseMessage> AskAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(tag);
            return await Anonymous.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task Ending_a_subscription_voids_its_address_and_ending_none_is_no_fault()
    {
        var clerk = await SignInAsync("clerk");
        (await clerk.GetJsonAsync(Subscription)).TryGetProperty("since", out _).ShouldBeFalse();
        var path = await RenewAsync(clerk);
        var read = await clerk.GetStringAsync(Subscription, Stop);
        read.ShouldBe($$"""{"since":"{{Text(Api.Services.GetRequiredService<IBusinessClock>().Today)}}"}""");
        await ReadAsync(path);

        (await clerk.DeleteAsync(Subscription, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.DeleteAsync(Subscription, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await Anonymous.GetAsync(path, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, NotFound);
        (await clerk.GetJsonAsync(Subscription)).TryGetProperty("since", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one_and_nobody_elses()
    {
        var head = await SignInAsync("head");
        var other = await RenewAsync(await SignInAsync("director"));
        var old = await RenewAsync(head);
        var fresh = await RenewAsync(head);

        await (await Anonymous.GetAsync(old, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, NotFound);
        await ReadAsync(fresh);
        await ReadAsync(other);
        var secret = Path.GetFileNameWithoutExtension(fresh);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM calendar_subscriptions s WHERE strpos(s::text, $1) > 0", secret)).ShouldBe(0L);
        (await Database.ScalarAsAdminAsync(
            "SELECT count(*) FROM audit_entries a JOIN calendar_subscriptions s ON strpos(a::text, $1) > 0 OR strpos(a::text, s.secret_hash) > 0", secret)).ShouldBe(0L);
    }

    [Fact]
    public async Task Of_eight_renewals_at_once_one_address_is_good()
    {
        var expert = await SignInAsync("expert");

        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RenewAsync(expert)));

        var good = 0;
        foreach (var path in paths)
        {
            good += (await Anonymous.GetAsync(path, Stop)).StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        good.ShouldBe(1);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM calendar_subscriptions WHERE user_id = (SELECT id FROM users WHERE user_name = 'expert')")).ShouldBe(1L);
    }

    [Theory]
    [InlineData("finance", "UPDATE users SET is_disabled = true WHERE user_name = 'finance'")]
    [InlineData("leader", "UPDATE users SET lockout_end = now() + interval '10 minutes' WHERE user_name = 'leader'")]
    [InlineData("auditor", "DELETE FROM user_roles WHERE user_id = (SELECT id FROM users WHERE user_name = 'auditor')")]
    public async Task Whoever_may_not_come_in_any_more_has_no_calendar_and_is_told_what_a_stranger_is_told(string userName, string end)
    {
        using var client = Fixture.Clients.Of(await Fixture.Clients.BeginSessionAsync(userName));
        var path = await RenewAsync(client);
        await ReadAsync(path);

        await Database.ExecuteAsAdminAsync(end);

        var refused = await (await Anonymous.GetAsync(path, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, NotFound);
        var unknown = await (await Anonymous.GetAsync("/api/v1/public/calendars/nobodys.ics", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, NotFound);
        foreach (var said in (string[])["title", "detail", "type"])
        {
            refused.GetProperty(said).GetString().ShouldBe(unknown.GetProperty(said).GetString());
        }
    }

    [Fact]
    public async Task A_system_gets_no_address()
    {
        using var machine = await Fixture.Clients.IntegrationAsync(["courses.read"]);

        await (await machine.PostJsonAsync(Subscription, new { })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "calendarSubscription.accountRequired");
        (await machine.GetJsonAsync(Subscription)).TryGetProperty("since", out _).ShouldBeFalse();
    }

    private static void Days(JsonObject input, string first, string last, params (string Date, string StartsAt)[] sessions)
    {
        (input["startsOn"], input["endsOn"]) = (first, last);
        input["sessions"] = new JsonArray([.. sessions.Select(static (session, i) => new JsonObject
        {
            ["date"] = session.Date,
            ["startsAt"] = session.StartsAt,
            ["endsAt"] = session.StartsAt[..2] + ":45",
            ["kind"] = "theory",
            ["title"] = string.Create(CultureInfo.InvariantCulture, $"Buổi {i + 1}"),
            ["link"] = "https://example.vn/hop",
        })]);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<Guid> IdsOf(JsonElement answer, string list) => [.. answer.GetProperty(list).EnumerateArray().Select(static row => row.GetProperty("id").GetGuid())];

    private static async Task<string> RenewAsync(HttpClient client)
    {
        var answer = await client.PostJsonAsync(Subscription, new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.JsonAsync()).GetProperty("path").GetString()!;
    }

    /// <summary>The state of each course of a calendar, read without a session.</summary>
    private async Task<Dictionary<Guid, string>> ReadAsync(string path)
    {
        var answer = await Anonymous.GetAsync(path, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var lines = (await answer.Content.ReadAsStringAsync(Stop)).Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");
        var (states, course) = (new Dictionary<Guid, string>(), Guid.Empty);
        foreach (var line in lines)
        {
            if (line.StartsWith("URL:", StringComparison.Ordinal))
            {
                course = Guid.Parse(line.Split('/')[^1]);
            }
            else if (line.StartsWith("STATUS:", StringComparison.Ordinal))
            {
                states[course] = line[7..];
            }
        }

        return states;
    }
}
