using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Q">Words of the title in any order, with or without diacritics.</param>
/// <param name="Province">Founding province; all provinces where it is left out.</param>
public sealed record OpenCourseFilter(string? Q = null, CourseKind? Kind = null, string? Province = null);

/// <summary>A course that takes registrations, as anybody may see it.</summary>
/// <param name="RegistrationClosesOn">Last day of registration.</param>
public sealed record OpenCourseListItem(
    Guid Id,
    string Code,
    string Province,
    CourseKind Kind,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly RegistrationClosesOn,
    CourseMode Mode,
    string? Venue,
    int Seats)
{
    /// <summary>Seats that nobody has or is offered.</summary>
    public int Free { get; init; }

    /// <summary>People in the line.</summary>
    public int Waiting { get; init; }
}

public sealed record ListOpenCoursesQuery(OpenCourseFilter Filter, PageRequest Page) : IQuery<Page<OpenCourseListItem>>;

internal sealed class ListOpenCoursesValidator : AbstractValidator<ListOpenCoursesQuery>
{
    public ListOpenCoursesValidator()
    {
        RuleFor(static query => query.Filter.Q).MaximumLength(VietnameseSearch.MaxLength).OverridePropertyName("?q");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListOpenCoursesHandler(INsclDb db, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListOpenCoursesQuery, Page<OpenCourseListItem>>
{
    private static readonly Keyset<Course> Sorts = new Keyset<Course>(static course => course.Id, "startsOn")
        .By("startsOn", static course => course.StartsOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<OpenCourseListItem>> Handle(ListOpenCoursesQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            static course => new OpenCourseListItem(
                course.Id,
                course.Code,
                course.Province,
                course.Kind,
                course.Title,
                course.StartsOn,
                course.EndsOn,
                course.RegistrationClosesOn,
                course.Mode,
                course.Venue,
                course.Seats),
            cancellationToken);
        var counts = await db.CountSeatsAsync([.. page.Items.Select(static item => item.Id)], cancellationToken);
        return page with
        {
            Items = [.. page.Items.Select(item => counts.GetValueOrDefault(item.Id) is { } of
                ? item with { Free = Math.Max(0, item.Seats - of.Held), Waiting = of.Waiting }
                : item with { Free = item.Seats })],
        };
    }

    private IQueryable<Course> Filtered(OpenCourseFilter filter)
    {
        var today = clock.Today;
        var rows = db.Courses.AsNoTracking().Where(course => course.Status == CourseStatus.RegistrationOpen && course.RegistrationClosesOn >= today);
        foreach (var alternatives in VietnameseSearch.Patterns(filter.Q ?? string.Empty))
        {
            rows = rows.Where(course => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(course, CourseColumns.SearchKey), pattern)));
        }

        rows = filter.Province is null ? rows : rows.Where(course => course.Province == filter.Province);
        return filter.Kind is null ? rows : rows.Where(course => course.Kind == filter.Kind);
    }
}
