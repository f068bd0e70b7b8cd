using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Enrollments;
using Nscl.Api.Tests.Platform;
using Nscl.Api.Tests.Training;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Experts;

/// <summary>The register of experts and their deep training.</summary>
public sealed class ExpertTests(ExpertsFixture fixture) : ApiTests<ExpertsFixture>(fixture)
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray();

    [Fact]
    [SourceFact("S0.20", "S1.6")]
    public async Task An_expert_is_registered_trained_here_and_elsewhere_and_found_by_name_without_marks()
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer, "Đặng Phúc Ẩn", static input => (input["appointmentNumber"], input["appointedOn"]) = ("15/QĐ-SKHCN", "2022-09-30"));
        var course = await CertificateCalls.EndedAsync(officer, 2, static number => number == 1 ? new { fullName = "ĐẶNG PHÚC ẨN", participantKind = "civilServant", organizationName = "Sở Công Thương" } : CourseDriver.PersonOf(number));

        var candidate = (await officer.GetJsonAsync(expert.Address + "/training-candidates")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        candidate.GetProperty("courseId").GetGuid().ShouldBe(course.Id);
        await expert.DoAsync(officer, "qualifications", new { registrationId = candidate.GetProperty("registrationId").GetGuid() });
        await expert.DoAsync(officer, "qualifications", new { title = "Chuyên gia năng suất", place = "Đà Nẵng", startsOn = "2021-10-18", endsOn = "2021-10-29" });
        var outside = expert.Body.GetProperty("qualifications")[1];
        outside.GetProperty("isProven").GetBoolean().ShouldBeFalse();
        var evidence = $"{expert.Address}/qualifications/{outside.GetProperty("id").GetGuid()}/evidence";
        await expert.KeepAsync(await officer.PostAsync(evidence, new MultipartFormDataContent { { new ByteArrayContent(Pdf), "file", "chung-nhan.pdf" } }, Stop));

        expert.Body.GetProperty("qualifications").EnumerateArray().Select(static row => (row.GetProperty("kind").GetString(), row.GetProperty("isProven").GetBoolean()))
            .ShouldBe([("ownCourse", true), ("outside", true)]);
        (await officer.GetByteArrayAsync(evidence + "/content", Stop)).ShouldBe(Pdf);
        (await officer.GetJsonAsync(expert.Address + "/training-candidates")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var found = (await officer.GetJsonAsync(ExpertDriver.Route + "?q=an+phuc+cong+thuong&trainedIn=2021")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (found.GetProperty("fullName").GetString(), found.GetProperty("qualifications").GetInt32(), found.GetProperty("lastTrainedOn").GetString()).ShouldBe(("Đặng Phúc Ẩn", 2, "2022-10-03"));
    }

    [Fact]
    public async Task The_list_pages_through_everybody_once()
    {
        var officer = await SignInAsync("officer");
        var word = Guid.CreateVersion7().ToString("N")[^10..];
        foreach (var (given, agency) in ((string, string)[])[("Ân", "Sở Y tế"), ("An", "Sở Xây dựng"), ("Ẩn", "Sở Công Thương")])
        {
            await ExpertDriver.RegisteredAsync(officer, $"{given} {word}", input => input["agencyName"] = agency);
        }

        var (names, cursor) = (new List<string>(), string.Empty);
        do
        {
            var page = await officer.GetJsonAsync($"{ExpertDriver.Route}?q={word}&limit=2{cursor}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("fullName").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out var next) && next.GetString() is { } text ? "&cursor=" + Uri.EscapeDataString(text) : string.Empty;
        }
        while (cursor.Length > 0);

        names.ShouldBe([$"An {word}", $"Ân {word}", $"Ẩn {word}"]);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_and_agency_is_taken_only_when_an_officer_says_so()
    {
        var officer = await SignInAsync("officer");
        var name = ExpertDriver.NewName();
        await ExpertDriver.RegisteredAsync(officer, name);

        await (await ExpertDriver.TryRegisterAsync(officer, ExpertDriver.Input(name.ToUpperInvariant()))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.possibleDuplicate");

        (await ExpertDriver.TryRegisterAsync(officer, ExpertDriver.Input(name), isDifferentPerson: true)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_was_not_there_has_no_training_of_it()
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer);
        var name = expert.Body.GetProperty("fullName").GetString();
        var course = await CertificateCalls.EndedAsync(officer, 2, number => number == 2 ? new { fullName = name, participantKind = "civilServant", organizationName = "Sở Công Thương" } : CourseDriver.PersonOf(number), absent: 1);
        var people = (await officer.GetJsonAsync(course.Address + "/registrations")).GetProperty("items");

        await (await expert.TryAsync(officer, "qualifications", new { registrationId = people[1].GetProperty("id").GetGuid() })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.notParticipated");
        await (await expert.TryAsync(officer, "qualifications", new { registrationId = people[0].GetProperty("id").GetGuid() })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.anotherPerson");
        (await officer.GetJsonAsync(expert.Address + "/training-candidates")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task One_place_on_a_list_trains_one_expert_also_when_two_are_recorded_at_once()
    {
        var officer = await SignInAsync("officer");
        var name = ExpertDriver.NewName();
        var first = await ExpertDriver.RegisteredAsync(officer, name);
        var second = await ExpertDriver.RegisteredAsync(officer, name, static input => input["agencyName"] = "Sở Y tế");
        var course = await CertificateCalls.EndedAsync(officer, 1, _ => new { fullName = name, participantKind = "civilServant", organizationName = "Sở Y tế" });
        var registrationId = (await officer.GetJsonAsync(course.Address + "/registrations")).GetProperty("items")[0].GetProperty("id").GetGuid();

        var answers = await Task.WhenAll(first.TryAsync(officer, "qualifications", new { registrationId }), second.TryAsync(officer, "qualifications", new { registrationId }));

        answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        await answers.Single(static answer => answer.StatusCode != HttpStatusCode.Created).ShouldBeProblemAsync(HttpStatusCode.Conflict, "expert.trainingRecorded");
    }

    [Theory]
    [InlineData("director")]
    [InlineData("auditor")]
    public async Task Contacts_are_for_those_who_keep_the_register(string userName)
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer);
        expert.Body.GetProperty("phone").GetString().ShouldBe("0905 123 456");
        var reader = await SignInAsync(userName);

        var seen = await reader.GetJsonAsync(expert.Address);

        seen.TryGetProperty("phone", out _).ShouldBeFalse();
        seen.TryGetProperty("email", out _).ShouldBeFalse();
        seen.GetProperty("allowedActions").GetArrayLength().ShouldBe(0);
        await (await reader.PostJsonAsync(expert.Address + "/deactivate", new { reason = "Thử" }, expert.ETag)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "identity.permissionMissing");
        var trail = (string)(await Database.ScalarAsAdminAsync("SELECT string_agg(changes::text, ' ') FROM audit_entries WHERE entity_id = $1", expert.Id))!;
        trail.ShouldNotContain("0905 123 456");
        trail.ShouldNotContain("chuyengia@example.vn");
    }

    [Fact]
    [SourceFact("S1.5")]
    public async Task People_trained_are_counted_once_each_by_group_and_year()
    {
        var officer = await SignInAsync("officer");
        // Years of its own, so that other tests do not count.
        await TrainedAsync(officer, "officials", 1991, 1992);
        await TrainedAsync(officer, "officials", 1992, 1992);
        await TrainedAsync(officer, "organizations", 1992);
        await TrainedAsync(officer, "enterprises", 1991);

        var counted = await officer.GetJsonAsync("/api/v1/expert-statistics?fromYear=1991&toYear=1992");

        Persons(counted.GetProperty("total")).ShouldBe(4);
        Groups(counted).ShouldBe([("officials", 2), ("organizations", 1), ("enterprises", 1)]);
        var years = counted.GetProperty("years").EnumerateArray().ToList();
        years.ConvertAll(static year => (year.GetProperty("year").GetInt32(), Persons(year.GetProperty("total")))).ShouldBe([(1991, 2), (1992, 3)]);
        Groups(years[1]).ShouldBe([("officials", 2), ("organizations", 1), ("enterprises", 0)]);
        counted.GetProperty("total").GetProperty("unproven").GetInt32().ShouldBe(4);
        Persons((await officer.GetJsonAsync("/api/v1/expert-statistics?fromYear=1992&toYear=1992")).GetProperty("total")).ShouldBe(3);
    }

    [Fact]
    [SourceFact("S3.6")]
    public async Task People_trained_stand_beside_what_the_plan_foresees_in_its_years()
    {
        var officer = await SignInAsync("officer");
        var before = Persons((await PlanAsync()).GetProperty("figures"));
        // Twice in the years of the plan is one person; the year before is none.
        await TrainedAsync(officer, "officials", 2021, 2022);
        await TrainedAsync(officer, "enterprises", 2020);

        var plan = await PlanAsync();

        (plan.GetProperty("programCode").GetString(), plan.GetProperty("targetCode").GetString()).ShouldBe(("KT2021", "K3.1"));
        (plan.GetProperty("firstYear").GetInt32(), plan.GetProperty("lastYear").GetInt32(), plan.GetProperty("from").GetInt32(), plan.TryGetProperty("to", out _)).ShouldBe((2021, 2025, 10, false));
        Persons(plan.GetProperty("figures")).ShouldBe(before + 1);

        async Task<JsonElement> PlanAsync() => (await officer.GetJsonAsync("/api/v1/expert-statistics?fromYear=1990&toYear=1990")).GetProperty("plans").EnumerateArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_province_sees_nobody()
    {
        var officer = await SignInAsync("officer");
        var expert = await ExpertDriver.RegisteredAsync(officer);
        var stranger = await SignInAsync("officer.tayninh");

        await (await stranger.GetAsync(expert.Address, Stop)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "expert.notFound");
        (await stranger.GetJsonAsync(ExpertDriver.Route)).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await expert.TryAssignAsync(stranger, await Fixture.EnterpriseIdAsync(KonTumFixture.Coffee), "2022-10-03")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "expert.notFound");
    }

    private static async Task TrainedAsync(HttpClient officer, string group, params int[] years)
    {
        var expert = await ExpertDriver.RegisteredAsync(officer, null, input => input["sourceGroup"] = group);
        foreach (var year in years)
        {
            await expert.DoAsync(officer, "qualifications", new { title = "Đào tạo chuyên sâu", place = "Hà Nội", startsOn = $"{year}-03-01", endsOn = $"{year}-03-12" });
        }
    }

    private static int Persons(JsonElement figures) => figures.GetProperty("persons").GetInt32();

    private static (string?, int)[] Groups(JsonElement counted) =>
        [.. counted.GetProperty("byGroup").EnumerateArray().Select(static row => (row.GetProperty("sourceGroup").GetString(), Persons(row.GetProperty("figures"))))];
}
