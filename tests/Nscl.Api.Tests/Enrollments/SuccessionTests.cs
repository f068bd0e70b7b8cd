using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Enterprises;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>
/// 1 July 2025 (202/2025/QH15): Quảng Ngãi succeeds Kon Tum. One database, seen by hosts whose business dates lie before and on that day
/// (product.md §4, ADR 7).
/// </summary>
public sealed class SuccessionTests(DatabaseFixture databases) : IAsyncLifetime
{
    private const string HeirAccount = "officer.quangngai";
    private const string Enterprises = EnterpriseCalls.Route;
    private readonly List<ApiFactory> _hosts = [];
    private TestDatabase _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateDatabaseAsync(withPacks: true);
        await _database.ExecuteAsAdminAsync(
            """
            INSERT INTO users SELECT (jsonb_populate_record(u, jsonb_build_object('id', $1, 'user_name', $2, 'normalized_user_name', upper($2), 'province', 'quangNgai'))).* FROM users u WHERE user_name = 'officer';
            """,
            Guid.CreateVersion7(),
            HeirAccount);
        await _database.ExecuteAsAdminAsync("INSERT INTO user_roles SELECT h.id, r.role_id FROM users h, users u JOIN user_roles r ON r.user_id = u.id WHERE h.user_name = $1 AND u.user_name = 'officer'", HeirAccount);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_heir_sees_nothing_before_its_day_and_from_then_on_sees_edits_and_continues()
    {
        var (enterprise, dossier, code) = await FoundInKonTumAsync("2025-06-30");
        var dayBefore = HostOn("2025-06-30");
        using (var early = await dayBefore.SignInAsync(HeirAccount))
        {
            await (await early.GetAsync(enterprise.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
            await (await early.GetAsync(dossier.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");
            await (await dossier.TryAsync(early, "start-checking")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");
            (await CountAsync(early, Enterprises)).ShouldBe(0);
            (await CountAsync(early, "/api/v1/enrollments")).ShouldBe(0);
            (await CountAsync(early, "/api/v1/programs")).ShouldBe(0);
        }

        var day = HostOn("2025-07-01");
        using var heir = await day.SignInAsync(HeirAccount);
        (await CountAsync(heir, Enterprises)).ShouldBe(1);
        (await CountAsync(heir, "/api/v1/enrollments")).ShouldBe(1);
        (await heir.GetStringAsync("/api/v1/programs", Stop)).ShouldContain("KT2021");

        // Edits: the row stays the founder's.
        var edited = await heir.PutJsonAsync(enterprise.Address, Changed(enterprise.Body), (await heir.GetAsync(enterprise.Address, Stop)).ETagOf());
        edited.StatusCode.ShouldBe(HttpStatusCode.OK, await edited.Content.ReadAsStringAsync(Stop));
        (await ProvinceOfAsync("enterprises", enterprise.Id)).ShouldBe("konTum");

        // Continues: the next step of the procedure is the heir's to take.
        (await dossier.DoAsync(heir, "start-checking")).GetProperty("status").GetString().ShouldBe("checking");
        (await dossier.DoAsync(heir, "accept")).GetProperty("status").GetString().ShouldBe("valid");
        (await ProvinceOfAsync("enrollments", dossier.Id)).ShouldBe("konTum");
        (await heir.GetJsonAsync(dossier.Address)).GetProperty("code").GetString().ShouldBe(code);
        (await _database.ScalarAsAdminAsync("SELECT count(*) FROM audit_entries WHERE entity_id = $1 AND province = 'konTum' AND actor_id = (SELECT id FROM users WHERE user_name = $2)", dossier.Id, HeirAccount)).ShouldBe(2L);

        // A third province sees as little as ever.
        using var stranger = await day.SignInAsync("officer.tayninh");
        await (await stranger.GetAsync(enterprise.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        (await CountAsync(stranger, Enterprises)).ShouldBe(0);
    }

    [Fact]
    public async Task From_its_day_on_new_rows_belong_to_the_heir_and_are_founded_by_its_people_only()
    {
        var (old, _, oldCode) = await FoundInKonTumAsync("2025-06-30");
        var day = HostOn("2025-07-01");
        using var heir = await day.SignInAsync(HeirAccount);
        using var konTum = await day.SignInAsync("officer");

        var commune = (string)(await _database.ScalarAsAdminAsync("SELECT code FROM admin_units WHERE province_code = 'quangNgai' AND parent_code IS NULL AND (valid_to IS NULL OR valid_to >= '2025-07-01') AND (valid_from IS NULL OR valid_from <= '2025-07-01') ORDER BY code LIMIT 1"))!;
        var founded = await heir.RegisteredAsync(input => input["districtCode"] = commune);
        (await ProvinceOfAsync("enterprises", founded.Id)).ShouldBe("quangNgai");
        var dossier = await Dossier.DraftAsync(heir, old.Id, Dossier.Line("P50-CERT", "haccp", 60_000_000, 30_000_000));
        (await ProvinceOfAsync("enrollments", dossier.Id)).ShouldBe("quangNgai");
        await dossier.AttachSubmissionPapersAsync(heir);
        var code = (await dossier.DoAsync(heir, "submit", new { })).GetProperty("code").GetString()!;
        // One program, one series of numbers: the heir goes on where the predecessor stopped.
        oldCode.ShouldBe("KT2021-2025-0001");
        code.ShouldBe("KT2021-2025-0002");

        // Kon Tum's accounts still see and continue what was theirs, and nothing of the heir's.
        (await konTum.GetAsync(old.Address, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await konTum.GetAsync(founded.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enterprise.notFound");
        await (await konTum.GetAsync(dossier.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "enrollment.notFound");
        var refused = await (await konTum.RegisterAsync(EnterpriseCalls.Input())).ShouldBeProblemAsync(HttpStatusCode.Conflict, "province.ended");
        refused.GetProperty("args").GetProperty("heir").GetString().ShouldBe("quangNgai");
        await (await konTum.PostJsonAsync("/api/v1/enrollments", new { programCode = "KT2021", enterpriseId = old.Id })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "province.ended");
        (await _database.ScalarAsAdminAsync("SELECT count(*) FROM enterprises")).ShouldBe(2L);

        // Whom the predecessor knows the heir does not found anew.
        await (await heir.RegisterAsync(EnterpriseCalls.Input(input => (input["taxCode"], input["districtCode"]) = (old.Body.GetProperty("taxCode").GetString(), commune))))
            .ShouldBeProblemAsync(HttpStatusCode.Conflict, "enterprise.taxCodeTaken");
    }

    private async Task<(Registered Enterprise, Dossier Dossier, string Code)> FoundInKonTumAsync(string date)
    {
        using var officer = await HostOn(date).SignInAsync("officer");
        var enterprise = await officer.RegisteredAsync();
        var dossier = await Dossier.DraftAsync(officer, enterprise.Id, Dossier.Line("P50-CERT", "iso9001", 99_000_000, 45_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        return (enterprise, dossier, (await dossier.DoAsync(officer, "submit", new { })).GetProperty("code").GetString()!);
    }

    private ApiClients HostOn(string date)
    {
        var host = new ApiFactory(_database) { BusinessDate = date };
        _hosts.Add(host);
        return new ApiClients(host);
    }

    private static object Changed(JsonElement enterprise) => new
    {
        taxCode = enterprise.GetProperty("taxCode").GetString(),
        name = enterprise.GetProperty("name").GetString() + " mới",
        organizationType = enterprise.GetProperty("organizationType").GetString(),
        districtCode = enterprise.GetProperty("districtCode").GetString(),
        sectorCode = enterprise.GetProperty("sectorCode").GetString(),
    };

    private static async Task<int> CountAsync(HttpClient client, string list) => (await client.GetJsonAsync(list + "?count=true")).GetProperty("count").GetInt32();

    private async Task<string?> ProvinceOfAsync(string table, Guid id) => (string?)await _database.ScalarAsAdminAsync($"SELECT province FROM {table} WHERE id = $1", id);
}
