using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Application.Common;
using Nscl.Infrastructure.Experts;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Policies;
using Nscl.Infrastructure.Subsidies;

namespace Nscl.Infrastructure.Persistence;

/// <summary>Brings a database to the schema of this version. A step of its own: the API never changes the schema at start.</summary>
public static class DatabaseMigrator
{
    /// <param name="ownerConnectionString">A login as the owner of the database, not as the application's role.</param>
    /// <param name="cancellationToken">Stops between two migrations.</param>
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        var services = new ServiceCollection().AddSingleton<ICurrentUser, SystemUser>().BuildServiceProvider();
        await using (services)
        {
            await using var owner = new NsclDbContext(NsclDbContextOptions.For(ownerConnectionString, services));
            await owner.Database.MigrateAsync(cancellationToken);
            await DatabaseSecurity.ApplyAsync(owner, cancellationToken);
            await SearchFunctions.ApplyAsync(owner, cancellationToken);
            await PolicyVersionConstraints.ApplyAsync(owner, cancellationToken);
            await ExpertAssignmentConstraints.ApplyAsync(owner, cancellationToken);
            await SubsidyUnitBalances.ApplyAsync(owner, cancellationToken);
            await RoleGrants.ApplyAsync(owner, cancellationToken);
        }
    }
}

/// <summary>The system itself, over every province: migrating, sealing, signing in. Never a user's request.</summary>
public sealed class SystemUser : ICurrentUser
{
    public static readonly CurrentUser Everywhere = new()
    {
        Id = new Guid("00000000-0000-7000-8000-000000000001"),
        UserName = "system",
        FullName = "system",
        Provinces = [ProvinceScopeInterceptor.EveryProvince],
        Rows = RowScope.All,
    };

    public CurrentUser User => Everywhere;

    public IDisposable ActAs(CurrentUser user) => throw new NotSupportedException("Outside a request there is only the system.");
}

/// <summary>Used by <c>dotnet ef</c> when a migration is written; connects to nothing.</summary>
internal sealed class NsclDbContextDesignFactory : IDesignTimeDbContextFactory<NsclDbContext>
{
    public NsclDbContext CreateDbContext(string[] args) =>
        new(NsclDbContextOptions.For("Host=localhost;Database=nscl", new ServiceCollection().AddSingleton<ICurrentUser, SystemUser>().BuildServiceProvider()));
}
