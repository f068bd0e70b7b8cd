using System.Net;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>
/// Two approvals at once can not exceed a ceiling (product.md §4). Seen red with the row lock of the approval taken out: both then
/// read what was held before either reserved, and 90 million were granted of 60.
/// </summary>
public sealed class ApprovalConcurrencyTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    private const long YearCap = 60_000_000;
    private const int Rounds = 4;

    [Fact]
    public async Task Approvals_at_once_share_what_one_enterprise_may_receive_in_a_year()
    {
        await SetYearCapAsync(YearCap);
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var enterprises = (Guid[])(await Database.ScalarAsAdminAsync($"SELECT array_agg(id) FROM (SELECT id FROM enterprises WHERE province = 'konTum' AND organization_type = 'enterprise' AND insured_employees <= 200 AND tax_code NOT IN ('{KonTumFixture.Ginseng}', '{KonTumFixture.Coffee}') ORDER BY tax_code LIMIT {Rounds}) AS candidates"))!;
        enterprises.Length.ShouldBe(Rounds);
        foreach (var enterpriseId in enterprises)
        {
            var dossiers = new[] { await PendingAsync(officer, enterpriseId, "iso9001"), await PendingAsync(officer, enterpriseId, "iso14001") };
            using var barrier = new Barrier(dossiers.Length);
            var answers = await Task.WhenAll(dossiers.Select(dossier => Task.Run(async () =>
            {
                barrier.SignalAndWait(Stop);
                return await dossier.TryAsync(director, "approve", new { });
            })));

            answers.ShouldAllBe(static answer => answer.StatusCode == HttpStatusCode.OK);
            (await HeldAsync(enterpriseId)).ShouldBe(YearCap);
        }

        await SetYearCapAsync(null);
    }

    [Fact]
    public async Task One_dossier_approved_several_times_at_once_is_approved_once_and_the_other_copies_are_stale()
    {
        const int callers = 8;
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        foreach (var unit in (string[])["iso50001", "iso45001", "iso27001"])
        {
            var dossier = await PendingAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng), unit);
            using var barrier = new Barrier(callers);

            var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
            {
                barrier.SignalAndWait(Stop);
                return await dossier.TryAsync(director, "approve", new { });
            })));

            answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
            foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.OK))
            {
                await refused.ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed, "concurrency.stale");
            }
        }
    }

    [Fact]
    public async Task A_cumulative_cap_is_held_by_the_database_too()
    {
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng);
        var dossier = await PendingAsync(officer, enterpriseId, "iso22000");
        await dossier.DoAsync(director, "approve", new { });

        // A second holding of the same unit, by a path that knows nothing of locks.
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => Database.ExecuteAsAdminAsync(
            """
            INSERT INTO subsidy_holdings (id, province, revision, enterprise_id, program_id, enrollment_id, calculation_id, item_code, unit_key, amount, year, state, cumulative_cap)
            SELECT gen_random_uuid(), province, 0, enterprise_id, program_id, gen_random_uuid(), calculation_id, item_code, unit_key, 1, year, 'reserved', cumulative_cap
            FROM subsidy_holdings WHERE enterprise_id = $1
            """,
            enterpriseId));

        refused.ConstraintName.ShouldBe("ck__subsidy__cap_exceeded");
    }

    [Fact]
    public async Task Two_submissions_for_one_unit_at_once_leave_one_open_dossier()
    {
        var officer = await SignInAsync("officer");
        var enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee);
        var dossiers = new List<Dossier>();
        for (var i = 0; i < 2; i++)
        {
            var dossier = await Dossier.DraftAsync(officer, enterpriseId, Dossier.Line("P50-CERT", "haccp", 80_000_000, 40_000_000));
            await dossier.AttachSubmissionPapersAsync(officer);
            dossiers.Add(dossier);
        }

        using var barrier = new Barrier(dossiers.Count);
        var answers = await Task.WhenAll(dossiers.Select(dossier => Task.Run(async () =>
        {
            barrier.SignalAndWait(Stop);
            return await dossier.TryAsync(officer, "submit", new { });
        })));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var refused = await answers.Single(static answer => answer.StatusCode != HttpStatusCode.OK).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.unitInOpenDossier");
        refused.GetProperty("detail").GetString()!.ShouldNotContain("constraint");
    }

    private static async Task<Dossier> PendingAsync(HttpClient officer, Guid enterpriseId, string unit)
    {
        var dossier = await Dossier.DraftAsync(officer, enterpriseId, Dossier.Line("P50-CERT", unit, 99_000_000, 45_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await dossier.DoAsync(officer, "submit", new { });
        await dossier.BringToApprovalAsync(officer);
        return dossier;
    }

    private Task SetYearCapAsync(long? cap) => Database.ExecuteAsAdminAsync(
        $"UPDATE policy_versions SET content = jsonb_set(content, '{{rules,enterpriseYearCap}}', '{(cap is null ? "null" : cap.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))}')");

    private async Task<long> HeldAsync(Guid enterpriseId) =>
        Convert.ToInt64(await Database.ScalarAsAdminAsync("SELECT sum(amount)::bigint FROM subsidy_holdings WHERE enterprise_id = $1", enterpriseId), System.Globalization.CultureInfo.InvariantCulture);
}
