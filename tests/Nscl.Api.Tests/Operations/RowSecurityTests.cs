using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Nscl.Application.Common;
using Nscl.Infrastructure.Persistence;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Operations;

/// <summary>Row-level security as the database's own catalogue tells it, and as the application's login meets it (S8, S9, S64, G1–G3).</summary>
public sealed class RowSecurityTests(World world) : WorldTests(world)
{
    /// <summary>Tables whose rows belong to no province: reviewed one by one.</summary>
    private static readonly string[] SharedTables =
    [
        "__EFMigrationsHistory", "admin_unit_successions", "admin_units", "agencies", "business_clock", "calendar_days", "data_protection_keys", "management_systems",
        "oauth_applications", "oauth_authorizations", "oauth_scopes", "oauth_tokens", "pack_entries", "province_successions", "provinces", "reference_items", "role_claims", "role_permissions", "roles", "standards",
        "user_claims", "user_logins", "user_roles", "user_tokens",
    ];

    [Fact]
    public async Task Every_table_has_a_province_or_is_reviewed_as_shared() =>
        (await TablesAsync("NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('province', 'owner_province') AND NOT a.attisdropped)"))
            .ShouldBe(SharedTables, ignoreOrder: true);

    [Fact]
    public async Task Every_table_with_a_province_is_under_its_policy_and_its_owner_too()
    {
        var tenant = await TenantTablesAsync();

        tenant.Count.ShouldBeGreaterThan(15);
        (await TablesAsync(
            """
            EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('province', 'owner_province') AND NOT a.attisdropped)
            AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND 1 = (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polname IN ('province_scope', 'owner_scope')))
            """)).ShouldBeEmpty();
        // A row without a province would be nobody's, and therefore never found again.
        (await TablesAsync("EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'province' AND NOT a.attnotnull AND NOT a.attisdropped)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_scope_no_table_shows_a_row_and_with_one_exactly_those_of_the_province()
    {
        await using var connection = new NpgsqlConnection(World.Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        var (wrong, filled) = (new List<string>(), 0);
        foreach (var table in await TenantTablesAsync())
        {
            var none = await CountAsync(connection, $"SELECT count(*) FROM {table}");
            var seen = await CountAsync(connection, Scope("tayNinh"), $"SELECT count(*) FROM {table}");
            var seenOfOthers = await CountAsync(connection, Scope("tayNinh"), $"SELECT count(*) FROM {table} WHERE province <> 'tayNinh'");
            var own = (long)(await World.Database.ScalarAsAdminAsync($"SELECT count(*) FROM {table} WHERE province = 'tayNinh'"))!;
            if (none != 0 || seen != own || seenOfOthers != 0)
            {
                wrong.Add($"{table}: {none} without a scope, {seen} of {own} with it, {seenOfOthers} of others");
            }

            filled += own > 0 ? 1 : 0;
        }

        wrong.ShouldBeEmpty();
        filled.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_set_of_provinces_shows_the_rows_of_each()
    {
        await using var connection = new NpgsqlConnection(World.Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        var users = (long)(await World.Database.ScalarAsAdminAsync("SELECT count(*) FROM users"))!;

        (await CountAsync(connection, Scope("tayNinh,konTum"), "SELECT count(*) FROM users")).ShouldBe(users);
        (await CountAsync(connection, Scope("tayNinh,konTu"), "SELECT count(*) FROM users")).ShouldBeLessThan(users);
    }

    [Fact]
    public async Task No_connection_of_the_pool_carries_the_scope_of_the_request_before()
    {
        using var officer = await World.SignInAsync("officer");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await officer.GetAsync("/api/v1/enterprises", Stop)).EnsureSuccessStatusCode()));
        var pool = World.Api.Services.GetRequiredService<NpgsqlDataSource>();
        var (open, used) = (new List<NpgsqlConnection>(), 0);
        try
        {
            for (var i = 0; i < 6; i++)
            {
                open.Add(await pool.OpenConnectionAsync(Stop));
                await using var command = new NpgsqlCommand("SELECT current_setting('nscl.provinces', true)", open[i]);
                // A connection that has had the setting in a transaction knows it as empty ever after; a new one does not know it.
                var left = await command.ExecuteScalarAsync(Stop);
                used += left is string ? 1 : 0;
                (left as string ?? string.Empty).ShouldBeEmpty();
            }
        }
        finally
        {
            open.ForEach(static connection => connection.Dispose());
        }

        used.ShouldBeGreaterThan(0, "no connection was one that a request had used");
    }

    [Fact]
    public async Task Going_back_to_a_savepoint_keeps_the_scope_of_the_transaction()
    {
        using var scope = World.Api.Services.CreateScope();
        var officer = SystemUser.Everywhere with { Province = "tayNinh", Provinces = ["tayNinh"] };
        using var asOfficer = scope.ServiceProvider.GetRequiredService<ICurrentUser>().ActAs(officer);
        var db = scope.ServiceProvider.GetRequiredService<NsclDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        await transaction.CreateSavepointAsync("before", Stop);
        var seen = await db.Enterprises.CountAsync(Stop);

        await transaction.RollbackToSavepointAsync("before", Stop);

        seen.ShouldBeGreaterThan(0);
        (await db.Enterprises.CountAsync(Stop)).ShouldBe(seen);
    }

    [Fact]
    public async Task A_setting_that_outlives_its_transaction_would_be_seen_to_leak()
    {
        await using var connection = new NpgsqlConnection(World.Database.AppConnectionString);
        await connection.OpenAsync(Stop);

        await CountAsync(connection, "SELECT set_config('nscl.provinces', 'tayNinh', false)", "SELECT 1::bigint");

        (await CountAsync(connection, "SELECT count(*) FROM users")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("INSERT INTO number_series (province, series, year, last_number) VALUES ('konTum', 'x', 2022, 1) RETURNING 1::bigint")]
    [InlineData("UPDATE users SET province = 'konTum' WHERE user_name = 'officer.tayninh' RETURNING 1::bigint")]
    public async Task A_row_cannot_be_written_into_another_province(string statement)
    {
        await using var connection = new NpgsqlConnection(World.Database.AppConnectionString);
        await connection.OpenAsync(Stop);

        var refused = await Should.ThrowAsync<PostgresException>(() => CountAsync(connection, Scope("tayNinh"), statement));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_application_is_no_owner_has_no_way_past_the_policies_and_adds_only_to_what_grows()
    {
        (await World.Database.ScalarAsAdminAsync(
            """
            SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb
              OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid)
              OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
              OR has_schema_privilege(r.oid, 'public', 'CREATE')
            FROM pg_roles r WHERE r.rolname = 'nscl_app'
            """)).ShouldBe(false);
        var appendOnly = DatabaseSecurity.AppendOnlyTables.Split(' ');
        appendOnly.ShouldContain("audit_entries");
        foreach (var table in appendOnly)
        {
            (await World.Database.ScalarAsAdminAsync($"SELECT has_table_privilege('nscl_app', '{table}', 'UPDATE') OR has_table_privilege('nscl_app', '{table}', 'DELETE') OR has_table_privilege('nscl_app', '{table}', 'TRUNCATE')"))
                .ShouldBe(false, table);
            (await World.Database.ScalarAsAdminAsync($"SELECT has_table_privilege('nscl_app', '{table}', 'INSERT')")).ShouldBe(true, table);
        }

        (await TablesAsync("has_table_privilege('nscl_app', c.oid, 'TRUNCATE') OR has_table_privilege('nscl_app', c.oid, 'TRIGGER')")).ShouldBeEmpty();
    }

    /// <summary>A function that runs with another's rights must answer for the scope itself and must not be led astray by a search path.</summary>
    [Fact]
    public async Task Functions_with_foreign_rights_are_those_of_the_search_and_fix_their_search_path()
    {
        (await World.Database.ScalarAsAdminAsync("SELECT string_agg(DISTINCT proowner::regrole::text, ',') FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")).ShouldBe(DatabaseSecurity.SearchRole);
        (await World.Database.ScalarAsAdminAsync("SELECT string_agg(proname, ',') FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=%', false)")).ShouldBeNull();
        (await World.Database.ScalarAsAdminAsync("SELECT count(*) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")).ShouldNotBe(0L);
    }

    private static string Scope(string provinces) => $"SELECT set_config('nscl.provinces', '{provinces}', true)";

    private Task<IReadOnlyList<string>> TenantTablesAsync() =>
        TablesAsync("EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'province' AND NOT a.attisdropped)");

    private async Task<IReadOnlyList<string>> TablesAsync(string condition) =>
        (string[]?)await World.Database.ScalarAsAdminAsync($"SELECT array_agg(c.relname::text ORDER BY c.relname) FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND ({condition})") ?? [];

    private static async Task<long> CountAsync(NpgsqlConnection connection, params string[] statements)
    {
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        object? last = null;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            last = await command.ExecuteScalarAsync(Stop);
        }

        await transaction.CommitAsync(Stop);
        return (long)last!;
    }
}
