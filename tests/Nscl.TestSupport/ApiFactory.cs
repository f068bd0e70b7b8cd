using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Nscl.TestSupport;

/// <summary>The real API in memory on a real database, with its own file storage.</summary>
public sealed class ApiFactory(TestDatabase database) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _storage = Directory.CreateTempSubdirectory("nscl-files-");

    /// <summary>Clock of the host; null leaves the real one.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Business date as <c>yyyy-MM-dd</c> or <c>real</c>; null leaves what the environment starts with.</summary>
    public string? BusinessDate { get; init; }

    /// <summary>Further settings, as <c>Section:Key</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services after the host has registered its own.</summary>
    public Action<IServiceCollection>? Override { get; init; }

    /// <summary>Environment the host believes to run in.</summary>
    public string Environment { get; init; } = Environments.Development;

    /// <summary>Hashes passwords at full cost. Without it signing in costs next to nothing; the accounts of the template are hashed so.</summary>
    public bool FullPasswordHashing { get; init; }

    /// <summary>Where this host keeps uploaded files.</summary>
    public string StoragePath => _storage.FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_storage.Exists)
        {
            _storage.Delete(recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("ConnectionStrings:Nscl", database.AppConnectionString);
        builder.UseSetting("ConnectionStrings:NsclOwner", database.OwnerConnectionString);
        builder.UseSetting("Nscl:StoragePath", StoragePath);
        // Only what went wrong is worth a line in a test log.
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Error");
        if (BusinessDate is not null)
        {
            builder.UseSetting("Nscl:BusinessDate", BusinessDate);
        }

        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null)
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton(Clock);
            }

            if (!FullPasswordHashing)
            {
                services.Configure<PasswordHasherOptions>(static options => options.IterationCount = 1);
            }

            Override?.Invoke(services);
        });
    }
}
