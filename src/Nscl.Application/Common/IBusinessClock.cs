namespace Nscl.Application.Common;

/// <summary>
/// The date that rules, deadlines, numbers and documents use (api.md §3). In Production it is real time without a switch;
/// in Development it may be set. Sign-in, tokens and audit instants never use it: they take <see cref="TimeProvider"/>.
/// </summary>
public interface IBusinessClock
{
    /// <summary>The business date in Vietnam (Asia/Ho_Chi_Minh).</summary>
    DateOnly Today { get; }

    /// <summary>The business instant, UTC.</summary>
    DateTimeOffset Now { get; }

    bool IsReal { get; }
}
