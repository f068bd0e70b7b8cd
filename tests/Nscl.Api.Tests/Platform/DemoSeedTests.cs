using System.Globalization;
using Nscl.Api.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

/// <summary>The whole demo of api.md §3: packs, enterprises, representatives and dossiers in every state.</summary>
public sealed class DemoFixture(DatabaseFixture databases) : ApiFixture(databases)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemoSeeding.SeedAsync(Api.Services, int.MaxValue, CancellationToken.None);
    }
}

public sealed class DemoSeedTests(DemoFixture fixture) : ApiTests<DemoFixture>(fixture)
{
    [Fact]
    [SourceFact("S4.21")]
    public async Task The_demo_holds_the_ready_draft_and_dossiers_in_every_state_and_a_second_run_changes_nothing()
    {
        var officer = await SignInAsync("officer");
        var items = (await officer.GetJsonAsync("/api/v1/enrollments?limit=100")).GetProperty("items").EnumerateArray().ToList();

        items.Select(static item => item.GetProperty("status").GetString()).Distinct().ShouldBe(
            ["draft", "submitted", "checking", "supplementRequired", "valid", "appraised", "pendingApproval", "approved", "rejected", "refused", "withdrawn"],
            ignoreOrder: true);
        var enterprise = await SignInAsync("enterprise");
        var draft = (await enterprise.GetJsonAsync("/api/v1/enrollments")).GetProperty("items")[0];
        draft.GetProperty("requestedTotal").GetInt64().ShouldBe(197_000_000);
        var page = await enterprise.GetJsonAsync($"/api/v1/enrollments/{draft.GetProperty("id").GetGuid()}");
        page.GetProperty("allowedActions").EnumerateArray().Select(static action => action.GetString()).ShouldContain("submit");

        var before = await CountAsync();
        await DemoSeeding.SeedAsync(Api.Services, int.MaxValue, Stop);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_programs_of_both_provinces_stand_in_their_own_lists()
    {
        (await CodesAsync("officer")).ShouldContain("KT2021");
        (await CodesAsync("officer.tayninh")).ShouldBe(["TN2019"]);

        async Task<IReadOnlyList<string?>> CodesAsync(string user)
        {
            var client = await SignInAsync(user);
            return [.. (await client.GetJsonAsync("/api/v1/programs")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("code").GetString())];
        }
    }

    [Fact]
    public async Task A_program_page_names_its_agencies_and_no_fact_numbers()
    {
        var officer = await SignInAsync("officer");
        var program = (await officer.GetJsonAsync("/api/v1/programs?code=KT2021")).GetProperty("items")[0];

        var text = await officer.GetStringAsync($"/api/v1/programs/{program.GetProperty("id").GetGuid()}", Stop);

        text.ShouldContain("\"agencies\"");
        text.ShouldNotContain("\"facts\"");
        text.ShouldNotContain("S3.");
    }

    [Fact]
    [SourceFact("S2.17")]
    public async Task Tay_Ninh_has_its_three_winners_of_2018_supported_in_2019_with_the_amount_not_stated()
    {
        var officer = await SignInAsync("officer.tayninh");
        var wins = (await officer.GetJsonAsync("/api/v1/award-wins?year=2018")).GetProperty("items").EnumerateArray().ToList();

        wins.Select(static win => win.GetProperty("level").GetString()).ShouldBe(["gold", "awardLegacy", "awardLegacy"], ignoreOrder: true);
        foreach (var win in wins)
        {
            var support = (await officer.GetJsonAsync($"/api/v1/award-wins/{win.GetProperty("id").GetGuid()}")).GetProperty("entitlement");
            (support.GetProperty("budgetYear").GetInt32(), support.GetProperty("outcome").GetString()).ShouldBe((2019, "notStated"));
        }

        (await Anonymous.GetJsonAsync("/api/v1/public/award-winners?year=2018&province=tayNinh")).GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    [SourceFact("S4.18")]
    public async Task Kon_Tum_has_its_season_of_2022_open_with_nobody_in_it()
    {
        var officer = await SignInAsync("officer");

        var season = (await officer.GetJsonAsync("/api/v1/award-seasons?year=2022")).GetProperty("items")[0];
        var counted = await officer.GetJsonAsync("/api/v1/award-statistics?year=2022");

        season.GetProperty("status").GetString().ShouldBe("open");
        counted.GetProperty("tookPart").GetInt32().ShouldBe(0);
    }

    [Fact]
    [SourceFact("S3.20")]
    public async Task Kon_Tum_has_proposals_of_both_kinds_and_one_commended_of_the_five_to_ten()
    {
        var officer = await SignInAsync("officer");

        var counter = (await officer.GetJsonAsync("/api/v1/commendation-counters")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        var proposals = (await officer.GetJsonAsync("/api/v1/commendations")).GetProperty("items").EnumerateArray().ToList();

        (counter.GetProperty("decided").GetInt32(), counter.GetProperty("from").GetInt32(), counter.GetProperty("to").GetInt32(), counter.GetProperty("open").GetInt32()).ShouldBe((1, 5, 10, 2));
        proposals.Select(static row => (row.GetProperty("kind").GetString(), row.GetProperty("status").GetString()))
            .ShouldBe([("collective", "decided"), ("individual", "reviewed"), ("collective", "proposed")], ignoreOrder: true);
        proposals.ShouldAllBe(static row => row.GetProperty("name").GetString()!.Contains("(minh họa)", StringComparison.Ordinal));
    }

    private async Task<long> CountAsync() =>
        Convert.ToInt64(await Database.ScalarAsAdminAsync("SELECT (SELECT count(*) FROM enrollments) + (SELECT count(*) FROM enterprises) + (SELECT count(*) FROM support_programs) + (SELECT count(*) FROM award_wins) + (SELECT count(*) FROM award_seasons) + (SELECT count(*) FROM commendation_proposals) + (SELECT count(*) FROM audit_entries)"), CultureInfo.InvariantCulture);
}
