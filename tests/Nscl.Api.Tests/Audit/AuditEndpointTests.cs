using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Platform;
using Nscl.Infrastructure.Audit;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Audit;

public sealed class AuditEndpointTests(ApiFixture fixture) : ApiTests(fixture)
{
    private const string Entries = "/api/v1/audit-entries";

    [Fact]
    public async Task Trail_is_read_newest_first_page_by_page_and_by_filter()
    {
        for (var round = 0; round < 3; round++)
        {
            await Fixture.Clients.BeginSessionAsync("provider");
        }

        await Anonymous.PostJsonAsync(ApiClients.SessionRoute, new { userName = "provider", password = "wrong" });
        using var auditor = await SignInAsync("auditor");
        var actor = (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM users WHERE user_name = 'provider'"))!;

        var first = await auditor.GetJsonAsync($"{Entries}?actorId={actor}&limit=2&count=true");
        var second = await auditor.GetJsonAsync($"{Entries}?actorId={actor}&limit=2&cursor={first.GetProperty("nextCursor").GetString()}");
        var signIns = await auditor.GetJsonAsync($"{Entries}?entityId={actor}&action=SignIn&sort=occurredAt");

        first.GetProperty("count").GetInt32().ShouldBe(4);
        second.TryGetProperty("nextCursor", out _).ShouldBeFalse();
        var all = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).ToList();
        all.ConvertAll(static item => item.GetProperty("action").GetString()).ShouldBe(["SignInRefused", "SignIn", "SignIn", "SignIn"]);
        all.ConvertAll(static item => item.GetProperty("occurredAt").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        all[0].GetProperty("actor").GetProperty("name").GetString().ShouldBe((string?)await Database.ScalarAsAdminAsync("SELECT full_name FROM users WHERE user_name = 'provider'"));
        signIns.GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Days_of_the_filter_are_Vietnamese_days_with_both_ends()
    {
        await Fixture.Clients.BeginSessionAsync("expert");
        using var auditor = await SignInAsync("auditor");
        var actor = await Database.ScalarAsAdminAsync("SELECT id FROM users WHERE user_name = 'expert'");
        // 23:59:59.999999 of 4 March 2023 in Vietnam.
        await Database.ExecuteAsAdminAsync("UPDATE audit_entries SET occurred_at = '2023-03-04 16:59:59.999999Z' WHERE actor_id = $1", actor!);

        async Task<int> CountAsync(string range) => (await auditor.GetJsonAsync($"{Entries}?actorId={actor}&{range}")).GetProperty("items").GetArrayLength();

        (await CountAsync("from=2023-03-04&to=2023-03-04")).ShouldBe(1);
        (await CountAsync("to=2023-03-03")).ShouldBe(0);
        (await CountAsync("from=2023-03-05")).ShouldBe(0);
    }

    [Fact]
    public async Task Cursor_of_another_list_or_with_a_changed_byte_is_refused()
    {
        using var auditor = await SignInAsync("auditor");
        await Fixture.Clients.BeginSessionAsync("auditor");
        var cursor = (await auditor.GetJsonAsync($"{Entries}?limit=1")).GetProperty("nextCursor").GetString()!;
        (await auditor.GetAsync($"{Entries}?limit=1&cursor={cursor}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var changed = cursor[..20] + (cursor[20] == 'A' ? 'B' : 'A') + cursor[21..];

        await (await auditor.GetAsync($"{Entries}?limit=1&cursor={changed}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        await (await auditor.GetAsync($"{Entries}?limit=1&action=SignIn&cursor={cursor}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
        await (await auditor.GetAsync($"{Entries}?limit=1&sort=occurredAt&cursor={cursor}", Stop)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");
    }

    [Fact]
    public async Task Another_province_s_acts_are_not_there()
    {
        await Fixture.Clients.BeginSessionAsync("officer.tayninh");
        using var auditor = await SignInAsync("auditor");
        var stranger = await Database.ScalarAsAdminAsync("SELECT id FROM users WHERE user_name = 'officer.tayninh'");

        (await auditor.GetJsonAsync($"{Entries}?actorId={stranger}")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Verification_says_what_the_chain_is_like()
    {
        await Fixture.Clients.BeginSessionAsync("leader");
        using var auditor = await SignInAsync("auditor");
        await Api.Services.GetRequiredService<AuditSealer>().SealAsync(Stop);

        var answer = await auditor.PostJsonAsync("/api/v1/audit-verifications");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var found = await answer.JsonAsync();
        found.GetProperty("province").GetString().ShouldBe("konTum");
        found.GetProperty("head").GetProperty("hash").GetString()!.Length.ShouldBe(64);
        found.GetProperty("anchor").GetProperty("count").GetInt64().ShouldBe(found.GetProperty("sealedCount").GetInt64());
        found.GetProperty("unsealedCount").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Verification_of_a_province_outside_the_caller_s_scope_is_404()
    {
        using var auditor = await SignInAsync("auditor");

        await (await auditor.PostJsonAsync("/api/v1/audit-verifications", new { province = "tayNinh" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "province.notFound");
    }
}
