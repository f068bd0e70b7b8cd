using System.Collections.Concurrent;

namespace Nscl.Api.Common;

/// <summary>Counts what each caller did in the running minute. Windows of past minutes are dropped when a new one begins.</summary>
internal sealed class FixedWindows(int limit, TimeProvider clock)
{
    public const int Seconds = 60;
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private long _minute;

    public int Limit { get; } = limit;

    public RateLimit Take(string key)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var minute = now / Seconds;
        if (Interlocked.Exchange(ref _minute, minute) != minute)
        {
            foreach (var (past, window) in _windows.Where(entry => entry.Value.Minute != minute))
            {
                _windows.TryRemove(new(past, window));
            }
        }

        var current = _windows.AddOrUpdate(
            key,
            static (_, minute) => new Window(minute),
            static (_, window, minute) => window.Minute == minute ? window : new Window(minute),
            minute);
        return new RateLimit(Limit, Limit - Interlocked.Increment(ref current.Count), (int)(Seconds - (now % Seconds)));
    }

    /// <summary>What was taken does not count after all. Past windows are past.</summary>
    public void GiveBack(string key)
    {
        if (_windows.TryGetValue(key, out var window) && window.Minute == clock.GetUtcNow().ToUnixTimeSeconds() / Seconds)
        {
            Interlocked.Decrement(ref window.Count);
        }
    }

    private sealed class Window(long minute)
    {
        public int Count;

        public long Minute { get; } = minute;
    }
}

/// <param name="Left">Requests left in the window; negative when this one was too many.</param>
/// <param name="ResetSeconds">Until the window ends.</param>
internal readonly record struct RateLimit(int Limit, int Left, int ResetSeconds)
{
    public bool IsExceeded => Left < 0;

    /// <summary>The fields of draft-ietf-httpapi-ratelimit-headers, and Retry-After where the request was refused.</summary>
    public void Describe(string policy, HttpResponse response)
    {
        response.Headers["RateLimit-Policy"] = FormattableString.Invariant($"\"{policy}\";q={Limit};w={FixedWindows.Seconds}");
        response.Headers["RateLimit"] = FormattableString.Invariant($"\"{policy}\";r={Math.Max(0, Left)};t={ResetSeconds}");
        if (IsExceeded)
        {
            response.Headers.RetryAfter = FormattableString.Invariant($"{ResetSeconds}");
        }
    }
}
