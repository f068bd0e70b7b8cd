using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Enterprises;
using Nscl.Infrastructure.Persistence;
using Npgsql;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>Key, change and answer are one (A36–A39); see <c>WireTests</c> for a death in between.</summary>
public sealed class IdempotencyTests(ClockedApiFixture fixture) : ApiTests<ClockedApiFixture>(fixture)
{
    /// <summary>Of this database alone: the copies of one template share the numbers of their tables, and the server lists the locks of all.</summary>
    private const string WaitingWriters = """
        SELECT count(*) FROM pg_locks
        WHERE NOT granted AND mode = 'RowExclusiveLock' AND relation = 'enterprises'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    [Fact]
    public async Task A_failure_after_the_change_takes_the_change_back_and_the_key_stays_free()
    {
        using var officer = await SignInNowAsync("officer");
        var (input, key) = (EnterpriseCalls.Input(), NewKey());
        await Database.ExecuteAsAdminAsync(
            """
            CREATE FUNCTION refuse_answers() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION 'test: the answer cannot be stored'; END $f$;
            CREATE TRIGGER refuse_answers BEFORE INSERT ON idempotency_records FOR EACH ROW EXECUTE FUNCTION refuse_answers();
            """);
        try
        {
            (await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await Database.ExecuteAsAdminAsync("DROP TRIGGER refuse_answers ON idempotency_records; DROP FUNCTION refuse_answers()");
        }

        (await CountAsync((string)input["taxCode"]!)).ShouldBe(0L);
        (await KeysAsync(key)).ShouldBe(0L);
        var answer = await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        using var officer = await SignInNowAsync("officer");
        var key = NewKey();

        (await officer.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input(static input => input["name"] = string.Empty).ToJsonString(), idempotencyKey: key)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await KeysAsync(key)).ShouldBe(0L);

        (await officer.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input().ToJsonString(), idempotencyKey: key)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task While_the_first_request_runs_its_twin_is_refused_and_there_is_one_row()
    {
        using var officer = await SignInNowAsync("officer");
        var (input, key) = (EnterpriseCalls.Input(), NewKey());
        await using var gate = new NpgsqlConnection(Database.AdminConnectionString);
        await gate.OpenAsync(Stop);
        Task<HttpResponseMessage> first;
        await using (var closed = await gate.BeginTransactionAsync(Stop))
        {
            await using (var close = new NpgsqlCommand("LOCK TABLE enterprises IN SHARE ROW EXCLUSIVE MODE", gate, closed))
            {
                await close.ExecuteNonQueryAsync(Stop);
            }

            // The first one holds its key and waits at the gate; the twin must not come there before it.
            first = officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key);
            while ((long)(await Database.ScalarAsAdminAsync(WaitingWriters))! == 0)
            {
                first.IsCompleted.ShouldBeFalse("the first request never came to the gate");
                await Task.Delay(20, Stop);
            }

            var twin = officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key);
            await (await twin.WaitAsync(TimeSpan.FromSeconds(15), Stop)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency.inFlight");
            await closed.CommitAsync(Stop);
        }

        var taken = await first;
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
        var third = await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key);
        third.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        third.ETagOf().ShouldBe(taken.ETagOf());
        third.Headers.Location.ShouldBe(taken.Headers.Location);
        (await third.Content.ReadAsStringAsync(Stop)).ShouldBe(await taken.Content.ReadAsStringAsync(Stop));
        (await CountAsync((string)input["taxCode"]!)).ShouldBe(1L);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_the_first_answer_stays()
    {
        using var officer = await SignInNowAsync("officer");
        var (input, key) = (EnterpriseCalls.Input(), NewKey());
        (await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key)).StatusCode.ShouldBe(HttpStatusCode.Created);

        await (await officer.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input().ToJsonString(), idempotencyKey: key)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.keyReused");

        (await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key)).Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task The_same_key_of_another_user_or_for_another_operation_is_another_key()
    {
        using var officer = await SignInNowAsync("officer");
        using var head = await SignInNowAsync("head");
        var key = NewKey();
        var first = await officer.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input().ToJsonString(), idempotencyKey: key);

        var ofAnother = await head.PostJsonAsync(EnterpriseCalls.Route, EnterpriseCalls.Input().ToJsonString(), idempotencyKey: key);
        var elsewhere = await officer.PostJsonAsync(first.Headers.Location + "/certificates", """{"systemCode":"iso9001","number":"C-1","issuer":"QUACERT","issuedOn":"2021-05-04"}""", idempotencyKey: key);

        foreach (var answer in (HttpResponseMessage[])[first, ofAnother, elsewhere])
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
            answer.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        }

        (await KeysAsync(key)).ShouldBe(3L);
    }

    [Fact]
    public async Task Answers_go_after_seven_days_and_sessions_after_thirty()
    {
        using var officer = await SignInNowAsync("officer");
        var housekeeping = Api.Services.GetRequiredService<Housekeeping>();
        var (input, key) = (EnterpriseCalls.Input(), NewKey());
        (await officer.PostJsonAsync(EnterpriseCalls.Route, input.ToJsonString(), idempotencyKey: key)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await Database.ExecuteAsAdminAsync("UPDATE idempotency_records SET created_at = created_at - interval '7 days' + interval '1 minute' WHERE key = $1", key);
        await Database.ExecuteAsAdminAsync("INSERT INTO user_sessions (id, user_id, province, started_at, last_seen_at) SELECT gen_random_uuid(), id, province, $1 - n * interval '10 days', $1 FROM users, generate_series(2, 4) n WHERE user_name = 'auditor'", Fixture.Clock.GetUtcNow());

        await housekeeping.SweepAsync(Stop);

        (await KeysAsync(key)).ShouldBe(1L);
        (await SessionsOfAuditorAsync()).ShouldBe(2L);
        await Database.ExecuteAsAdminAsync("UPDATE idempotency_records SET created_at = created_at - interval '2 minutes' WHERE key = $1", key);
        // By itself, within the hour.
        Fixture.Clock.Advance(TimeSpan.FromMinutes(61));
        for (var tries = 0; (await KeysAsync(key), await SessionsOfAuditorAsync()) is not (0L, 1L) && tries < 200; tries++)
        {
            await Task.Delay(50, Stop);
        }

        (await KeysAsync(key)).ShouldBe(0L);
        (await SessionsOfAuditorAsync()).ShouldBe(1L);
    }

    /// <summary>A session of its own: another test moves the clock beyond the life of an idle one.</summary>
    private async Task<HttpClient> SignInNowAsync(string userName) => Fixture.Clients.Of(await Fixture.Clients.BeginSessionAsync(userName));

    private static string NewKey() => Guid.CreateVersion7().ToString();

    private Task<object?> CountAsync(string taxCode) => Database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises WHERE tax_code = $1", taxCode);

    private Task<object?> KeysAsync(string key) => Database.ScalarAsAdminAsync("SELECT count(*) FROM idempotency_records WHERE key = $1", key);

    private Task<object?> SessionsOfAuditorAsync() => Database.ScalarAsAdminAsync("SELECT count(*) FROM user_sessions s JOIN users u ON u.id = s.user_id WHERE u.user_name = 'auditor'");
}
