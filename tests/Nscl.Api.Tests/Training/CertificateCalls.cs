using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>Certificates as tests drive them over HTTP.</summary>
internal static class CertificateCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A course of today with one session, at which everybody was; it has ended.</summary>
    /// <param name="absent">The last so many were not there.</param>
    public static async Task<CourseDriver> EndedAsync(HttpClient officer, int people, Func<int, object>? person = null, int absent = 0, Action<JsonObject>? change = null)
    {
        var course = await CourseDriver.OpenAsync(officer, people, input =>
        {
            (input["startsOn"], input["endsOn"]) = ("2022-10-03", "2022-10-03");
            input["sessions"] = new JsonArray(JsonNode.Parse("""{"date":"2022-10-03","startsAt":"08:00","endsAt":"11:30","kind":"theory","title":"VietGAP trồng trọt"}"""));
            change?.Invoke(input);
        });
        var ids = new List<Guid>();
        for (var number = 1; number <= people; number++)
        {
            ids.Add((await course.RegisterAsync(officer, person?.Invoke(number) ?? CourseDriver.PersonOf(number))).Id);
        }

        (await RecordAsync(officer, course, [.. ids.Take(people - absent)], [.. ids.Skip(people - absent)])).StatusCode.ShouldBe(HttpStatusCode.OK);
        await course.DoAsync(officer, "end");
        return course;
    }

    public static Task<HttpResponseMessage> RecordAsync(HttpClient officer, CourseDriver course, Guid[] present, Guid[] absent) =>
        officer.PostJsonAsync($"{course.Address}/sessions/{course.Body.GetProperty("sessions")[0].GetProperty("id").GetGuid()}/attendance", new { present, absent });

    public static Task<HttpResponseMessage> TryIssueAsync(HttpClient officer, CourseDriver course, params Guid[] registrationIds) =>
        officer.PostJsonAsync($"{course.Address}/issue-certificates", registrationIds.Length == 0 ? new { } : new { registrationIds });

    /// <summary>Begins a batch and waits for its end.</summary>
    public static async Task<JsonElement> IssuedAsync(HttpClient officer, CourseDriver course, params Guid[] registrationIds)
    {
        var answer = await TryIssueAsync(officer, course, registrationIds);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return await FinishedAsync(officer, answer.Headers.Location!);
    }

    public static async Task<JsonElement> FinishedAsync(HttpClient officer, Uri batch)
    {
        // Minutes, not seconds: how long five hundred papers take on a busy machine is not what the tests are about.
        for (var attempt = 0; attempt < 6_000; attempt++)
        {
            var now = await officer.GetJsonAsync(batch.OriginalString);
            if (now.GetProperty("state").GetString() != "running")
            {
                return now;
            }

            await Task.Delay(50, Stop);
        }

        throw new TimeoutException("The batch does not come to an end.");
    }

    public static Task<JsonElement> ListAsync(HttpClient client, CourseDriver course) => client.GetJsonAsync(course.Address + "/certificates");
}
