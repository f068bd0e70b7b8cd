using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>A course joins lectures with exercises (S4.17).</summary>
public enum CourseSessionKind
{
    Theory,
    Practice,
}

/// <summary>A session as entered; <paramref name="Id"/> names an existing session of the course.</summary>
/// <param name="StartsAt">Clock time in Viet Nam.</param>
/// <param name="EndsAt">Clock time in Viet Nam, on the same day.</param>
/// <param name="Trainer">Name of who teaches.</param>
public sealed record CourseSessionEntry(
    DateOnly Date,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    CourseSessionKind Kind,
    string Title,
    string? Room = null,
    string? Link = null,
    string? Trainer = null,
    Guid? Id = null);

/// <summary>A part of a course with its own time and place. It keeps its identity when it is corrected: attendance is taken per session.</summary>
public sealed class CourseSession
{
    public const int TitleMaxLength = 300;
    public const int RoomMaxLength = 200;
    public const int TrainerMaxLength = 200;

    internal CourseSession(CourseSessionEntry entry)
    {
        Id = Guid.CreateVersion7();
        Change(entry);
    }

    private CourseSession()
    {
    }

    public Guid Id { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>Clock time in Viet Nam.</summary>
    public TimeOnly StartsAt { get; private set; }

    /// <summary>Clock time in Viet Nam.</summary>
    public TimeOnly EndsAt { get; private set; }

    public CourseSessionKind Kind { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string? Room { get; private set; }

    public string? Link { get; private set; }

    public string? Trainer { get; private set; }

    internal static CourseSessionEntry Tidied(CourseSessionEntry entry) => entry with
    {
        Title = SearchText.Tidy(entry.Title),
        Room = SearchText.TidyOrNull(entry.Room),
        Link = SearchText.TidyOrNull(entry.Link),
        Trainer = SearchText.TidyOrNull(entry.Trainer),
    };

    /// <summary>Whether both need one room at one time; sessions without a room are held where there is place.</summary>
    internal static bool Collide(CourseSessionEntry one, CourseSessionEntry other) =>
        one.Room is not null && other.Room is not null
        && one.Date == other.Date && one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt
        && SearchText.Fold(one.Room) == SearchText.Fold(other.Room);

    internal void Change(CourseSessionEntry entry)
    {
        (Date, StartsAt, EndsAt) = (entry.Date, entry.StartsAt, entry.EndsAt);
        (Kind, Title) = (entry.Kind, entry.Title);
        (Room, Link, Trainer) = (entry.Room, entry.Link, entry.Trainer);
    }
}
