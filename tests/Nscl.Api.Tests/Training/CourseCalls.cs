using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>A course as tests drive it over HTTP: it remembers the ETag, as a client does.</summary>
internal sealed class CourseDriver(Guid id, string etag, JsonElement body)
{
    public const string Route = "/api/v1/courses";

    public Guid Id { get; } = id;

    public string ETag { get; private set; } = etag;

    public JsonElement Body { get; private set; } = body;

    public string Address => $"{Route}/{Id}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The VietGAP course of 24–27/11/2022 (S4.12, S4.14); <paramref name="change"/> makes it what a test needs.</summary>
    public static JsonObject Input(int seats = 40, Action<JsonObject>? change = null)
    {
        var input = new JsonObject
        {
            ["kind"] = "trainingCourse",
            ["title"] = "Thực hành tốt nông nghiệp VietGAP",
            ["startsOn"] = "2022-11-24",
            ["endsOn"] = "2022-11-27",
            ["seats"] = seats,
        };
        change?.Invoke(input);
        return input;
    }

    public static async Task<CourseDriver> PlannedAsync(HttpClient officer, int seats = 40, Action<JsonObject>? change = null)
    {
        var answer = await officer.PostJsonAsync(Route, Input(seats, change).ToJsonString());
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var body = await answer.JsonAsync();
        return new CourseDriver(body.GetProperty("id").GetGuid(), answer.ETagOf(), body);
    }

    public static async Task<CourseDriver> OpenAsync(HttpClient officer, int seats = 40, Action<JsonObject>? change = null)
    {
        var course = await PlannedAsync(officer, seats, change);
        await course.DoAsync(officer, "open-registration");
        return course;
    }

    public Task<HttpResponseMessage> TryAsync(HttpClient client, string action, object? body = null) => client.PostJsonAsync($"{Address}/{action}", body ?? new { }, ETag);

    public Task<JsonElement> DoAsync(HttpClient client, string action, object? body = null) => KeepAsync(TryAsync(client, action, body), action);

    public Task<HttpResponseMessage> TryUpdateAsync(HttpClient client, JsonObject input) => client.PutJsonAsync(Address, input.ToJsonString(), ETag);

    public Task<JsonElement> UpdateAsync(HttpClient client, JsonObject input) => KeepAsync(TryUpdateAsync(client, input), "update");

    public async Task<JsonElement> ReadAsync(HttpClient client)
    {
        var answer = await client.GetAsync(Address, Stop);
        return await KeepAsync(Task.FromResult(answer), "read");
    }

    public Task<HttpResponseMessage> TryRegisterAsync(HttpClient client, object body, string? key = null) =>
        client.PostJsonAsync($"{Address}/registrations", body, idempotencyKey: key ?? Guid.CreateVersion7().ToString());

    /// <summary>Puts somebody of a cooperative of his own on the list, with a telephone.</summary>
    public async Task<Listed> RegisterAsync(HttpClient client, int number) => await RegisterAsync(client, PersonOf(number));

    public async Task<Listed> RegisterAsync(HttpClient client, object body)
    {
        var answer = await TryRegisterAsync(client, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var registered = await answer.JsonAsync();
        return new Listed(registered.GetProperty("id").GetGuid(), answer.ETagOf(), registered);
    }

    public static object PersonOf(int number) => new
    {
        fullName = string.Create(CultureInfo.InvariantCulture, $"Học viên {number}"),
        participantKind = "cooperative",
        organizationName = string.Create(CultureInfo.InvariantCulture, $"Hợp tác xã {number}"),
        phone = string.Create(CultureInfo.InvariantCulture, $"09{number:D8}"),
    };

    public Task<HttpResponseMessage> TryOnAsync(HttpClient client, Listed registration, string action, object? body = null, string? ifMatch = null) =>
        client.PostJsonAsync($"{Address}/registrations/{registration.Id}/{action}", body ?? new { }, ifMatch ?? registration.ETag);

    public async Task<Listed> DoOnAsync(HttpClient client, Listed registration, string action, object? body = null)
    {
        var answer = await TryOnAsync(client, registration, action, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, action + ": " + await answer.Content.ReadAsStringAsync(Stop));
        return new Listed(registration.Id, answer.ETagOf(), await answer.JsonAsync());
    }

    public async Task<Listed> ReadAsync(HttpClient client, Listed registration)
    {
        var answer = await client.GetAsync($"{Address}/registrations/{registration.Id}", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return new Listed(registration.Id, answer.ETagOf(), await answer.JsonAsync());
    }

    /// <summary>Everybody on the list, page by page.</summary>
    public async Task<List<JsonElement>> ListAsync(HttpClient client, string filter = "")
    {
        var (items, cursor) = (new List<JsonElement>(), string.Empty);
        do
        {
            var page = await client.GetJsonAsync($"{Address}/registrations?limit=100{filter}{(cursor.Length == 0 ? string.Empty : "&cursor=" + Uri.EscapeDataString(cursor))}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString()! : string.Empty;
        }
        while (cursor.Length > 0);

        return items;
    }

    private async Task<JsonElement> KeepAsync(Task<HttpResponseMessage> sent, string action)
    {
        var answer = await sent;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, action + ": " + await answer.Content.ReadAsStringAsync(Stop));
        ETag = answer.ETagOf();
        return Body = await answer.JsonAsync();
    }
}

/// <summary>Somebody on a list, as last read.</summary>
internal sealed record Listed(Guid Id, string ETag, JsonElement Body)
{
    public string Status => Body.GetProperty("status").GetString()!;

    public int? Position => Body.TryGetProperty("position", out var position) ? position.GetInt32() : null;

    public int? Seat => Body.TryGetProperty("seatNumber", out var seat) ? seat.GetInt32() : null;
}
