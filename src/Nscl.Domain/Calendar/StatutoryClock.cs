namespace Nscl.Domain.Calendar;

/// <summary>Why the clock of a dossier step stands still.</summary>
public enum StopCause
{
    /// <summary>The applicant was asked to complete the dossier.</summary>
    Supplement,

    /// <summary>The council asked the applicant for an explanation.</summary>
    Explanation,

    /// <summary>Another reason, told in the note.</summary>
    Other,
}

/// <summary>A time during which the clock stood still: from the day after <see cref="StoppedOn"/> to <see cref="ResumedOn"/>, both included.</summary>
public sealed class StopInterval
{
    public const int NoteMaxLength = 500;

    internal StopInterval(DateOnly stoppedOn, StopCause cause, string? note) =>
        (StoppedOn, Cause, Note) = (stoppedOn, cause, note);

    private StopInterval()
    {
    }

    /// <summary>The day the office acted; it still counts against the office.</summary>
    public DateOnly StoppedOn { get; private set; }

    /// <summary>The day the applicant's answer came in; counting goes on the day after. Null while the clock stands.</summary>
    public DateOnly? ResumedOn { get; private set; }

    public StopCause Cause { get; private set; }

    public string? Note { get; private set; }

    internal bool Covers(DateOnly date) => date > StoppedOn && (ResumedOn is null || date <= ResumedOn);

    internal void ResumeOn(DateOnly date) => ResumedOn = date;
}

public enum ClockState
{
    Running,
    Stopped,
    Completed,
}

/// <summary>What the clock says on a day.</summary>
/// <param name="Elapsed">Working days used up, at most up to the day the step was completed.</param>
/// <param name="Remaining">Working days left; negative when late.</param>
/// <param name="DueOn">Last timely day. While the clock stands still this is a forecast, as if it went on the day of the reading.</param>
/// <param name="LateFrom">"Will be late on …": the day after <paramref name="DueOn"/>, working day or not.</param>
/// <param name="IsForecast">Whether <paramref name="DueOn"/> will still move, because the clock stands still.</param>
/// <param name="IsLate">Whether the limit is exceeded, or was when the step was completed.</param>
public sealed record ClockReading(
    ClockState State,
    int Elapsed,
    int Remaining,
    DateOnly DueOn,
    DateOnly LateFrom,
    bool IsForecast,
    bool IsLate);

/// <summary>
/// The time limit of one step of a dossier, in working days, which stands still while the applicant has to act. Every stop is
/// kept with its cause, so that a late answer can be explained years later. Limits are configurable; the model is the
/// council-type procedures of domain-reference §2.7.
/// </summary>
public sealed class StatutoryClock
{
    private readonly List<StopInterval> _stops = [];

    private StatutoryClock()
    {
    }

    /// <summary>The day of the event that opens the limit; it does not count.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>The limit.</summary>
    public int WorkingDays { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    /// <summary>In time order; only the last may be open.</summary>
    public IReadOnlyList<StopInterval> Stops => _stops;

    public ClockState State => CompletedOn is not null ? ClockState.Completed : OpenStop is not null ? ClockState.Stopped : ClockState.Running;

    private StopInterval? OpenStop => _stops is [.., { ResumedOn: null } open] ? open : null;

    private DateOnly LastEventOn => _stops is [.., var last] ? last.ResumedOn ?? last.StoppedOn : StartedOn;

    public static StatutoryClock Start(DateOnly on, int workingDays) =>
        workingDays is < 1 or > WorkingDayCalendar.MaxWorkingDays
            ? throw ClockRules.LimitOutOfRange(WorkingDayCalendar.MaxWorkingDays)
            : new StatutoryClock { StartedOn = on, WorkingDays = workingDays };

    public void Stop(DateOnly on, StopCause cause, string? note = null)
    {
        RequireState(ClockState.Running);
        RequireInOrder(on);
        _stops.Add(new StopInterval(on, cause, note));
    }

    public void Resume(DateOnly on)
    {
        RequireState(ClockState.Stopped);
        RequireInOrder(on);
        OpenStop!.ResumeOn(on);
    }

    /// <summary>The step is done. A stop that is open ends with it.</summary>
    public void Complete(DateOnly on)
    {
        if (State is ClockState.Completed)
        {
            throw ClockRules.WrongState(State);
        }

        RequireInOrder(on);
        OpenStop?.ResumeOn(on);
        CompletedOn = on;
    }

    public ClockReading Read(WorkingDayCalendar calendar, DateOnly today)
    {
        var at = CompletedOn ?? today;
        var elapsed = CountedDays(calendar, StartedOn, at);
        var due = DueOn(calendar, today);

        return new ClockReading(
            State,
            elapsed,
            WorkingDays - elapsed,
            due,
            LateFrom: due.AddDays(1),
            IsForecast: State is ClockState.Stopped && due > OpenStop!.StoppedOn,
            IsLate: at > due);
    }

    private int CountedDays(WorkingDayCalendar calendar, DateOnly start, DateOnly end)
    {
        var count = 0;
        for (var day = start; day < end;)
        {
            day = day.AddDays(1);
            count += Counts(calendar, day) ? 1 : 0;
        }

        return count;
    }

    private DateOnly DueOn(WorkingDayCalendar calendar, DateOnly today)
    {
        var day = StartedOn;
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);

            // Nobody knows when an open stop will end; the forecast is that it ends today.
            var counts = day > today && OpenStop is not null ? calendar.IsWorkingDay(day) : Counts(calendar, day);
            left -= counts ? 1 : 0;
        }

        return day;
    }

    private bool Counts(WorkingDayCalendar calendar, DateOnly day) =>
        calendar.IsWorkingDay(day) && !_stops.Exists(stop => stop.Covers(day));

    private void RequireState(ClockState state)
    {
        if (State != state)
        {
            throw ClockRules.WrongState(State);
        }
    }

    private void RequireInOrder(DateOnly on)
    {
        if (on < LastEventOn)
        {
            throw ClockRules.OutOfOrder(LastEventOn);
        }
    }
}
