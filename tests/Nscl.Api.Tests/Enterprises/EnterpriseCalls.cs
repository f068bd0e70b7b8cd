using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nscl.Api.Tests.Platform;
using Nscl.Domain.Enterprises;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>Enterprises as an officer enters them.</summary>
internal static class EnterpriseCalls
{
    public const string Route = "/api/v1/enterprises";

    private static int _serial = 5_000_000;

    /// <summary>A synthetic tax code that nobody holds yet and whose check digit fits.</summary>
    public static string NewTaxCode(string provincePrefix = "61")
    {
        while (true)
        {
            var firstNine = provincePrefix + Interlocked.Increment(ref _serial).ToString("D7", CultureInfo.InvariantCulture);
            if (TaxCode.CheckDigit(firstNine) is { } digit)
            {
                return firstNine + digit.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>A whole valid input; <paramref name="change"/> makes it what a test needs.</summary>
    public static JsonObject Input(Action<JsonObject>? change = null)
    {
        var input = new JsonObject
        {
            ["taxCode"] = NewTaxCode(),
            ["name"] = "Công ty TNHH Cà phê Đắk Hà",
            ["organizationType"] = "enterprise",
            ["districtCode"] = "615",
            ["sectorCode"] = "coffee",
            ["address"] = "Thôn 3, xã Hà Mòn",
            ["declaredFacts"] = new JsonObject
            {
                ["field"] = "agricultureIndustryConstruction",
                ["insuredEmployees"] = 8,
                ["annualRevenue"] = 2_900_000_000,
                ["totalCapital"] = 10_000_000_000,
                ["year"] = 2021,
            },
        };
        change?.Invoke(input);
        return input;
    }

    public static Task<HttpResponseMessage> RegisterAsync(this HttpClient client, JsonObject input) =>
        client.PostJsonAsync(Route, input.ToJsonString(), idempotencyKey: Guid.CreateVersion7().ToString());

    /// <summary>Registers and answers the representation with its ETag.</summary>
    public static async Task<Registered> RegisteredAsync(this HttpClient client, Action<JsonObject>? change = null)
    {
        var answer = await client.RegisterAsync(Input(change));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var body = await answer.JsonAsync();
        return new Registered(body.GetProperty("id").GetGuid(), body, answer.ETagOf());
    }

    /// <summary>Registers an enterprise and lets an account of a representative act for it.</summary>
    public static async Task<Registered> RepresentedAsync(this HttpClient officer, TestDatabase database, HttpClient representative, string userName, Action<JsonObject>? change = null)
    {
        var enterprise = await officer.RegisteredAsync(change);
        await database.ExecuteAsAdminAsync("UPDATE users SET enterprise_ids = enterprise_ids || $1 WHERE user_name = $2", enterprise.Id, userName);
        // Rights are read anew every second.
        for (var tries = 0; (await representative.GetAsync(enterprise.Address, TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.NotFound && tries < 30; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return enterprise;
    }

    public static string[] NamesOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("name").GetString()!)];
}

internal sealed record Registered(Guid Id, JsonElement Body, string ETag)
{
    public string Address => $"{EnterpriseCalls.Route}/{Id}";
}
