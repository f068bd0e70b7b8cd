using Nscl.Application.Common;

namespace Nscl.Api.Platform;

/// <summary>
/// <c>dotnet Nscl.Api.dll seed-demo</c>: fills a development database with the demo (api.md §3). A second run changes nothing.
/// Production refuses: there are no accounts with a known password outside Development (S25).
/// </summary>
internal static class DemoSeeding
{
    public const string Verb = "seed-demo";
    private const int Refused = 2;

    /// <returns>Exit code of the process.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await Console.Error.WriteLineAsync("Demo data exists in Development only.");
            return Refused;
        }

        await services.GetRequiredService<BusinessClockStart>().StartingAsync(cancellationToken);
        await SeedAsync(services, int.MaxValue, cancellationToken);
        return 0;
    }

    /// <summary>Runs the steps up to <paramref name="lastOrder"/>, each with a scope of its own.</summary>
    public static async Task SeedAsync(IServiceProvider services, int lastOrder, CancellationToken cancellationToken)
    {
        await using var all = services.CreateAsyncScope();
        var steps = all.ServiceProvider.GetServices<IDemoSeed>().Where(step => step.Order <= lastOrder)
            .OrderBy(static step => step.Order).Select(static step => step.GetType()).ToList();
        foreach (var step in steps)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetServices<IDemoSeed>().Single(candidate => candidate.GetType() == step).SeedAsync(cancellationToken);
        }
    }
}
