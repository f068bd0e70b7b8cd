using System.Text.Json;
using Nscl.Api.Platform;
using Nscl.Api.Tests.Platform;
using Nscl.Application.Common;
using Nscl.Infrastructure.Identity;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Identity;

public sealed class DemoAccountTests(ApiFixture fixture) : ApiTests(fixture)
{
    /// <summary>The table of api.md §3.</summary>
    [Theory]
    [InlineData("admin", "systemAdministrator", "konTum")]
    [InlineData("officer", "programOfficer", "konTum")]
    [InlineData("officer2", "programOfficer", "konTum")]
    [InlineData("head", "divisionHead", "konTum")]
    [InlineData("director", "programDirector", "konTum")]
    [InlineData("clerk", "recordsClerk", "konTum")]
    [InlineData("accountant", "accountant", "konTum")]
    [InlineData("chief.accountant", "chiefAccountant", "konTum")]
    [InlineData("finance", "financeOfficer", "konTum")]
    [InlineData("leader", "provincialLeader", "konTum")]
    [InlineData("council.chair", "councilMember", "konTum")]
    [InlineData("council.reviewer", "councilMember", "konTum")]
    [InlineData("council.member1", "councilMember", "konTum")]
    [InlineData("council.member2", "councilMember", "konTum")]
    [InlineData("council.secretary", "councilMember", "konTum")]
    [InlineData("partner", "partnerOfficer", "konTum")]
    [InlineData("expert", "expert", "konTum")]
    [InlineData("provider", "provider", "konTum")]
    [InlineData("auditor", "auditor", "konTum")]
    [InlineData("enterprise", "enterpriseRepresentative", "konTum")]
    [InlineData("enterprise.coffee", "enterpriseRepresentative", "konTum")]
    [InlineData("officer.tayninh", "programOfficer", "tayNinh")]
    [InlineData("director.tayninh", "programDirector", "tayNinh")]
    [InlineData("enterprise.tayninh", "enterpriseRepresentative", "tayNinh")]
    public async Task Account_signs_in_with_its_role_and_province(string userName, string role, string province)
    {
        using var client = await SignInAsync(userName);

        var session = await client.GetJsonAsync(ApiClients.SessionRoute);

        session.GetProperty("user").GetProperty("userName").GetString().ShouldBe(userName);
        session.GetProperty("user").GetProperty("fullName").GetString().ShouldNotBeNullOrWhiteSpace();
        session.GetProperty("roles").EnumerateArray().Select(static item => item.GetString()).ShouldBe([role]);
        session.GetProperty("province").GetProperty("code").GetString().ShouldBe(province);
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        var before = await AccountsAsync();

        await DemoSeeding.SeedAsync(Api.Services, DemoSeedOrder.Accounts, Stop);

        (await AccountsAsync()).ShouldBe(before);
        DemoAccounts.All.Count.ShouldBe(24);
        (await Database.ScalarAsAdminAsync("SELECT count(*) FROM users")).ShouldBe(24L);
    }

    [Fact]
    public async Task Demo_client_reads_everything_and_hands_in_dossiers()
    {
        var scopes = JsonSerializer.Deserialize<string[]>((string)(await Database.ScalarAsAdminAsync("SELECT permissions FROM oauth_applications WHERE client_id = 'demo-integration'"))!)!
            .Where(static permission => permission.StartsWith("scp:", StringComparison.Ordinal)).Select(static permission => permission["scp:".Length..]).ToList();

        scopes.ShouldContain("enrollments.create");
        scopes.ShouldAllBe(static scope => scope == "enrollments.create" || scope.EndsWith(".read"));
        scopes.ShouldContain("enterprises.read");
    }

    private async Task<object?> AccountsAsync() => await Database.ScalarAsAdminAsync(
        "SELECT string_agg(u.id::text || u.concurrency_stamp || u.password_hash || r.name, ';' ORDER BY u.user_name) FROM users u JOIN user_roles l ON l.user_id = u.id JOIN roles r ON r.id = l.role_id");
}
