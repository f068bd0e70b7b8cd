using System.Text;
using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>What is held (reference list <c>eventKinds</c>, group <c>event</c>).</summary>
public enum CourseKind
{
    TrainingCourse,
    Conference,
    Workshop,

    /// <summary>Held elsewhere by somebody else, such as the Asian Productivity Organization (S2.8, S3.18, S3.19).</summary>
    ExternalTraining,
}

/// <summary>How a seat is given.</summary>
public enum CourseMode
{
    /// <summary>Whoever comes first, as long as there are seats.</summary>
    Open,

    /// <summary>An officer looks at every registration before it gets a seat.</summary>
    Approval,
}

/// <summary>States of a course (domain-reference §3.3, "Training class").</summary>
public enum CourseStatus
{
    /// <summary>Being prepared; outside the department nobody sees it.</summary>
    Planned,
    RegistrationOpen,
    RegistrationClosed,
    Ended,
    Cancelled,
}

/// <summary>Where a course stands on a day: its state, and that it is being held.</summary>
public enum CourseStage
{
    Planned,
    RegistrationOpen,
    RegistrationClosed,
    Ongoing,
    Ended,
    Cancelled,
}

/// <summary>What can be done with a course.</summary>
public enum CourseAction
{
    /// <summary>Change what is said of it, its sessions and its seats.</summary>
    Update,
    OpenRegistration,

    /// <summary>Put somebody on its list.</summary>
    Register,
    CloseRegistration,

    /// <summary>Take registrations again after they were closed.</summary>
    ReopenRegistration,

    /// <summary>It has been held.</summary>
    End,

    /// <summary>It is not held.</summary>
    Cancel,
}

/// <summary>One row of the transition table.</summary>
public sealed record CourseTransition(CourseStatus From, CourseAction Action, CourseStatus To);

/// <summary>An action that somebody would look for now, and why it does not go.</summary>
/// <param name="Code">A code of <see cref="CourseRules"/> or <see cref="CourseRegistrationRules"/>.</param>
public sealed record BlockedCourseAction(CourseAction Action, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>What can be done with a course now, and what stands in the way of the rest.</summary>
public sealed record CourseActions(IReadOnlyList<CourseAction> Allowed, IReadOnlyList<BlockedCourseAction> Blocked);

/// <summary>The state machine of a course as data. Guards that look at more than the state are in <see cref="Course"/>.</summary>
public static class CourseStateMachine
{
    private static readonly CourseStatus[] BeforeTheEnd = [CourseStatus.Planned, CourseStatus.RegistrationOpen, CourseStatus.RegistrationClosed];

    public static readonly IReadOnlyList<CourseTransition> Transitions =
    [
        new(CourseStatus.Planned, CourseAction.OpenRegistration, CourseStatus.RegistrationOpen),
        new(CourseStatus.RegistrationOpen, CourseAction.Register, CourseStatus.RegistrationOpen),
        new(CourseStatus.RegistrationOpen, CourseAction.CloseRegistration, CourseStatus.RegistrationClosed),
        new(CourseStatus.RegistrationClosed, CourseAction.ReopenRegistration, CourseStatus.RegistrationOpen),
        new(CourseStatus.RegistrationOpen, CourseAction.End, CourseStatus.Ended),
        new(CourseStatus.RegistrationClosed, CourseAction.End, CourseStatus.Ended),
        .. BeforeTheEnd.Select(static status => new CourseTransition(status, CourseAction.Update, status)),
        .. BeforeTheEnd.Select(static status => new CourseTransition(status, CourseAction.Cancel, CourseStatus.Cancelled)),
    ];

    /// <summary>States with nothing after them.</summary>
    public static readonly IReadOnlyList<CourseStatus> Final =
        [.. Enum.GetValues<CourseStatus>().Where(static status => !Transitions.Any(row => row.From == status))];

    private static readonly Dictionary<(CourseStatus, CourseAction), CourseStatus> Table =
        Transitions.ToDictionary(static row => (row.From, row.Action), static row => row.To);

    /// <summary>The state after the action, null when the table has no such row.</summary>
    public static CourseStatus? After(this CourseStatus status, CourseAction action) =>
        Table.TryGetValue((status, action), out var to) ? to : null;

    /// <summary>Every action of the table from the state, in the order of <see cref="CourseAction"/>.</summary>
    public static IReadOnlyList<CourseAction> Actions(this CourseStatus status) =>
        [.. Enum.GetValues<CourseAction>().Where(action => status.After(action) is not null)];

    /// <summary>The table as a Mermaid state diagram; actions that stay within a state are left out.</summary>
    public static string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> planned\n");
        foreach (var row in Transitions.Where(static row => row.From != row.To))
        {
            text.Append("    ").Append(DomainJson.NameOf(row.From)).Append(" --> ").Append(DomainJson.NameOf(row.To))
                .Append(": ").Append(DomainJson.NameOf(row.Action)).Append('\n');
        }

        foreach (var status in Final)
        {
            text.Append("    ").Append(DomainJson.NameOf(status)).Append(" --> [*]\n");
        }

        return text.ToString();
    }
}
