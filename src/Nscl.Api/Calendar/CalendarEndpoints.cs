using Mediator;
using Nscl.Api.Common;
using Nscl.Application.Calendar;
using Nscl.Application.Identity;

namespace Nscl.Api.Calendar;

internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder api) =>
        api.MapGet("/holidays", ListHolidays).WithTags("Calendar")
            .UseCase(
                nameof(ListHolidays),
                Permissions.ReferenceDataRead,
                "List holidays",
                "Public holidays and make-up working days of a year (the business year when left out). `isKnown` is false where none are loaded: then only weekends count as days off.");

    private static async Task<TaggedJson<HolidayList>> ListHolidays(ISender sender, CancellationToken cancellationToken, int? year = null) =>
        new(await sender.Send(new ListHolidaysQuery(year), cancellationToken));
}
