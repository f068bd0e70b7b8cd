using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Contracts with those who teach, and what the department saw (S1.20–S1.22).</summary>
public sealed class TrainingContractTests(KonTumFixture fixture) : ApiTests<KonTumFixture>(fixture)
{
    [Fact]
    [SourceFact("S1.20", "S1.21", "S1.22")]
    public async Task A_contract_goes_from_signing_over_its_papers_to_acceptance_after_the_course()
    {
        var officer = await SignInAsync("officer");
        var course = await BegunAsync(officer);
        var contract = await SignAsync(officer, course);
        contract.Body.GetProperty("valueInWords").GetString().ShouldBe("Bốn mươi tám triệu đồng");
        Names(contract.Body, "allowedActions").ShouldBe(["update", "attachDocument", "terminate"]);
        var blocked = contract.Body.GetProperty("blockedActions")[0];
        (blocked.GetProperty("action").GetString(), blocked.GetProperty("code").GetString()).ShouldBe(("accept", "trainingContract.courseNotHeld"));
        await (await officer.PostJsonAsync(contract.Address + "/accept", new { acceptedOn = "2022-10-03" }, contract.ETag)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "trainingContract.courseNotHeld");

        (await officer.PostJsonAsync(course.Address + "/supervision-notes", new { on = "2022-10-03", text = "Lớp đông đủ, đúng chương trình." })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await course.DoAsync(officer, "end");
        var attached = await AttachAsync(officer, contract, "contract");
        attached.StatusCode.ShouldBe(HttpStatusCode.Created, await attached.Content.ReadAsStringAsync(Stop));
        var paper = (await attached.JsonAsync()).GetProperty("documents")[0];
        paper.GetProperty("kind").GetString().ShouldBe("contract");
        (await officer.GetByteArrayAsync($"{contract.Address}/documents/{paper.GetProperty("id").GetGuid()}/content", Stop)).ShouldBe(Pdf);
        var accepted = await officer.PostJsonAsync(contract.Address + "/accept", new { acceptedOn = "2022-10-03", acceptedValue = 47_000_000, minutesNumber = "01/BBNT" }, attached.ETagOf());

        accepted.StatusCode.ShouldBe(HttpStatusCode.OK, await accepted.Content.ReadAsStringAsync(Stop));
        var body = await accepted.JsonAsync();
        body.GetProperty("status").GetString().ShouldBe("accepted");
        body.GetProperty("acceptance").GetProperty("value").GetInt64().ShouldBe(47_000_000);
        var notes = (await officer.GetJsonAsync(course.Address + "/supervision-notes")).GetProperty("items");
        notes[0].GetProperty("text").GetString().ShouldBe("Lớp đông đủ, đúng chương trình.");
        var auditor = await SignInAsync("auditor");
        (await auditor.GetJsonAsync(course.Address + "/contracts")).GetProperty("items")[0].GetProperty("value").GetInt64().ShouldBe(48_000_000);
    }

    [Fact]
    public async Task Two_contracts_recorded_at_once_for_one_course_leave_one()
    {
        var officer = await SignInAsync("officer");
        var course = await BegunAsync(officer);

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => officer.PostJsonAsync(course.Address + "/contracts", Input(input => input["number"] = $"{number}/HĐ"))));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(static answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "trainingContract.courseHasContract");
        }

        var list = await officer.GetJsonAsync(course.Address + "/contracts");
        list.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task After_termination_there_is_room_for_another()
    {
        var officer = await SignInAsync("officer");
        var course = await BegunAsync(officer);
        var first = await SignAsync(officer, course);

        (await officer.PostJsonAsync(first.Address + "/terminate", new { reason = "Không bố trí được giảng viên" }, first.ETag)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await SignAsync(officer, course);

        (await officer.GetJsonAsync(course.Address + "/contracts")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("status").GetString())
            .ShouldBe(["signed", "terminated"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("value", "0", "trainingContract.valueRequired", "/value")]
    [InlineData("signedOn", "\"2022-10-04\"", "trainingContract.signedInFuture", "/signedOn")]
    [InlineData("endsOn", "\"2022-10-01\"", "trainingContract.endsBeforeItStarts", "/endsOn")]
    [InlineData("providerTaxCode", "\"6101990018\"", "trainingContract.providerTaxCodeInvalid", "/providerTaxCode")]
    public async Task What_does_not_fit_is_refused_at_its_field(string field, string value, string code, string pointer)
    {
        var officer = await SignInAsync("officer");
        var course = await BegunAsync(officer);

        var problem = await (await officer.PostJsonAsync(course.Address + "/contracts", Input(input => input[field] = JsonNode.Parse(value)))).ShouldBeProblemAsync(HttpStatusCode.Conflict, code);

        problem.GetProperty("args").GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("enterprise")]
    [InlineData("partner")]
    [InlineData("provider")]
    public async Task Who_does_not_work_with_contracts_sees_none(string userName)
    {
        var officer = await SignInAsync("officer");
        var course = await BegunAsync(officer);
        await SignAsync(officer, course);
        var other = await SignInAsync(userName);

        await (await other.GetAsync(course.Address + "/contracts", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        await (await other.GetAsync(course.Address + "/supervision-notes", Stop)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
    }

    private static readonly byte[] Pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray();

    /// <summary>A course of today, so that it can be held and ended.</summary>
    private static Task<CourseDriver> BegunAsync(HttpClient officer) => CourseDriver.OpenAsync(officer, 40, static input => (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03"));

    private static string Input(Action<JsonObject>? change = null)
    {
        var input = new JsonObject { ["number"] = "12/2022/HĐ-ĐT", ["signedOn"] = "2022-10-03", ["providerName"] = "Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng 2", ["value"] = 48_000_000 };
        change?.Invoke(input);
        return input.ToJsonString();
    }

    private static async Task<SignedContract> SignAsync(HttpClient officer, CourseDriver course)
    {
        var answer = await officer.PostJsonAsync(course.Address + "/contracts", Input());
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var body = await answer.JsonAsync();
        return new SignedContract($"{course.Address}/contracts/{body.GetProperty("id").GetGuid()}", answer.ETagOf(), body);
    }

    private static Task<HttpResponseMessage> AttachAsync(HttpClient officer, SignedContract contract, string kind)
    {
        var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { new ByteArrayContent(Pdf), "file", "hop-dong.pdf" } };
        return officer.PostAsync(contract.Address + "/documents", form, Stop);
    }

    private static string[] Names(JsonElement body, string list) => [.. body.GetProperty(list).EnumerateArray().Select(static name => name.GetString()!)];

    private sealed record SignedContract(string Address, string ETag, JsonElement Body);
}
