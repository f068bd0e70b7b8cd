using System.Net;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Kon Tum, whose public pages take as many registrations from one address as the tests make.</summary>
public sealed class PublicFixture(DatabaseFixture databases) : KonTumFixture(databases)
{
    protected override ApiFactory CreateApi(TestDatabase database) => new(database)
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Nscl:PublicWritesPerMinute"] = "1000" },
    };
}

/// <summary>People without an account find a course, register, and come back by their personal link.</summary>
public sealed class PublicRegistrationTests(PublicFixture fixture) : ApiTests<PublicFixture>(fixture)
{
    [Fact]
    public async Task Anybody_finds_the_open_course_registers_and_follows_his_place_by_link()
    {
        var officer = await SignInAsync("officer");
        var course = await OpenAsync(officer, 1, static input => input["confirmationHours"] = 24);
        var listed = (await Anonymous.GetJsonAsync(PublicRegistrations.Courses + "?province=konTum&limit=100")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == course.Id);
        (listed.GetProperty("free").GetInt32(), listed.GetProperty("waiting").GetInt32()).ShouldBe((1, 0));

        var first = await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1));
        var second = await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(2));

        (first.Status, first.Seat, first.Position).ShouldBe(("registered", 1, null));
        (second.Status, second.Seat, second.Position).ShouldBe(("waitlisted", null, 1));
        (await course.ListAsync(officer))[0].GetProperty("channel").GetString().ShouldBe("self");

        first = await PublicRegistrations.ReadAsync(Anonymous, first);
        Actions(first).ShouldBe(["cancel"]);
        (await PublicRegistrations.TryAsync(Anonymous, first, "cancel")).StatusCode.ShouldBe(HttpStatusCode.OK);
        second = await PublicRegistrations.ReadAsync(Anonymous, second);
        second.Status.ShouldBe("offered");
        Actions(second).ShouldBe(["confirm", "cancel"]);
        (await PublicRegistrations.TryAsync(Anonymous, second, "confirm")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PublicRegistrations.ReadAsync(Anonymous, second)).Status.ShouldBe("registered");

        first = await PublicRegistrations.ReadAsync(Anonymous, first);
        (first.Status, first.Body.GetProperty("mayRegisterAgain").GetBoolean()).ShouldBe(("cancelled", true));
        var again = await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1));
        (again.Status, again.Position).ShouldBe(("waitlisted", 1));
    }

    [Fact]
    public async Task The_notice_must_be_accepted_in_its_present_wording_and_its_version_is_kept()
    {
        var officer = await SignInAsync("officer");
        var course = await OpenAsync(officer, 5);

        await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1).With("acceptsNotice", false)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.noticeNotAccepted");
        await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1, noticeVersion: 0)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.noticeOutdated");
        await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1));

        (await Database.ScalarAsAdminAsync("SELECT notice_version FROM course_registrations WHERE course_id = $1", course.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_way_to_be_reached_nobody_registers_himself()
    {
        var course = await OpenAsync(await SignInAsync("officer"), 5);

        await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1).With("phone", null)))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.contactRequired");
    }

    [Fact]
    public async Task One_telephone_puts_no_more_people_on_a_list_than_the_course_says_also_when_they_come_at_once()
    {
        const int limit = 3;
        var officer = await SignInAsync("officer");
        var course = await OpenAsync(officer, 50, static input => input["contactLimit"] = limit);

        var answers = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(number => PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(number).With("phone", "+84 905 111 222"))));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(limit);
        await answers.First(static answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.contactLimitReached");
        (await course.ListAsync(officer)).Count.ShouldBe(limit);
        // Another way of writing the same number is the same number, and an officer is not bound by it.
        await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(30).With("phone", "0905.111.222")))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.contactLimitReached");
        await course.RegisterAsync(officer, new { fullName = "A Nao", participantKind = "cooperative", organizationName = "Hợp tác xã Măng Đen", phone = "0905 111 222" });
    }

    [Fact]
    public async Task The_public_learns_nothing_of_who_is_on_the_list()
    {
        var officer = await SignInAsync("officer");
        var course = await OpenAsync(officer, 5);
        await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1));

        var same = await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.alreadyOnList");
        var namesake = await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1).With("phone", "0905 222 333")))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.namesakeOnList");

        (same.ToString() + namesake).ShouldNotContain("queueNumber");
        var page = await Anonymous.GetStringAsync($"{PublicRegistrations.Courses}/{course.Id}", Stop);
        page.ShouldNotContain("Y Blinh");
        page.ShouldContain(PublicRegistrations.Notice);
        await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1).With("phone", "0905 222 333").With("isDifferentPerson", true));
        await (await Anonymous.GetAsync($"{CourseDriver.Route}/{course.Id}/registrations", Stop)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "identity.signInRequired");
    }

    [Fact]
    public async Task A_link_opens_its_own_registration_and_no_other_and_its_secret_is_not_kept()
    {
        var course = await OpenAsync(await SignInAsync("officer"), 5);
        var own = await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1));
        await PublicRegistrations.RegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(2));

        own.Secret.Length.ShouldBe(32);
        (await PublicRegistrations.ReadAsync(Anonymous, own)).Body.GetProperty("fullName").GetString().ShouldBe("Y Blinh 1");
        var kept = (string)(await Database.ScalarAsAdminAsync("SELECT link_hash FROM course_registrations WHERE course_id = $1 AND full_name = 'Y Blinh 1'", course.Id))!;
        kept.ShouldNotContain(own.Secret);
        foreach (var guess in new[] { kept, own.Secret[..^1], own.Secret.ToUpperInvariant(), new string('A', 32), Guid.Empty.ToString() })
        {
            await (await Anonymous.GetAsync($"{PublicRegistrations.Registrations}/{guess}", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "courseRegistration.notFound");
        }

        ((string)(await Database.ScalarAsAdminAsync("SELECT string_agg(changes::text, ' ') FROM audit_entries WHERE action = 'RegisterYourself'"))!).ShouldNotContain(kept);
    }

    [Fact]
    public async Task What_is_only_planned_or_closed_takes_nobody_and_the_plan_is_not_even_there()
    {
        var officer = await SignInAsync("officer");
        var planned = await CourseDriver.PlannedAsync(officer);
        await (await Anonymous.GetAsync($"{PublicRegistrations.Courses}/{planned.Id}", Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");
        await (await PublicRegistrations.TryRegisterAsync(Anonymous, planned.Id, PublicRegistrations.PersonOf(1, 0))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "course.notFound");

        await planned.DoAsync(officer, "open-registration");
        await planned.DoAsync(officer, "close-registration");
        var shown = await Anonymous.GetJsonAsync($"{PublicRegistrations.Courses}/{planned.Id}");
        (shown.GetProperty("stage").GetString(), shown.GetProperty("takesRegistrations").GetBoolean()).ShouldBe(("registrationClosed", false));
        await (await PublicRegistrations.TryRegisterAsync(Anonymous, planned.Id, PublicRegistrations.PersonOf(1, 0))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.wrongState");
        (await Anonymous.GetStringAsync(PublicRegistrations.Courses + "?limit=100", Stop)).ShouldNotContain(planned.Id.ToString());
    }

    [Fact]
    public async Task The_list_is_for_everybody_to_keep_and_narrowed_to_a_province()
    {
        await OpenAsync(await SignInAsync("officer"), 5);

        var answer = await Anonymous.GetAsync(PublicRegistrations.Courses, Stop);
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=30");
        using var again = new HttpRequestMessage(HttpMethod.Get, PublicRegistrations.Courses);
        again.Headers.Add("If-None-Match", answer.Headers.ETag!.ToString());
        (await Anonymous.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await Anonymous.GetJsonAsync(PublicRegistrations.Courses + "?province=tayNinh")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_same_keyed_request_is_carried_out_once()
    {
        var officer = await SignInAsync("officer");
        var course = await OpenAsync(officer, 5);
        var key = Guid.CreateVersion7().ToString();

        var first = await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1), key)).JsonAsync();
        var second = await (await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(1), key)).JsonAsync();

        second.GetProperty("secret").GetString().ShouldBe(first.GetProperty("secret").GetString());
        (await course.ListAsync(officer)).Count.ShouldBe(1);
    }

    private static Task<CourseDriver> OpenAsync(HttpClient officer, int seats, Action<JsonObject>? change = null) => CourseDriver.OpenAsync(officer, seats, input =>
    {
        input["noticeText"] = PublicRegistrations.Notice;
        change?.Invoke(input);
    });

    private static IEnumerable<string?> Actions(OwnLink link) => link.Body.GetProperty("allowedActions").EnumerateArray().Select(static action => action.GetString());
}

/// <summary>One address may not write without end.</summary>
public sealed class PublicWriteLimitTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task An_address_that_writes_too_often_is_told_to_wait()
    {
        var course = await CourseDriver.OpenAsync(await SignInAsync("officer"));
        HttpResponseMessage answer;
        var number = 0;
        do
        {
            answer = await PublicRegistrations.TryRegisterAsync(Anonymous, course.Id, PublicRegistrations.PersonOf(++number, 0));
        }
        while (answer.StatusCode == HttpStatusCode.Created && number < 70);

        await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "request.tooMany");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }
}
