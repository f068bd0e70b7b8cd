using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Nscl.Api.Platform;
using Nscl.Application.Common;
using Nscl.Infrastructure.Persistence;
using Nscl.LocalDatabase;
using Xunit;

namespace Nscl.TestSupport;

/// <summary>
/// Starts one database server per test assembly, migrates a template once and hands out copies of it, one per test class,
/// so that classes may run side by side and none sees another's rows. The template holds the demo accounts and nothing else of the demo; a second one, made when it is
/// first asked for, the packs besides.
/// </summary>
/// <remarks>Registered with <c>[assembly: AssemblyFixture(typeof(DatabaseFixture))]</c>.</remarks>
public sealed class DatabaseFixture : IAsyncLifetime
{
    private const string Template = "nscl_template";
    private const string TemplateWithPacks = "nscl_template_packs";
    private const string OwnerPassword = "owner-of-test-databases";
    private const string AppPassword = "app-of-test-databases";
    private readonly SemaphoreSlim _copying = new(1, 1);
    private TestDatabaseServer? _server;
    private bool _hasPacks;
    private int _copies;

    /// <summary>Connection string of the superuser, for tests that must look past roles and row-level security.</summary>
    public string AdminConnectionString => _server?.AdminConnectionString ?? throw new InvalidOperationException("The fixture is not initialised.");

    public async ValueTask InitializeAsync()
    {
        _server = await TestDatabaseServer.StartAsync();
        TestContext.Current.SendDiagnosticMessage(_server.Description);
        await DatabaseProvisioning.ProvisionAsync(AdminConnectionString, Template, OwnerPassword, AppPassword);
        // A template must have no connections while it is copied.
        var owner = new NpgsqlConnectionStringBuilder(ConnectionString(Template, DatabaseProvisioning.OwnerRole, OwnerPassword)) { Pooling = false };
        await DatabaseMigrator.MigrateAsync(owner.ConnectionString);
        await SeedAsync(Template, DemoSeedOrder.Accounts);
        await SealTemplateAsync(Template);
    }

    /// <summary>A fresh copy of the migrated template; dispose it to drop it.</summary>
    /// <param name="withPacks">With the shipped packs imported: programs, policies, units, agencies, lists.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(bool withPacks = false)
    {
        var name = $"test_{Interlocked.Increment(ref _copies)}";
        await _copying.WaitAsync();
        try
        {
            if (withPacks && !_hasPacks)
            {
                await CopyAsync(Template, TemplateWithPacks);
                await SeedAsync(TemplateWithPacks, DemoSeedOrder.Packs);
                await SealTemplateAsync(TemplateWithPacks);
                _hasPacks = true;
            }

            await CopyAsync(withPacks ? TemplateWithPacks : Template, name);
        }
        finally
        {
            _copying.Release();
        }

        return new TestDatabase(
            ConnectionString(name, DatabaseProvisioning.AppRole, AppPassword),
            ConnectionString(name, DatabaseProvisioning.OwnerRole, OwnerPassword),
            new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = name, MaxPoolSize = 5 }.ConnectionString,
            () => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    public async ValueTask DisposeAsync()
    {
        _copying.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task CopyAsync(string template, string name)
    {
        // FILE_COPY is the fastest strategy while nothing is flushed to disk.
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY OWNER {DatabaseProvisioning.OwnerRole}");
        await using var server = new NpgsqlConnection(AdminConnectionString);
        await server.OpenAsync();
        await DatabaseProvisioning.GrantConnectAsync(server, name);
    }

    private Task SealTemplateAsync(string name) => ExecuteAsync($"ALTER DATABASE {name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");

    private async Task SeedAsync(string name, int lastOrder)
    {
        await using var template = new TestDatabase(
            ConnectionString(name, DatabaseProvisioning.AppRole, AppPassword),
            ConnectionString(name, DatabaseProvisioning.OwnerRole, OwnerPassword),
            new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = name }.ConnectionString,
            static () => Task.CompletedTask);
        await using (var api = new ApiFactory(template))
        {
            await DemoSeeding.SeedAsync(api.Services, lastOrder, CancellationToken.None);
            // The first use makes the key ring, which every copy then has already.
            api.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("template").Protect("template");
        }

        // Every host starts its own business clock.
        await template.ExecuteAsAdminAsync("DELETE FROM business_clock");
    }

    private string ConnectionString(string database, string role, string password) =>
        new NpgsqlConnectionStringBuilder(DatabaseProvisioning.ConnectionStringFor(AdminConnectionString, database, role, password))
        {
            MaxPoolSize = 20,
            IncludeErrorDetail = true,
        }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
