using System.Diagnostics;
using Npgsql;

namespace Nscl.Api.Platform;

/// <summary>For the machinery around the API. <c>live</c> never touches the database; <c>ready</c> asks it at most once a second (R44).</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", static () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", static async (ReadinessProbe probe, HttpContext http) =>
        {
            if (await probe.IsReadyAsync())
            {
                return Results.Text("ready");
            }

            http.Response.Headers.RetryAfter = "2";
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}

internal sealed class ReadinessProbe(NpgsqlDataSource database, IHostApplicationLifetime lifetime) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private long _askedAt = -1;
    private bool _ready;

    public async Task<bool> IsReadyAsync()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }

        await _asking.WaitAsync();
        try
        {
            if (_askedAt >= 0 && Stopwatch.GetElapsedTime(_askedAt) < Limit)
            {
                return _ready;
            }

            _ready = await AskAsync();
            _askedAt = Stopwatch.GetTimestamp();
            return _ready;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<bool> AskAsync()
    {
        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            await using var asked = database.CreateCommand("SELECT 1");
            await asked.ExecuteScalarAsync(timeout.Token).WaitAsync(Limit);
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException or NpgsqlException)
        {
            return false;
        }
    }
}
