namespace Nscl.Domain.Calendar;

/// <summary>
/// Vietnam's civil time, Asia/Ho_Chi_Minh: UTC+7, no daylight saving (domain-reference §5.5). The offset is fixed, so that no
/// time-zone database of a host has a say in a deadline.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The business date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant, in UTC, at which a business date begins; it ends where the next begins.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
