using System.Globalization;
using System.Net;
using System.Text.Json;
using Nscl.Api.Tests.Platform;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Training;

/// <summary>The public pages of a course as somebody without an account calls them.</summary>
internal static class PublicRegistrations
{
    public const string Courses = "/api/v1/public/courses";
    public const string Registrations = "/api/v1/public/registrations";
    public const string Notice = "Dữ liệu dùng để lập danh sách học viên.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Dictionary<string, object?> PersonOf(int number, int noticeVersion = 1) => new(StringComparer.Ordinal)
    {
        ["fullName"] = string.Create(CultureInfo.InvariantCulture, $"Y Blinh {number}"),
        ["participantKind"] = "cooperative",
        ["organizationName"] = "Hợp tác xã Măng Đen",
        ["phone"] = string.Create(CultureInfo.InvariantCulture, $"08{number:D8}"),
        ["noticeVersion"] = noticeVersion,
        ["acceptsNotice"] = true,
    };

    public static Dictionary<string, object?> With(this Dictionary<string, object?> person, string name, object? value)
    {
        person[name] = value;
        return person;
    }

    public static Task<HttpResponseMessage> TryRegisterAsync(HttpClient anybody, Guid courseId, object person, string? key = null) =>
        anybody.PostJsonAsync($"{Courses}/{courseId}/registrations", person, idempotencyKey: key ?? Guid.CreateVersion7().ToString());

    public static async Task<OwnLink> RegisterAsync(HttpClient anybody, Guid courseId, object person)
    {
        var answer = await TryRegisterAsync(anybody, courseId, person);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var body = await answer.JsonAsync();
        return new OwnLink(body.GetProperty("secret").GetString()!, answer.ETagOf(), body.GetProperty("registration"));
    }

    public static async Task<OwnLink> ReadAsync(HttpClient anybody, OwnLink link)
    {
        var answer = await anybody.GetAsync(link.Address, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return new OwnLink(link.Secret, answer.ETagOf(), await answer.JsonAsync());
    }

    public static Task<HttpResponseMessage> TryAsync(HttpClient anybody, OwnLink link, string action) => anybody.PostJsonAsync($"{link.Address}/{action}", new { }, link.ETag);
}

/// <summary>A personal link, with the registration as last read.</summary>
internal sealed record OwnLink(string Secret, string ETag, JsonElement Body)
{
    public string Address => $"{PublicRegistrations.Registrations}/{Secret}";

    public string Status => Body.GetProperty("status").GetString()!;

    public int? Position => Body.TryGetProperty("position", out var position) ? position.GetInt32() : null;

    public int? Seat => Body.TryGetProperty("seatNumber", out var seat) ? seat.GetInt32() : null;
}
