using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.Training;
using Nscl.Domain.Training;

namespace Nscl.Api.Training;

/// <summary>What is held when: the calendar of the courses, and its address for one's own calendar.</summary>
internal static class CourseTimetableEndpoints
{
    private const string PublicCalendars = "/public/calendars";

    public static void MapCourseTimetable(this IEndpointRouteBuilder api)
    {
        api.MapGet("/course-sessions", ListCourseSessions).WithTags("Courses")
            .UseCase(nameof(ListCourseSessions), Permissions.CoursesRead, "List what is held", "Courses that have a day from `from` to `to` (at most 62 days), cancelled ones included, and their sessions on these days in the order of time. What is only planned is seen by officers alone.");
        var subscription = api.MapGroup("/calendar-subscription").WithTags("Courses");
        subscription.MapGet("/", GetCalendarSubscription)
            .UseCase(nameof(GetCalendarSubscription), Permissions.CoursesRead, "Get your calendar subscription", "Since when there is an address for your own calendar; nothing where there is none. The address itself is told once, when it is made.");
        subscription.MapPost("/", RenewCalendarSubscription)
            .UseCase(nameof(RenewCalendarSubscription), Permissions.CoursesRead, "Make an address for your calendar", "Calendars of other makers subscribe to it. A new address ends the old one. Told once: whoever knows it reads the courses that you may read.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        subscription.MapDelete("/", RevokeCalendarSubscription)
            .UseCase(nameof(RevokeCalendarSubscription), Permissions.CoursesRead, "End your calendar subscription", "The address is void at once. Also where there is none.");
        api.MapGet(PublicCalendars + "/{calendarSecret}.ics", ReadSubscribedCalendar).WithTags("Public").LimitedByAddress()
            .UseCase(nameof(ReadSubscribedCalendar), permission: null, "Read a subscribed calendar", "The courses that the person behind the address may read now, those of the last 90 days included, as an iCalendar file (RFC 5545). A cancelled course is `STATUS:CANCELLED`. With an ETag that stays as long as no event changed. Unknown, ended, replaced, and a person who may not read courses any more are all not found.")
            .Produces<Stream>(StatusCodes.Status200OK, CourseCalendar.MediaType).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<CourseTimetable>> ListCourseSessions(DateOnly from, DateOnly to, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCourseSessionsQuery(from, to), cancellationToken));

    private static async Task<Ok<CalendarSubscriptionDetails>> GetCalendarSubscription(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetCalendarSubscriptionQuery(), cancellationToken));

    private static async Task<Ok<RenewedCalendarSubscription>> RenewCalendarSubscription(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new RenewCalendarSubscriptionCommand("/api/v1" + PublicCalendars), cancellationToken));

    private static async Task<NoContent> RevokeCalendarSubscription(ISender sender, CancellationToken cancellationToken)
    {
        await sender.Send(new RevokeCalendarSubscriptionCommand(), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>A calendar that asks every few hours gets the file only where something changed.</summary>
    private static async Task<FileContentHttpResult> ReadSubscribedCalendar(string calendarSecret, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var calendar = await sender.Send(new ReadSubscribedCalendarQuery(calendarSecret, Problems.BaseAddress(http)), cancellationToken);
        return TypedResults.File(calendar.Content, CourseCalendar.MediaType + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{calendar.Tag}\""));
    }
}
