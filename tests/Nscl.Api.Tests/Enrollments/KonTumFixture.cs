using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;
using Nscl.TestSupport;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>Kon Tum with program KT2021 as its pack has it, and the demo's enterprises.</summary>
public class KonTumFixture(DatabaseFixture databases) : ApiFixture(databases)
{
    public const string Ginseng = "6101990019";
    public const string Coffee = "6101990026";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Api.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var asSystem = services.GetRequiredService<ICurrentUser>().ActAs(SystemUser.Everywhere);
        var db = services.GetRequiredService<NsclDbContext>();
        if (!await db.Programs.AnyAsync())
        {
            var pack = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFiles.PathOf("packs", "KT2021.json")))!["programs"]![0]!.AsObject();
            var versions = pack["policyVersions"]!.AsArray();
            pack.Remove("policyVersions");
            pack.Remove("province");
            var program = SupportProgram.Create("konTum", DomainJson.Deserialize<ProgramContent>(pack.ToJsonString()));
            db.Programs.Add(program);
            db.PolicyVersions.Add(PolicyVersion.Create("konTum", program.Id, program.Code, DomainJson.Deserialize<PolicyVersionContent>(versions[0]!.ToJsonString()), []));
            await db.SaveChangesAsync();
        }

        foreach (var order in (int[])[DemoSeedOrder.Enterprises, DemoSeedOrder.Representatives])
        {
            await using var step = Api.Services.CreateAsyncScope();
            foreach (var seed in step.ServiceProvider.GetServices<IDemoSeed>().Where(candidate => candidate.Order == order))
            {
                await seed.SeedAsync(CancellationToken.None);
            }
        }
    }

    public async Task<Guid> EnterpriseIdAsync(string taxCode) =>
        (Guid)(await Database.ScalarAsAdminAsync("SELECT id FROM enterprises WHERE tax_code = $1", taxCode))!;
}
