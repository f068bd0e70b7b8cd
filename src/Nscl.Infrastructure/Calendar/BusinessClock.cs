using Nscl.Application.Common;
using Nscl.Domain.Calendar;

namespace Nscl.Infrastructure.Calendar;

/// <summary>The one row that keeps how far the business date stands from real time. Development only.</summary>
public sealed class BusinessClockSetting
{
    public int Id { get; init; } = 1;

    public long OffsetSeconds { get; set; }
}

/// <summary>Real time plus a fixed offset; in Production the offset is always zero.</summary>
public sealed class BusinessClock(TimeProvider clock) : IBusinessClock
{
    private long _offsetSeconds;

    /// <summary>In whole microseconds, as PostgreSQL keeps it: what an act answers is what is read of it later.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow().AddSeconds(Interlocked.Read(ref _offsetSeconds));
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    public DateOnly Today => VietnamTime.DateOf(Now);

    public long OffsetSeconds => Interlocked.Read(ref _offsetSeconds);

    public bool IsReal => Interlocked.Read(ref _offsetSeconds) == 0;

    /// <summary>Development and tests only: the host refuses to call it in Production.</summary>
    public void Shift(long offsetSeconds) => Interlocked.Exchange(ref _offsetSeconds, offsetSeconds);
}
