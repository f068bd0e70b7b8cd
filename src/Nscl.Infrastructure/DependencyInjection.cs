using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Nscl.Application.Audit;
using Nscl.Application.Calendar;
using Nscl.Application.Common;
using Nscl.Application.Files;
using Nscl.Application.Identity;
using Nscl.Application.Packs;
using Nscl.Application.Training;
using Nscl.Infrastructure.Audit;
using Nscl.Infrastructure.Awards;
using Nscl.Infrastructure.Commendations;
using Nscl.Infrastructure.Calendar;
using Nscl.Infrastructure.Enrollments;
using Nscl.Infrastructure.Enterprises;
using Nscl.Infrastructure.Experts;
using Nscl.Infrastructure.Files;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Packs;
using Nscl.Infrastructure.Outreach;
using Nscl.Infrastructure.Persistence;
using Nscl.Infrastructure.Training;

namespace Nscl.Infrastructure;

public static class DependencyInjection
{
    public const string ConnectionName = "Nscl";

    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RequestContext>();
        services.AddSingleton<ICurrentUser>(static provider => provider.GetRequiredService<RequestContext>());
        services.AddSingleton<IUseCaseContext>(static provider => provider.GetRequiredService<RequestContext>());
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<IBusinessClock>(static provider => provider.GetRequiredService<BusinessClock>());
        services.AddSingleton<SharedRows>();
        services.AddSingleton(_ => DataSource(configuration));
        services.AddSingleton(provider => new ConnectionQueue(
            Math.Max(1, new NpgsqlConnectionStringBuilder(provider.GetRequiredService<NpgsqlDataSource>().ConnectionString).MaxPoolSize - ConnectionQueue.Reserved),
            TimeSpan.FromSeconds(configuration.GetValue(ConnectionQueue.WaitSetting, ConnectionQueue.DefaultWaitSeconds))));
        services.AddDbContextPool<NsclDbContext>(static (provider, builder) => NsclDbContextOptions.Configure(
            builder,
            provider,
            options => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), NsclDbContextOptions.Npgsql).AddInterceptors(provider.GetRequiredService<ConnectionQueue>())));
        services.AddScoped<INsclDb>(static provider => provider.GetRequiredService<NsclDbContext>());
        services.AddSingleton<ICursorCodec, CursorCodec>();
        services.AddSingleton<WorkingDaysCache>();
        services.AddScoped<IWorkingDays, WorkingDays>();
        services.AddHostedService<SupplementDeadlines>();
        services.AddSingleton<Housekeeping>();
        services.AddHostedService(static provider => provider.GetRequiredService<Housekeeping>());

        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Nscl")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IFileStore, FileSystemStore>();
        services.AddSingleton<ISpreadsheets, Spreadsheets>();
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddSingleton<ITrainingPapers, TrainingPapers>();
        services.AddSingleton<CertificateIssuing>();
        services.AddSingleton<ICertificateIssuing>(static provider => provider.GetRequiredService<CertificateIssuing>());
        services.AddHostedService(static provider => provider.GetRequiredService<CertificateIssuing>());
        services.AddSingleton<IAuditAnchor, FileAuditAnchor>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(static provider => provider.GetRequiredService<AuditSealer>());

        services.AddSingleton<IPackSchema, PackSchema>();
        services.AddSingleton<IProvinceAccounts, ProvinceAccounts>();
        services.AddScoped<IAccountDirectory, AccountDirectory>();
        services.AddSingleton<SessionDirectory>();
        services.AddDataProtection().SetApplicationName("Nscl").PersistKeysToDbContext<NsclDbContext>();
        services.AddIdentityCore<NsclUser>(static options =>
            {
                // Length instead of composition rules (ASVS 5.0 V6.2), 14 as long as there is no second factor (S13).
                options.Password.RequiredLength = 14;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_@";
            })
            .AddRoles<NsclRole>()
            .AddPasswordValidator<CommonPasswords>()
            .AddEntityFrameworkStores<NsclDbContext>();
        // PBKDF2-HMAC-SHA512 with the count of ASVS 5.0 appendix C; an older hash is renewed at the next sign-in (S15).
        services.Configure<PasswordHasherOptions>(static options => options.IterationCount = 210_000);
        services.AddScoped<IDemoCallers, DemoCallers>();
        services.AddScoped<IDemoSeed, DemoAccounts>();
        services.AddScoped<IDemoSeed, DemoEnterprises>();
        services.AddScoped<IDemoSeed, DemoRepresentatives>();
        services.AddScoped<IDemoSeed, DemoEnrollments>();
        services.AddScoped<IDemoSeed, DemoPacks>();
        services.AddScoped<IDemoSeed, DemoCourses>();
        services.AddScoped<IDemoSeed, DemoExperts>();
        services.AddScoped<IDemoSeed, DemoAwards>();
        services.AddScoped<IDemoSeed, DemoOutreach>();
        services.AddScoped<IDemoSeed, DemoCommendations>();
        return services;
    }

    private static NpgsqlDataSource DataSource(IConfiguration configuration)
    {
        var connection = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(ConnectionName)
            ?? throw new InvalidOperationException("ConnectionStrings:Nscl is not set."))
        {
            ApplicationName = "nscl-api",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Nothing outlives a transaction on these connections – the tenant setting and all locks are local to it –, so there is nothing to reset.
            NoResetOnClose = true,
        };
        if (connection.Timeout == 15)
        {
            // A black-holed database must answer 503 soon, not hang (R6).
            connection.Timeout = 3;
        }

        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }
}
