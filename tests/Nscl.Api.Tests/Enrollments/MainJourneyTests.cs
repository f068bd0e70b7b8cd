using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>
/// The main job on real input: Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum asks for the certification of two systems
/// (costs are demo values), from the draft to the published decision and its replay.
/// </summary>
[SourceFact("S3.47", "S3.53", "S3.54", "S4.21", "S4.22")]
public sealed class MainJourneyTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    public async Task Two_systems_of_99_and_98_million_are_granted_45_million_each_and_replay_identically()
    {
        var enterprise = await SignInAsync("enterprise");
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var dossier = await Dossier.DraftAsync(
            enterprise,
            await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng),
            Dossier.Line("P50-CERT", "iso22000", 99_000_000, 45_000_000, "TCVN ISO 22000"),
            Dossier.Line("P50-CERT", "traceability", 98_000_000, 45_000_000, "Truy xuất nguồn gốc"));

        // What stands in the way is said before it is tried.
        var draft = await dossier.ReadAsync(enterprise);
        draft.GetProperty("blockedActions").EnumerateArray().ShouldContain(static blocked => blocked.GetProperty("action").GetString() == "submit" && blocked.GetProperty("code").GetString() == "enrollment.missingDocuments");
        await dossier.AttachSubmissionPapersAsync(enterprise);
        var submitted = await dossier.DoAsync(enterprise, "submit", new { });
        submitted.GetProperty("status").GetString().ShouldBe("submitted");
        submitted.GetProperty("code").GetString()!.ShouldMatch("^KT2021-2022-[0-9]{4}$");

        var preliminary = await officer.GetJsonAsync(dossier.Address + "/subsidy");
        preliminary.GetProperty("kind").GetString().ShouldBe("preliminary");
        preliminary.GetProperty("total").GetInt64().ShouldBe(90_000_000);

        await dossier.BringToApprovalAsync(officer);

        // The checker cannot approve, whatever else he may do; here he lacks the permission as well.
        (await dossier.TryAsync(officer, "approve", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var approved = await dossier.DoAsync(director, "approve", new { decisionNumber = "15/QĐ-SKHCN", decisionDate = "2022-10-03" });
        approved.GetProperty("status").GetString().ShouldBe("approved");

        // Nothing of it shows to the enterprise before publication.
        var hidden = await dossier.ReadAsync(enterprise);
        hidden.GetProperty("status").GetString().ShouldBe("pendingApproval");
        hidden.TryGetProperty("decision", out _).ShouldBeFalse();
        (await enterprise.GetJsonAsync(dossier.Address + "/subsidy")).GetProperty("kind").GetString().ShouldBe("preliminary");

        await dossier.ReadAsync(director);
        await dossier.DoAsync(director, "publish-decision");
        (await dossier.ReadAsync(enterprise)).GetProperty("status").GetString().ShouldBe("approved");
        var final = await enterprise.GetJsonAsync(dossier.Address + "/subsidy");
        final.GetProperty("kind").GetString().ShouldBe("final");
        final.GetProperty("total").GetInt64().ShouldBe(90_000_000);
        final.GetProperty("counterpartTotal").GetInt64().ShouldBe(107_000_000);
        final.GetProperty("totalInWords").GetString().ShouldBe("Chín mươi triệu đồng");
        foreach (var line in final.GetProperty("lines").EnumerateArray())
        {
            line.GetProperty("amount").GetInt64().ShouldBe(45_000_000);
            line.GetProperty("outcome").GetString().ShouldBe("cappedByItem");
            var cap = StepOf(line, "itemCap").GetProperty("legalBasis");
            cap.GetProperty("clause").GetString()!.ShouldContain("III.2.2");
            cap.GetProperty("text").GetString()!.ShouldContain("tối đa không quá 45 triệu đồng/hệ thống");
        }

        var auditor = await SignInAsync("auditor");
        var replay = await (await auditor.PostJsonAsync($"/api/v1/subsidy-calculations/{final.GetProperty("calculationId").GetGuid()}/replay")).JsonAsync();
        replay.GetProperty("identical").GetBoolean().ShouldBeTrue();
        replay.GetProperty("hash").GetString().ShouldBe(replay.GetProperty("storedHash").GetString());
        replay.GetProperty("differences").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("UPDATE subsidy_calculations SET result = replace(result, '45000000', '46000000') WHERE kind = 'final' AND enrollment_id = $1")]
    [InlineData("UPDATE subsidy_calculations SET facts = replace(facts, '99000000', '89000000') WHERE kind = 'final' AND enrollment_id = $1")]
    [InlineData("UPDATE policy_versions SET content = replace(content::text, '45000000', '44000000')::jsonb WHERE id = (SELECT policy_version_id FROM enrollments WHERE id = $1)")]
    public async Task Replay_of_a_calculation_turns_red_when_a_stored_part_is_tampered_with(string tampering)
    {
        var (dossier, calculationId) = await ApprovedAsync("tamper-" + tampering.GetHashCode(StringComparison.Ordinal));
        var auditor = await SignInAsync("auditor");
        (await Replay()).GetProperty("identical").GetBoolean().ShouldBeTrue();

        (await Database.ExecuteAsAdminAsync(tampering, dossier.Id)).ShouldBe(1);
        var replay = await Replay();
        if (tampering.Contains("policy_versions", StringComparison.Ordinal))
        {
            await Database.ExecuteAsAdminAsync("UPDATE policy_versions SET content = replace(content::text, '44000000', '45000000')::jsonb");
        }

        replay.GetProperty("identical").GetBoolean().ShouldBeFalse();
        replay.GetProperty("differences").GetArrayLength().ShouldBeGreaterThan(0);

        async Task<JsonElement> Replay() => await (await auditor.PostJsonAsync($"/api/v1/subsidy-calculations/{calculationId}/replay")).JsonAsync();
    }

    private static JsonElement StepOf(JsonElement line, string rule) =>
        line.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("rule").GetString() == rule);

    private async Task<(Dossier Dossier, Guid CalculationId)> ApprovedAsync(string unit)
    {
        var officer = await SignInAsync("officer");
        var director = await SignInAsync("director");
        var dossier = await Dossier.DraftAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), Dossier.Line("P50-CERT", unit, 99_000_000, 45_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await dossier.DoAsync(officer, "submit", new { });
        await dossier.BringToApprovalAsync(officer);
        await dossier.DoAsync(director, "approve", new { });
        return (dossier, (await director.GetJsonAsync(dossier.Address + "/subsidy")).GetProperty("calculationId").GetGuid());
    }
}
