using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.Infrastructure.Persistence;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Kon Tum on a crowded day: no limit on how often one officer may call, and whoever comes waits for a connection as long as a busy test machine needs.</summary>
public sealed class CrowdedFixture(DatabaseFixture databases) : KonTumFixture(databases)
{
    protected override ApiFactory CreateApi(TestDatabase database) => new(database)
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Nscl:RequestsPerMinute"] = "1000000",
            ["Nscl:PublicRequestsPerMinute"] = "1000000",
            ["Nscl:WrongCodesPerMinute"] = "1000000",
            ["Nscl:ConnectionWaitSeconds"] = "300",
        },
    };
}

/// <summary>
/// Seats and the line stay exact whatever happens at once. Seen red with the lock of the course taken out: the table then refused hundreds
/// (<c>courseRegistration.queueNumberTaken</c>), and with its unique indexes taken out too seat 1 was given twenty times.
/// </summary>
public sealed class CourseSeatsTests(CrowdedFixture fixture) : ApiTests<CrowdedFixture>(fixture)
{
    private const int Seats = 40;
    private const int People = 1_000;

    [Fact]
    public async Task A_thousand_who_register_at_once_for_forty_seats_leave_forty_seats_and_a_line_without_a_gap()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, Seats);
        var answers = await AtOnceAsync(People, number => course.TryRegisterAsync(officer, CourseDriver.PersonOf(number)));

        answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.Created);
        var told = await Task.WhenAll(answers.Select(static answer => answer.JsonAsync()));
        told.Where(static one => one.GetProperty("status").GetString() == "registered").Select(static one => one.GetProperty("seatNumber").GetInt32()).Order()
            .ShouldBe(Enumerable.Range(1, Seats));
        told.Where(static one => one.GetProperty("status").GetString() == "waitlisted").Select(static one => one.GetProperty("position").GetInt32()).Order()
            .ShouldBe(Enumerable.Range(1, People - Seats));
        (await Database.ScalarAsAdminAsync("SELECT string_agg(status || ' ' || n, ', ' ORDER BY status) FROM (SELECT status, count(*) n FROM course_registrations WHERE course_id = $1 GROUP BY status) c", course.Id))
            .ShouldBe("registered 40, waitlisted 960");

        await TenWhoCancelAtOnceMakeRoomForTheFirstTenAsync(officer, course);
    }

    [Fact]
    public async Task One_cancelled_seat_promotes_exactly_the_first_who_waits()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 3);
        var people = await RegisterAsync(officer, course, 6);

        await course.DoOnAsync(officer, people[1], "cancel");
        (await StatesAsync(course)).ShouldBe("registered1 cancelled registered3 registered2 waitlisted waitlisted");
        await course.DoOnAsync(officer, people[4], "cancel");
        (await StatesAsync(course)).ShouldBe("registered1 cancelled registered3 registered2 cancelled waitlisted");
        (await course.ReadAsync(officer, people[5])).Position.ShouldBe(1);

        await (await course.TryOnAsync(officer, people[1], "cancel")).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
    }

    [Fact]
    public async Task Seats_that_are_added_go_to_those_who_wait_and_none_that_is_held_goes_away()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 2);
        await RegisterAsync(officer, course, 5);

        await course.UpdateAsync(officer, CourseDriver.Input(4));
        (await StatesAsync(course)).ShouldBe("registered1 registered2 registered3 registered4 waitlisted");
        var problem = await (await course.TryUpdateAsync(officer, CourseDriver.Input(3))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "course.seatsBelowHeld");
        problem.GetProperty("args").GetProperty("held").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task An_offer_that_nobody_confirms_goes_to_the_next_at_the_next_act_and_by_the_hour()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 1, static input => input["confirmationHours"] = 24);
        var people = await RegisterAsync(officer, course, 4);
        await course.DoOnAsync(officer, people[0], "cancel");
        var offered = await course.ReadAsync(officer, people[1]);
        offered.Status.ShouldBe("offered");
        offered.Body.GetProperty("allowedActions").EnumerateArray().Select(static action => action.GetString()).ShouldBe(["confirm", "cancel"]);

        await LetPassAsync(course);
        var late = await course.ReadAsync(officer, people[1]);
        await (await course.TryOnAsync(officer, late, "confirm")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.offerLapsed");
        var fifth = await course.RegisterAsync(officer, 5);
        (await StatesAsync(course)).ShouldBe("cancelled lapsed offered1 waitlisted waitlisted");
        fifth.Position.ShouldBe(2);

        await LetPassAsync(course);
        (await Api.Services.GetRequiredService<Housekeeping>().LapseOffersAsync(Stop)).ShouldBe(1);
        (await StatesAsync(course)).ShouldBe("cancelled lapsed lapsed offered1 waitlisted");
        (await course.DoOnAsync(officer, await course.ReadAsync(officer, people[3]), "confirm")).Status.ShouldBe("registered");
        (await Api.Services.GetRequiredService<Housekeeping>().LapseOffersAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Fifty_people_of_one_organization_at_once_take_no_more_than_its_share()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 20, static input => input["organizationQuota"] = 5);
        var answers = await AtOnceAsync(50, number => course.TryRegisterAsync(officer, new { fullName = $"Học viên {number}", participantKind = "cooperative", organizationName = "HTX Đăk Mar" }));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(5);
        foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.organizationQuotaReached");
        }

        (await course.RegisterAsync(officer, 99)).Status.ShouldBe("registered");
    }

    [Fact]
    public async Task The_same_person_at_once_is_on_the_list_once()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer);
        var answers = await AtOnceAsync(20, _ => course.TryRegisterAsync(officer, CourseDriver.PersonOf(1)));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.duplicatePerson");
        }
    }

    [Fact]
    public async Task A_line_that_is_limited_takes_nobody_more()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 1, static input => input["waitlistLimit"] = 1);
        await RegisterAsync(officer, course, 2);

        var full = await (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(3))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.full");
        full.GetProperty("args").GetProperty("seats").GetInt32().ShouldBe(1);
        (await course.ReadAsync(officer)).GetProperty("blockedActions").EnumerateArray()
            .ShouldContain(static blocked => blocked.GetProperty("action").GetString() == "register" && blocked.GetProperty("code").GetString() == "courseRegistration.full");
    }

    [Fact]
    public async Task Once_a_course_was_found_full_the_next_are_told_so_without_waiting_for_its_lock()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 1, static input => input["waitlistLimit"] = 1);
        var people = await RegisterAsync(officer, course, 2);
        await (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(3))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.full");

        await using (var decided = new NpgsqlConnection(Database.AdminConnectionString))
        {
            await decided.OpenAsync(Stop);
            await using var deciding = await decided.BeginTransactionAsync(Stop);
            await using var locking = new NpgsqlCommand("SELECT 1 FROM courses WHERE id = $1 FOR UPDATE", decided) { Parameters = { new() { Value = course.Id } } };
            await locking.ExecuteScalarAsync(Stop);
            var told = course.TryRegisterAsync(officer, CourseDriver.PersonOf(4));
            (await Task.WhenAny(told, Task.Delay(TimeSpan.FromSeconds(20), Stop))).ShouldBe(told);
            await (await told).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.full");
        }

        await (await course.TryRegisterAsync(officer, CourseDriver.PersonOf(1))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "courseRegistration.duplicatePerson");
        await course.DoOnAsync(officer, people[0], "cancel");
        (await course.RegisterAsync(officer, 5)).Status.ShouldBe("waitlisted");
        (await StatesAsync(course)).ShouldBe("cancelled registered1 waitlisted");
    }

    [Fact]
    public async Task A_seat_that_was_given_back_is_given_to_the_next_who_comes()
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer, 4);
        var people = await RegisterAsync(officer, course, 3);

        await course.DoOnAsync(officer, people[1], "cancel");
        await course.RegisterAsync(officer, 4);
        await course.RegisterAsync(officer, 5);
        (await StatesAsync(course)).ShouldBe("registered1 cancelled registered3 registered2 registered4");
    }

    [Theory]
    [InlineData("seat_number", "ux__course_registration__seat_taken")]
    [InlineData("person_key, homonym", "ux__course_registration__duplicate_person")]
    [InlineData("queue_number", "ux__course_registration__queue_number_taken")]
    public async Task The_table_itself_refuses_what_the_lock_keeps_out(string same, string constraint)
    {
        var officer = await SignInAsync("officer");
        var course = await CourseDriver.OpenAsync(officer);
        await course.RegisterAsync(officer, 1);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seat_number"] = "seat_number + 1",
            ["person_key, homonym"] = "homonym + 1",
            ["queue_number"] = "queue_number + 1",
        };
        values[same] = same == "person_key, homonym" ? "homonym" : same;

        // By a path that knows nothing of locks.
        var refused = await Should.ThrowAsync<PostgresException>(() => Database.ExecuteAsAdminAsync(
            $"""
            INSERT INTO course_registrations (id, province, revision, course_id, personal_code, full_name, participant_kind, person_key, organization_key, person_id, homonym, channel, notice_version, status, seat_number, queue_number, registered_by, registered_by_name, registered_at)
            SELECT gen_random_uuid(), province, 0, course_id, 'ZZZZZZ', full_name, participant_kind, person_key, organization_key, person_id, {values["person_key, homonym"]}, channel, 0, status, {values["seat_number"]}, {values["queue_number"]}, registered_by, registered_by_name, registered_at
            FROM course_registrations WHERE course_id = $1
            """,
            course.Id));

        refused.ConstraintName.ShouldBe(constraint);
    }

    private static async Task TenWhoCancelAtOnceMakeRoomForTheFirstTenAsync(HttpClient officer, CourseDriver course)
    {
        var leaving = new List<Listed>();
        foreach (var item in (await course.ListAsync(officer, "&status=registered")).Take(10))
        {
            leaving.Add(await course.ReadAsync(officer, new Listed(item.GetProperty("id").GetGuid(), string.Empty, item)));
        }

        var line = (await course.ListAsync(officer, "&status=waitlisted")).ConvertAll(static item => item.GetProperty("id").GetGuid());
        var answers = await AtOnceAsync(leaving.Count, number => course.TryOnAsync(officer, leaving[number - 1], "cancel"));

        answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.OK);
        var seated = (await course.ListAsync(officer, "&status=registered")).ConvertAll(static item => item.GetProperty("id").GetGuid());
        seated.Count.ShouldBe(Seats);
        line.Where(seated.Contains).ShouldBe(line.Take(10));
        (await course.ListAsync(officer, "&status=waitlisted")).Select(static item => item.GetProperty("position").GetInt32()).ShouldBe(Enumerable.Range(1, People - Seats - 10));
    }

    private static async Task<HttpResponseMessage[]> AtOnceAsync(int count, Func<int, Task<HttpResponseMessage>> send)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = Enumerable.Range(1, count).Select(async number =>
        {
            await start.Task;
            return await send(number);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(requests);
    }

    private static async Task<List<Listed>> RegisterAsync(HttpClient officer, CourseDriver course, int count)
    {
        var people = new List<Listed>();
        for (var number = 1; number <= count; number++)
        {
            people.Add(await course.RegisterAsync(officer, number));
        }

        return people;
    }

    /// <summary>State and seat of everybody in the order of arrival.</summary>
    private async Task<string> StatesAsync(CourseDriver course) => Convert.ToString(
        await Database.ScalarAsAdminAsync("SELECT string_agg(status || coalesce(seat_number::text, ''), ' ' ORDER BY queue_number) FROM course_registrations WHERE course_id = $1", course.Id),
        CultureInfo.InvariantCulture)!;

    private Task LetPassAsync(CourseDriver course) =>
        Database.ExecuteAsAdminAsync("UPDATE course_registrations SET confirm_by = confirm_by - interval '25 hours' WHERE course_id = $1 AND status = 'offered'", course.Id);
}
