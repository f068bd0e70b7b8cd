using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Q">Words of the title in any order, with or without diacritics, or a code.</param>
/// <param name="Year">Courses that are held in the year.</param>
/// <param name="From">Courses that end on this day or later.</param>
/// <param name="To">Courses that begin on this day or earlier.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record CourseFilter(
    string? Q = null,
    CourseStatus? Status = null,
    CourseKind? Kind = null,
    Guid? ProgramId = null,
    int? Year = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Province = null);

/// <summary>A course in a list.</summary>
/// <param name="RegistrationClosesOn">Last day of registration.</param>
public sealed record CourseListItem(
    Guid Id,
    string Code,
    string Province,
    Guid? ProgramId,
    CourseKind Kind,
    CourseStatus Status,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly RegistrationClosesOn,
    CourseMode Mode,
    string? Venue,
    string? DistrictCode,
    int Seats)
{
    /// <summary>Its state, or that it is being held today.</summary>
    public CourseStage Stage { get; init; }

    /// <summary>Seats that somebody has or is offered.</summary>
    public int Held { get; init; }

    /// <summary>People in the line.</summary>
    public int Waiting { get; init; }
}

public sealed record ListCoursesQuery(CourseFilter Filter, PageRequest Page) : IQuery<Page<CourseListItem>>;

internal sealed class ListCoursesValidator : AbstractValidator<ListCoursesQuery>
{
    public ListCoursesValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new CourseFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class CourseFilterValidator : AbstractValidator<CourseFilter>
{
    public CourseFilterValidator()
    {
        RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
        RuleFor(static filter => filter.Year).InclusiveBetween(1900, 2200);
        RuleFor(static filter => filter.Province).MaximumLength(32);
    }
}

internal sealed class ListCoursesHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListCoursesQuery, Page<CourseListItem>>
{
    private static readonly Keyset<Course> Sorts = new Keyset<Course>(static course => course.Id, "-startsOn")
        .By("startsOn", static course => course.StartsOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture))
        .By("code", static course => course.Code, static text => text);

    public async ValueTask<Page<CourseListItem>> Handle(ListCoursesQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            static course => new CourseListItem(
                course.Id,
                course.Code,
                course.Province,
                course.ProgramId,
                course.Kind,
                course.Status,
                course.Title,
                course.StartsOn,
                course.EndsOn,
                course.RegistrationClosesOn,
                course.Mode,
                course.Venue,
                course.DistrictCode,
                course.Seats),
            cancellationToken);
        var counts = await db.CountSeatsAsync([.. page.Items.Select(static item => item.Id)], cancellationToken);
        return page with { Items = [.. page.Items.Select(item => Shown(item, counts.GetValueOrDefault(item.Id)))] };
    }

    private CourseListItem Shown(CourseListItem item, ListCounts? counts) => item with
    {
        Stage = Course.StageOf(item.Status, item.StartsOn, item.EndsOn, clock.Today),
        Held = counts?.Held ?? 0,
        Waiting = counts?.Waiting ?? 0,
    };

    private IQueryable<Course> Filtered(CourseFilter filter)
    {
        var rows = db.Courses.AsNoTracking().InProvince(filter.Province, current.User);
        foreach (var alternatives in VietnameseSearch.Patterns(filter.Q ?? string.Empty))
        {
            rows = rows.Where(course => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(course, CourseColumns.SearchKey), pattern)));
        }

        rows = filter.Status is null ? rows : rows.Where(course => course.Status == filter.Status);
        rows = filter.Kind is null ? rows : rows.Where(course => course.Kind == filter.Kind);
        rows = filter.ProgramId is null ? rows : rows.Where(course => course.ProgramId == filter.ProgramId);
        rows = filter.From is null ? rows : rows.Where(course => course.EndsOn >= filter.From);
        rows = filter.To is null ? rows : rows.Where(course => course.StartsOn <= filter.To);
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(course => course.StartsOn <= last && course.EndsOn >= first);
        }

        return rows;
    }
}
