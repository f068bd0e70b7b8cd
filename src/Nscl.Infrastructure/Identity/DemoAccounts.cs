using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Nscl.Application.Common;
using Nscl.Domain.Enterprises;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Identity;

/// <param name="EnterpriseTaxCodes">Enterprises a representative acts for; linked as soon as they are registered.</param>
/// <param name="SectorCodes">Sectors that a partner agency manages.</param>
public sealed record DemoAccount(
    string UserName,
    string Role,
    string Province,
    string FullName,
    IReadOnlyList<string>? EnterpriseTaxCodes = null,
    IReadOnlyList<string>? SectorCodes = null);

/// <summary>The accounts of api.md §3 with invented names, all under the password of <c>Nscl:DemoPassword</c>.</summary>
public sealed class DemoAccounts(UserManager<NsclUser> users, ICurrentUser current, IConfiguration configuration) : IDemoSeed
{
    public const string PasswordSetting = "Nscl:DemoPassword";

    public static IReadOnlyList<DemoAccount> All { get; } = Read();

    public int Order => DemoSeedOrder.Accounts;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        var password = configuration[PasswordSetting] ?? throw new InvalidOperationException($"{PasswordSetting} is not set.");
        foreach (var account in All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var user = await users.FindByNameAsync(account.UserName);
            if (user is null)
            {
                user = new NsclUser { Id = Guid.CreateVersion7(), UserName = account.UserName, FullName = account.FullName, Province = account.Province, SectorCodes = [.. account.SectorCodes ?? []] };
                Expect(await users.CreateAsync(user, password));
            }

            if (!await users.IsInRoleAsync(user, account.Role))
            {
                Expect(await users.AddToRoleAsync(user, account.Role));
            }
        }
    }

    private static List<DemoAccount> Read()
    {
        using var stream = typeof(DemoAccounts).Assembly.GetManifestResourceStream("demo-accounts.json")!;
        return JsonSerializer.Deserialize<List<DemoAccount>>(stream, JsonSerializerOptions.Web)!;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("A demo account was refused: " + string.Join(", ", result.Errors.Select(static error => error.Code)));
        }
    }
}

/// <summary>Gives the demo's representatives the enterprises they act for, found by tax code within their province.</summary>
internal sealed class DemoRepresentatives(NsclDbContext db, ICurrentUser current) : IDemoSeed
{
    public int Order => DemoSeedOrder.Representatives;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        foreach (var account in DemoAccounts.All.Where(static account => account.EnterpriseTaxCodes is not null))
        {
            var taxCodes = account.EnterpriseTaxCodes!;
            var user = await db.Users.SingleAsync(row => row.UserName == account.UserName, cancellationToken);
            var enterprises = await db.Set<Enterprise>().IgnoreQueryFilters()
                .Where(enterprise => enterprise.Province == account.Province && taxCodes.Contains(enterprise.TaxCode))
                .OrderBy(static enterprise => enterprise.TaxCode)
                .Select(static enterprise => enterprise.Id)
                .ToListAsync(cancellationToken);
            if (!user.EnterpriseIds.SequenceEqual(enterprises))
            {
                user.EnterpriseIds = enterprises;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed class DemoCallers(NsclDbContext db, SessionDirectory sessions, ICurrentUser current) : IDemoCallers
{
    public async Task<CurrentUser> FindAsync(string userName, CancellationToken cancellationToken)
    {
        using var asSystem = current.ActAs(SystemUser.Everywhere);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.UserName == userName, cancellationToken)
            ?? throw new InvalidOperationException($"There is no account {userName}.");
        return await sessions.DescribeAsync(db, user, cancellationToken);
    }
}
