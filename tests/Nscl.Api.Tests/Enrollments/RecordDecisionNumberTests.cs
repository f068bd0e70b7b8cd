using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enrollments;

/// <summary>The director approves first; the records clerk gives number and date after signature (product.md §4).</summary>
public sealed class RecordDecisionNumberTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    private const string Act = "record-decision-number";
    private static readonly object Number = new { decisionNumber = "15/QĐ-SKHCN", decisionDate = "2022-10-03" };

    [Fact]
    public async Task RecordDecisionNumber_when_approved_without_one_is_the_clerks_and_shows_to_the_enterprise_from_publication_on()
    {
        var (enterprise, clerk) = (await SignInAsync("enterprise"), await SignInAsync("clerk"));
        var dossier = await ApprovedAsync();
        Actions(await dossier.ReadAsync(clerk)).ShouldBe(["publishDecision", "recordDecisionNumber"]);

        var recorded = await dossier.DoAsync(clerk, Act, Number);

        DecisionOf(recorded).ShouldBe(("15/QĐ-SKHCN", "2022-10-03"));
        Actions(recorded).ShouldBe(["publishDecision"]);
        var hidden = await dossier.ReadAsync(enterprise);
        hidden.TryGetProperty("decision", out _).ShouldBeFalse();
        Timeline(hidden).ShouldNotContain("recordDecisionNumber");

        await dossier.DoAsync(clerk, "publish-decision");
        var seen = await dossier.ReadAsync(enterprise);
        DecisionOf(seen).ShouldBe(("15/QĐ-SKHCN", "2022-10-03"));
        Timeline(seen).ShouldContain("recordDecisionNumber");

        await dossier.ReadAsync(clerk);
        var refused = await (await dossier.TryAsync(clerk, Act, new { decisionNumber = "16/QĐ-SKHCN", decisionDate = "2022-10-03" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.decisionNumberRecorded");
        refused.GetProperty("args").GetProperty("decisionNumber").GetString().ShouldBe("15/QĐ-SKHCN");
        var auditor = await SignInAsync("auditor");
        (await auditor.GetJsonAsync($"/api/v1/audit-entries?action=RecordDecisionNumber&entityId={dossier.Id}")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task RecordDecisionNumber_when_the_decision_is_published_or_a_rejection_goes_as_well()
    {
        var (officer, head, director) = (await SignInAsync("officer"), await SignInAsync("head"), await SignInAsync("director"));
        var approved = await ApprovedAsync();
        await approved.DoAsync(director, "publish-decision");
        var rejected = await BroughtToApprovalAsync();
        await rejected.DoAsync(director, "reject", new { reason = "Chưa cân đối được" });

        DecisionOf(await approved.DoAsync(officer, Act, Number)).Number.ShouldBe("15/QĐ-SKHCN");
        DecisionOf(await rejected.DoAsync(head, Act, Number)).Number.ShouldBe("15/QĐ-SKHCN");
    }

    [Fact]
    public async Task RecordDecisionNumber_when_it_does_not_fit_says_where_and_changes_nothing()
    {
        var (clerk, director) = (await SignInAsync("clerk"), await SignInAsync("director"));
        var undecided = await BroughtToApprovalAsync();
        await (await undecided.TryAsync(clerk, Act, Number)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "enrollment.wrongState");

        var dossier = await ApprovedAsync();
        await (await dossier.TryAsync(director, Act, Number)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await FieldAsync(new { decisionNumber = "15/QĐ-SKHCN", decisionDate = "2022-10-02" }, HttpStatusCode.Conflict, "/decisionDate", "enrollment.decisionDateTooEarly");
        await FieldAsync(new { decisionNumber = "15/QĐ-SKHCN", decisionDate = "2022-10-04" }, HttpStatusCode.Conflict, "/decisionDate", "enrollment.decisionDateInFuture");
        await FieldAsync(new { decisionNumber = "mười lăm", decisionDate = "2022-10-03" }, HttpStatusCode.BadRequest, "/decisionNumber", "document.numberMalformed");
        await FieldAsync(new { decisionNumber = " ", decisionDate = "2022-10-03" }, HttpStatusCode.BadRequest, "/decisionNumber", "document.numberMalformed");
        await FieldAsync(new { decisionNumber = "15/QĐ-SKHCN" }, HttpStatusCode.BadRequest, "/decisionDate", "input.required");
        await (await clerk.PostJsonAsync($"{dossier.Address}/{Act}", Number)).ShouldBeProblemAsync((HttpStatusCode)428, "concurrency.ifMatchRequired");
        var unchanged = await dossier.ReadAsync(clerk);
        unchanged.GetProperty("decision").TryGetProperty("number", out _).ShouldBeFalse();

        async Task FieldAsync(object body, HttpStatusCode status, string pointer, string code)
        {
            var answer = await dossier.TryAsync(clerk, Act, body);
            answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Stop));
            var errors = (await answer.JsonAsync()).GetProperty("errors").EnumerateArray().Select(static error => (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
            errors.ShouldBe([(pointer, code)]);
        }
    }

    private static (string? Number, string? Date) DecisionOf(JsonElement dossier)
    {
        var decision = dossier.GetProperty("decision");
        return (decision.GetProperty("number").GetString(), decision.GetProperty("date").GetString());
    }

    private static IEnumerable<string?> Actions(JsonElement dossier) => dossier.GetProperty("allowedActions").EnumerateArray().Select(static action => action.GetString());

    private static IEnumerable<string?> Timeline(JsonElement dossier) => dossier.GetProperty("timeline").EnumerateArray().Select(static entry => entry.GetProperty("action").GetString());

    private async Task<Dossier> ApprovedAsync()
    {
        var dossier = await BroughtToApprovalAsync();
        await dossier.DoAsync(await SignInAsync("director"), "approve", new { });
        return dossier;
    }

    private async Task<Dossier> BroughtToApprovalAsync()
    {
        var officer = await SignInAsync("officer");
        var dossier = await Dossier.DraftAsync(
            officer,
            await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng),
            Dossier.Line("P50-CERT", "unit-" + Guid.CreateVersion7().ToString("N")[^8..], 50_000_000, 25_000_000));
        await dossier.AttachSubmissionPapersAsync(officer);
        await dossier.DoAsync(officer, "submit", new { });
        await dossier.BringToApprovalAsync(officer);
        return dossier;
    }
}
