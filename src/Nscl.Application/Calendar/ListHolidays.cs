using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Calendar;

namespace Nscl.Application.Calendar;

/// <summary>The days of a year on which the working-day calendar departs from Monday to Friday.</summary>
/// <param name="IsKnown">False when nothing is loaded for the year: then only its weekends are known.</param>
public sealed record HolidayList(int Year, bool IsKnown, IReadOnlyList<Holiday> Items);

public sealed record Holiday(DateOnly Date, CalendarDayKind Kind, string NameVi, string NameEn);

/// <param name="Year">The business year when left out.</param>
public sealed record ListHolidaysQuery(int? Year) : IQuery<HolidayList>;

internal sealed class ListHolidaysValidator : AbstractValidator<ListHolidaysQuery>
{
    public ListHolidaysValidator() => RuleFor(static query => query.Year).InclusiveBetween(1900, 2200).OverridePropertyName("?year");
}

internal sealed class ListHolidaysHandler(INsclDb db, IBusinessClock clock) : IQueryHandler<ListHolidaysQuery, HolidayList>
{
    public async ValueTask<HolidayList> Handle(ListHolidaysQuery query, CancellationToken cancellationToken)
    {
        var year = query.Year ?? clock.Today.Year;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var days = await db.Set<CalendarDay>().Where(day => day.Date >= first && day.Date <= last).OrderBy(static day => day.Date)
            .Select(static day => new Holiday(day.Date, day.Kind, day.NameVi, day.NameEn)).ToListAsync(cancellationToken);
        return new HolidayList(year, days.Count > 0, days);
    }
}
