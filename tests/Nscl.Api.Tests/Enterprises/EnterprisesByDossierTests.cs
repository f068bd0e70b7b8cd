using System.Net;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>The list narrowed to enterprises that have a dossier in a state.</summary>
public sealed class EnterprisesByDossierTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task List_keeps_enterprises_with_a_dossier_in_the_state_by_revenue()
    {
        var officer = await SignInAsync("officer");
        await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", "haccp", 80_000_000, 40_000_000));
        await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", "gmp", 80_000_000, 40_000_000));
        await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), Dossier.Line("P50-CERT", "haccp", 80_000_000, 40_000_000));

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await officer.GetJsonAsync($"{EnterpriseCalls.Route}?enrollmentStatus=draft&sort=-annualRevenue&limit=1&count=true{(cursor is null ? null : "&cursor=" + cursor)}");
            page.GetProperty("count").GetInt32().ShouldBe(2);
            names.AddRange(EnterpriseCalls.NamesOf(page));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        var byRevenue = EnterpriseCalls.NamesOf(await officer.GetJsonAsync($"{EnterpriseCalls.Route}?sort=-annualRevenue&limit=100"));
        names.Count.ShouldBe(2);
        names.ShouldBe(byRevenue.Where(names.Contains));
        EnterpriseCalls.NamesOf(await officer.GetJsonAsync($"{EnterpriseCalls.Route}?enrollmentStatus=draft&sectorCode=coffee")).Length.ShouldBe(1);
        EnterpriseCalls.NamesOf(await officer.GetJsonAsync($"{EnterpriseCalls.Route}?enrollmentStatus=expired")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_does_not_give_away_a_decision_that_is_not_published()
    {
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var enterprise = await SignInAsync("enterprise");
        var dossier = await Dossier.DraftAsync(enterprise, await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), Dossier.Line("P50-CERT", "iso22000", 99_000_000, 45_000_000));
        await dossier.AttachSubmissionPapersAsync(enterprise);
        await dossier.DoAsync(enterprise, "submit", new { });
        await dossier.BringToApprovalAsync(officer);
        await dossier.DoAsync(director, "approve", new { decisionNumber = "15/QĐ-SKHCN", decisionDate = "2022-10-03" });

        (await FoundAsync(director, "approved")).ShouldBe(1);
        (await FoundAsync(enterprise, "approved")).ShouldBe(0);
        (await FoundAsync(enterprise, "pendingApproval")).ShouldBe(1);

        await dossier.DoAsync(director, "publish-decision");
        (await FoundAsync(enterprise, "approved")).ShouldBe(1);
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("admin")]
    public async Task List_by_dossier_is_refused_to_those_who_see_no_dossiers(string userName) =>
        await (await (await SignInAsync(userName)).GetAsync($"{EnterpriseCalls.Route}?enrollmentStatus=draft", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");

    private static async Task<int> FoundAsync(HttpClient client, string status) =>
        (await client.GetJsonAsync($"{EnterpriseCalls.Route}?enrollmentStatus={status}&count=true")).GetProperty("count").GetInt32();
}
