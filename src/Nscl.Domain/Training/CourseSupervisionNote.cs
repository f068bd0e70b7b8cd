using Nscl.Domain.Common;

namespace Nscl.Domain.Training;

/// <summary>What somebody of the department saw while a course was held (S1.21, "theo dõi, giám sát"). A note is written once and stays.</summary>
public sealed class CourseSupervisionNote : AggregateRoot
{
    public const int TextMaxLength = 4_000;

    private CourseSupervisionNote(Course course, DateOnly on, string text, CourseAct act)
        : base(course.Province)
    {
        (CourseId, On, Text) = (course.Id, on, text);
        (ByName, At) = (act.ByName, act.At);
    }

    /// <summary>For the object mapper only.</summary>
    private CourseSupervisionNote() => (Text, ByName) = (string.Empty, string.Empty);

    public Guid CourseId { get; private set; }

    /// <summary>The day it speaks of.</summary>
    public DateOnly On { get; private set; }

    public string Text { get; private set; }

    public string ByName { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static CourseSupervisionNote Record(Course course, DateOnly on, string text, CourseAct act)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(act);
        if (course.Status is CourseStatus.Planned or CourseStatus.Cancelled)
        {
            throw CourseRules.NothingToSupervise(course.Status);
        }

        if (on < course.StartsOn || on > act.On || on > course.EndsOn)
        {
            throw CourseRules.SupervisedOutsideCourse(course.StartsOn, course.EndsOn < act.On ? course.EndsOn : act.On);
        }

        return string.IsNullOrWhiteSpace(text) ? throw CourseRules.SupervisionTextRequired() : new CourseSupervisionNote(course, on, text.Trim(), act);
    }
}
