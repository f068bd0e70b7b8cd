using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nscl.Api.Tests.Platform;

/// <summary>
/// Counts the statements that one request sends to PostgreSQL, however many run beside it: the request carries a trace of its own, and the driver
/// reports every statement under the trace of its request. What a time limit would only suspect on a busy machine, this proves.
/// </summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ConcurrentQueue<string> _statements = [];
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;

    public StatementCount()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref options) => options.TraceId == _trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity =>
            {
                if (activity.TraceId == _trace && activity.Source.Name == "Npgsql")
                {
                    _statements.Enqueue(activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>So far.</summary>
    public int Value => _statements.Count;

    /// <summary>From here on the requests of this client are counted.</summary>
    public void Follow(HttpClient client) => client.DefaultRequestHeaders.Add("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");

    public void Dispose() => _listener.Dispose();
}
