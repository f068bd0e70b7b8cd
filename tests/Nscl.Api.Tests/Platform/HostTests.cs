using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nscl.Application.Common;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Api.Tests.Platform;

public sealed class HostTests(ApiFixture fixture) : ApiTests(fixture)
{
    [Fact]
    public async Task Live_and_ready_answer_when_the_database_is_there()
    {
        (await Anonymous.GetAsync("/health/live", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Anonymous.GetAsync("/health/ready", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_with_a_code()
    {
        var response = await Anonymous.GetAsync("/api/v1/nowhere", Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await JsonOf(response)).GetProperty("code").GetString().ShouldBe("request.notFound");
    }

    [Fact]
    public async Task The_demo_clock_starts_in_October_2022()
    {
        var clock = await JsonOf(await Anonymous.GetAsync("/api/v1/business-clock", Stop));

        clock.GetProperty("today").GetString().ShouldBe("2022-10-03");
        clock.GetProperty("isReal").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_business_clock_is_set_before_anything_that_runs_by_itself_reads_it()
    {
        var seen = new TaskCompletionSource<DateOnly>();
        await using var host = new ApiFactory(Database)
        {
            Override = services => services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => new FirstToStart(provider.GetRequiredService<IBusinessClock>(), seen))),
        };
        using var client = host.CreateClient();

        (await seen.Task).ShouldBe(new DateOnly(2022, 10, 3));
    }

    [Fact]
    public async Task Sign_in_with_wrong_credentials_is_refused_without_saying_which_part_was_wrong()
    {
        var response = await Anonymous.PostAsync(
            "/api/v1/session",
            Json("""{"userName":"nobody","password":"wrong"}"""),
            Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await JsonOf(response)).GetProperty("code").GetString().ShouldBe("identity.wrongCredentials");
    }

    [Fact]
    public async Task Every_fault_of_a_body_is_named_at_once()
    {
        var response = await Anonymous.PostAsync(
            "/api/v1/session",
            Json("""{"userName":5,"extra":1,"extra":2}"""),
            Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var faults = (await JsonOf(response)).GetProperty("errors").EnumerateArray()
            .Select(static error => error.GetProperty("pointer").GetString() + " " + error.GetProperty("code").GetString()).ToArray();
        faults.ShouldBe(["/userName input.wrongType", "/extra input.unknownField", "/extra input.duplicateField", "/password input.required"], ignoreOrder: true);
    }

    private sealed class FirstToStart(IBusinessClock clock, TaskCompletionSource<DateOnly> seen) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            seen.TrySetResult(clock.Today);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
