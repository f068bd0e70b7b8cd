using Npgsql;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Persistence;

/// <summary>The roles that row-level security and the separation of duties in the database rest on (S8, S64).</summary>
public sealed class DatabaseRolesTests(DatabaseFixture fixture) : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await fixture.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task No_login_but_the_administrator_may_look_past_row_level_security() =>
        (await _database.ScalarAsAdminAsync("SELECT string_agg(rolname, ',') FROM pg_roles WHERE rolcanlogin AND (rolsuper OR rolbypassrls)"))
            .ShouldBe("postgres");

    [Fact]
    public async Task Search_role_cannot_log_in() =>
        (await _database.ScalarAsAdminAsync("SELECT rolbypassrls AND NOT rolcanlogin FROM pg_roles WHERE rolname = 'nscl_search'")).ShouldBe(true);

    [Fact]
    public async Task App_role_owns_nothing() =>
        (await _database.ScalarAsAdminAsync("SELECT count(*) FROM pg_class WHERE relowner = 'nscl_app'::regrole")).ShouldBe(0L);

    [Theory]
    [InlineData("CREATE TABLE intruder (id int)")]
    [InlineData("CREATE TEMPORARY TABLE intruder (id int)")]
    [InlineData("CREATE SCHEMA intruder")]
    [InlineData("SET ROLE nscl_owner")]
    [InlineData("SET ROLE nscl_search")]
    public async Task App_role_is_refused_when_it_reaches_for_more(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.AppConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Owner_may_hand_a_function_to_the_search_role()
    {
        await using var connection = new NpgsqlConnection(_database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            CREATE FUNCTION public.probe() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public RETURN 1;
            ALTER FUNCTION public.probe() OWNER TO nscl_search;
            """,
            connection);

        await Should.NotThrowAsync(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Lower_knows_Vietnamese_letters() =>
        (await _database.ScalarAsAdminAsync("SELECT lower($1)", "\u0110\u00CCNH")).ShouldBe("\u0111\u00ECnh");

    [Fact]
    public async Task Copies_of_the_template_are_independent()
    {
        await using var other = await fixture.CreateDatabaseAsync();
        await _database.ExecuteAsAdminAsync("CREATE TABLE only_here (id int)");

        (await other.ScalarAsAdminAsync("SELECT to_regclass('only_here')::text")).ShouldBeNull();
    }
}
