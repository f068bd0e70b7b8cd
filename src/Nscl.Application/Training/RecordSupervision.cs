using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="On">A day of the course, not in the future.</param>
/// <param name="Text">What was seen.</param>
public sealed record RecordSupervisionRequest(DateOnly On, string Text);

/// <summary>Writes down what was seen while a course was held (S1.21).</summary>
public sealed record RecordSupervisionCommand(Guid CourseId, RecordSupervisionRequest Body) : ICommand<CourseSupervisionNoteItem>;

internal sealed class RecordSupervisionValidator : AbstractValidator<RecordSupervisionCommand>
{
    public RecordSupervisionValidator() => RuleFor(static command => command.Body.Text).NotEmpty().MaximumLength(CourseSupervisionNote.TextMaxLength);
}

internal sealed class RecordSupervisionHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : ICommandHandler<RecordSupervisionCommand, CourseSupervisionNoteItem>
{
    public async ValueTask<CourseSupervisionNoteItem> Handle(RecordSupervisionCommand command, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var note = CourseSupervisionNote.Record(course, command.Body.On, command.Body.Text, current.User.CourseActOf(clock));
        db.CourseSupervisionNotes.Add(note);
        await db.SaveChangesAsync(cancellationToken);
        return new CourseSupervisionNoteItem(note.Id, note.On, note.Text, note.ByName, note.At);
    }
}
