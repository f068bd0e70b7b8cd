using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <summary>What was seen while a course was held.</summary>
/// <param name="On">The day it speaks of.</param>
/// <param name="At">When it was written.</param>
public sealed record CourseSupervisionNoteItem(Guid Id, DateOnly On, string Text, string ByName, DateTimeOffset At);

public sealed record ListSupervisionNotesQuery(Guid CourseId, PageRequest Page) : IQuery<Page<CourseSupervisionNoteItem>>;

internal sealed class ListSupervisionNotesValidator : AbstractValidator<ListSupervisionNotesQuery>
{
    public ListSupervisionNotesValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListSupervisionNotesHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListSupervisionNotesQuery, Page<CourseSupervisionNoteItem>>
{
    private static readonly Keyset<CourseSupervisionNote> Sorts = new Keyset<CourseSupervisionNote>(static row => row.Id, "on")
        .By("on", static row => row.On, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<CourseSupervisionNoteItem>> Handle(ListSupervisionNotesQuery query, CancellationToken cancellationToken)
    {
        var course = await db.LoadCourseOfContractAsync(query.CourseId, cancellationToken);
        return await Sorts.PageAsync(
            db.CourseSupervisionNotes.AsNoTracking().Where(row => row.CourseId == course.Id),
            query.Page,
            $"{course.Id:N}",
            cursors,
            static row => new CourseSupervisionNoteItem(row.Id, row.On, row.Text, row.ByName, row.At),
            cancellationToken);
    }
}
