using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Nscl.TestSupport;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>One host on its own copy of the migrated database, shared by the tests of a class.</summary>
public class ApiFixture(DatabaseFixture databases) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ApiFactory? _api;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("Not initialised.");

    public ApiFactory Api => _api ?? throw new InvalidOperationException("Not initialised.");

    public ApiClients Clients => field ??= new ApiClients(Api);

    /// <summary>A client of a demo account (api.md §3).</summary>
    public Task<HttpClient> SignInAsync(string userName) => Clients.SignInAsync(userName);

    public virtual async ValueTask InitializeAsync()
    {
        _database = await CreateDatabaseAsync(databases);
        _api = CreateApi(_database);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected virtual Task<TestDatabase> CreateDatabaseAsync(DatabaseFixture databases) => databases.CreateDatabaseAsync();

    protected virtual ApiFactory CreateApi(TestDatabase database) => new(database);
}

/// <summary>A host whose database holds the shipped packs: programs, policies, administrative units, agencies, reference lists.</summary>
public class PacksFixture(DatabaseFixture databases) : ApiFixture(databases)
{
    protected override Task<TestDatabase> CreateDatabaseAsync(DatabaseFixture databases) => databases.CreateDatabaseAsync(withPacks: true);
}

/// <summary>Tests over HTTP against the real database.</summary>
public abstract class ApiTests<TFixture>(TFixture fixture) : IClassFixture<TFixture>
    where TFixture : ApiFixture
{
    protected TFixture Fixture { get; } = fixture;

    protected TestDatabase Database => Fixture.Database;

    protected ApiFactory Api => Fixture.Api;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A client nobody is signed in with.</summary>
    protected HttpClient Anonymous => field ??= Fixture.Clients.Anonymous();

    /// <summary>A client of a demo account (api.md §3).</summary>
    protected Task<HttpClient> SignInAsync(string userName) => Fixture.SignInAsync(userName);

    protected static async Task<JsonElement> JsonOf(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>(Stop);

    protected static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}

public abstract class ApiTests(ApiFixture fixture) : ApiTests<ApiFixture>(fixture);
