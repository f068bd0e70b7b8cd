using System.Net;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Experts;

/// <summary>Experts at enterprises.</summary>
public sealed class ExpertAssignmentTests(ExpertsFixture fixture) : ApiTests<ExpertsFixture>(fixture)
{
    [Fact]
    [SourceFact("S0.20")]
    public async Task An_expert_follows_a_model_at_an_enterprise_until_somebody_notes_what_came_of_it()
    {
        var officer = await SignInAsync("officer");
        var (expert, enterpriseId) = (await ExpertDriver.RegisteredAsync(officer), await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));
        var assigned = await expert.AssignAsync(officer, enterpriseId, "2022-10-01", "2022-12-31");
        (assigned.Body.GetProperty("purposeNameVi").GetString(), assigned.Body.GetProperty("stage").GetString()).ShouldBe(("Theo dõi việc xây dựng mô hình", "current"));
        (await expert.ReadAsync(officer)).GetProperty("blockedActions")[0].GetProperty("code").GetString().ShouldBe("expert.hasAssignments");
        await (await expert.TryAsync(officer, "deactivate", new { reason = "Chuyển công tác" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.hasAssignments");

        await (await officer.PostJsonAsync(assigned.Address + "/end", new { endedOn = "2022-10-04", note = "Xong" }, assigned.ETag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expertAssignment.endedOnOutOfRange");
        var ended = await officer.PostJsonAsync(assigned.Address + "/end", new { endedOn = "2022-10-03", note = "Mô hình đã vận hành" }, assigned.ETag);

        ended.StatusCode.ShouldBe(HttpStatusCode.OK, await ended.Content.ReadAsStringAsync(Stop));
        var listed = (await officer.GetJsonAsync($"{ExpertDriver.Assignments}?enterpriseId={enterpriseId}&expertId={expert.Id}")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (listed.GetProperty("stage").GetString(), listed.GetProperty("closingNote").GetString(), listed.GetProperty("endsOn").GetString()).ShouldBe(("ended", "Mô hình đã vận hành", "2022-10-03"));
        await expert.DoAsync(officer, "deactivate", new { reason = "Chuyển công tác" });
        await (await expert.TryAssignAsync(officer, enterpriseId, "2022-11-01")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.inactive");
        await expert.DoAsync(officer, "reactivate");
        await expert.AssignAsync(officer, enterpriseId, "2022-11-01");
    }

    [Fact]
    public async Task Two_assignments_of_one_expert_and_enterprise_share_no_day_and_a_cancelled_one_frees_its_days()
    {
        var officer = await SignInAsync("officer");
        var (expert, ginseng) = (await ExpertDriver.RegisteredAsync(officer), await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));
        var first = await expert.AssignAsync(officer, ginseng, "2022-11-01", "2022-11-30");

        await (await expert.TryAssignAsync(officer, ginseng, "2022-11-30")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expertAssignment.overlaps");
        await expert.AssignAsync(officer, ginseng, "2022-12-01");
        await expert.AssignAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), "2022-11-15");
        (await officer.PostJsonAsync(first.Address + "/cancel", new { reason = "Doanh nghiệp hoãn" }, first.ETag)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await expert.AssignAsync(officer, ginseng, "2022-11-10", "2022-11-30");
    }

    [Fact]
    public async Task Of_overlapping_assignments_entered_at_once_one_stands()
    {
        var officer = await SignInAsync("officer");
        var (expert, enterpriseId) = (await ExpertDriver.RegisteredAsync(officer), await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng));

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(day => expert.TryAssignAsync(officer, enterpriseId, $"2022-11-0{day}", "2022-12-31")));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "expertAssignment.overlaps");
        }
    }

    [Fact]
    public async Task Nobody_is_assigned_who_is_taken_off_the_list_at_the_same_moment()
    {
        var officer = await SignInAsync("officer");
        var enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Ginseng);
        for (var round = 0; round < 8; round++)
        {
            var expert = await ExpertDriver.RegisteredAsync(officer);

            await Task.WhenAll(expert.TryAssignAsync(officer, enterpriseId, "2022-11-01"), expert.TryAsync(officer, "deactivate", new { reason = "Nghỉ hưu" }));

            var now = await expert.ReadAsync(officer);
            (now.GetProperty("status").GetString(), now.GetProperty("openAssignments").GetInt32()).ShouldBeOneOf(("active", 1), ("inactive", 0));
        }
    }

    [Fact]
    public async Task An_expert_sees_his_own_assignments_and_no_others()
    {
        var officer = await SignInAsync("officer");
        var enterpriseId = await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee);
        var own = await ExpertDriver.RegisteredAsync(officer, null, static input => input["userName"] = "expert");
        var other = await ExpertDriver.RegisteredAsync(officer);
        var mine = await own.AssignAsync(officer, enterpriseId, "2022-10-03");
        var theirs = await other.AssignAsync(officer, enterpriseId, "2022-10-03");
        await (await ExpertDriver.TryRegisterAsync(officer, ExpertDriver.Input(null, static input => input["userName"] = "expert"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.accountTaken");
        await (await ExpertDriver.TryRegisterAsync(officer, ExpertDriver.Input(null, static input => input["userName"] = "officer.tayninh"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        var expert = await SignInAsync("expert");

        var seen = (await expert.GetJsonAsync(ExpertDriver.Assignments)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        seen.GetProperty("id").GetGuid().ShouldBe(mine.Body.GetProperty("id").GetGuid());
        seen.GetProperty("enterpriseName").GetString().ShouldNotBeNullOrEmpty();
        seen.GetProperty("allowedActions").GetArrayLength().ShouldBe(0);
        await (await expert.GetAsync(theirs.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "expertAssignment.notFound");
        await (await expert.GetAsync(other.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "expert.notFound");
        (await expert.GetJsonAsync(ExpertDriver.Route)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(own.Id);
        await (await expert.PostJsonAsync(mine.Address + "/end", new { endedOn = "2022-10-03", note = "Xong" }, mine.ETag)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    [Fact]
    public async Task A_purpose_that_is_on_no_list_is_refused_at_its_field()
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer);

        var problem = await (await expert.TryAssignAsync(officer, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), "2022-10-03", purpose: "sightseeing")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "input.invalid");

        var error = problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()).ShouldBe(("/purpose", "expertAssignment.unknownPurpose"));
    }
}
