using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Application.Training;
using Nscl.Domain.Training;

namespace Nscl.Api.Training;

/// <summary>Courses, conferences, workshops, training elsewhere, and who is on their lists.</summary>
internal static class CourseEndpoints
{
    private const string Route = "/courses";

    public static void MapCourses(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup(Route).WithTags("Courses");
        courses.MapGet("/", ListCourses)
            .UseCase(nameof(ListCourses), Permissions.CoursesRead, "List courses", "Courses, conferences, workshops and training elsewhere, latest first. Sort by `startsOn` or `code`, with `-` for descending. What is only planned is seen by officers alone.");
        courses.MapPost("/", CreateCourse).TakesJson<CourseInput>().TakesIdempotencyKey()
            .UseCase(nameof(CreateCourse), Permissions.CoursesManage, "Plan a course", "Gives the course its code (`KH-2022-0001`). Only `kind`, `title`, `startsOn`, `endsOn` and `seats` are needed; the timetable may follow.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        courses.MapGet("/{courseId:guid}", GetCourse).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetCourse), Permissions.CoursesRead, "Get a course", "The course with its sessions, how full it is, and allowed and blocked actions.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        courses.MapPut("/{courseId:guid}", UpdateCourse).TakesJson<CourseInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateCourse), Permissions.CoursesManage, "Change a course", "Replaces what is said of the course; `sessions` that are left out stay. Once registration has opened, `kind` and `mode` are fixed. Seats that are added go to those who wait. The ETag does not move when people register.");
        courses.MapGet("/{courseId:guid}/calendar", DownloadCourseCalendar)
            .UseCase(nameof(DownloadCourseCalendar), Permissions.CoursesRead, "Download a course for a calendar", "The sessions of the course as an iCalendar file (RFC 5545), or its days where it has no timetable. UIDs stay when a session moves, `SEQUENCE` grows with every change, a cancelled course is `STATUS:CANCELLED`.")
            .Produces<Stream>(StatusCodes.Status200OK, CourseCalendar.MediaType).ProducesProblem(StatusCodes.Status404NotFound);
        MapTransitions(courses);
        MapRegistrations(courses.MapGroup("/{courseId:guid}/registrations"));
    }

    private static void MapTransitions(RouteGroupBuilder courses)
    {
        courses.MapPost("/{courseId:guid}/open-registration", OpenRegistration).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(OpenRegistration), Permissions.CoursesManage, "Open registration", "From now on people can register. From `planned`, until the last day of registration.");
        courses.MapPost("/{courseId:guid}/close-registration", CloseRegistration).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CloseRegistration), Permissions.CoursesManage, "Close registration", "Nobody more can register; who waits still moves up. From `registrationOpen`.");
        courses.MapPost("/{courseId:guid}/reopen-registration", ReopenRegistration).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ReopenRegistration), Permissions.CoursesManage, "Reopen registration", "Registrations are taken again. From `registrationClosed`, until the last day of registration.");
        courses.MapPost("/{courseId:guid}/end", EndCourse).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(EndCourse), Permissions.CoursesManage, "End a course", "The course has been held; its list stays as it is. From `registrationOpen` and `registrationClosed`, from its first day on.");
        courses.MapPost("/{courseId:guid}/cancel", CancelCourse).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CancelCourse), Permissions.CoursesManage, "Cancel a course", "The course is not held, with the reason. Whoever is on its list leaves it with the same reason. From every state before `ended`.");
    }

    private static void MapRegistrations(RouteGroupBuilder registrations)
    {
        registrations.MapGet("/", ListCourseRegistrations)
            .UseCase(nameof(ListCourseRegistrations), Permissions.CoursesRead, "List who is on a course", "Everybody who registered, in the order of arrival (`queueNumber`). An enterprise's own people see those whom they or their enterprise registered.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        registrations.MapPost("/", RegisterForCourse).TakesJson<RegisterForCourseRequest>().NeedsIdempotencyKey()
            .UseCase(nameof(RegisterForCourse), Permissions.CoursesRegister, "Register somebody", "A seat (`registered`), a place in the line (`waitlisted` with its `position`), or in a course whose officers decide `awaitingApproval`. Exact whatever number registers at once. A person who is on the list already is refused; somebody else of the same name and organization is taken with `isDifferentPerson`.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        registrations.MapTraineeLists();
        registrations.MapGet("/{registrationId:guid}", GetCourseRegistration).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetCourseRegistration), Permissions.CoursesRead, "Get a registration", "Somebody on the list, with seat or place in the line and what can be done next.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        registrations.MapPost("/{registrationId:guid}/cancel", CancelRegistration).TakesJson<CancelRegistrationRequest>(optional: true).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CancelRegistration), Permissions.CoursesRegister, "Cancel a registration", "Takes the person from the list. A seat that becomes free goes to the first who waits. The person may register again, at the end of the line.");
        registrations.MapPost("/{registrationId:guid}/confirm", ConfirmRegistration).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ConfirmRegistration), Permissions.CoursesRegister, "Confirm an offered seat", "Takes the seat that was offered to somebody from the line, until `confirmBy`. From `offered`.");
        registrations.MapPost("/{registrationId:guid}/approve", ApproveRegistration).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ApproveRegistration), Permissions.CoursesDecideRegistration, "Admit somebody", "To a seat, or to the line in the order of arrival. From `awaitingApproval`.");
        registrations.MapPost("/{registrationId:guid}/decline", DeclineRegistration).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(DeclineRegistration), Permissions.CoursesDecideRegistration, "Decline somebody", "Does not admit the person, with the reason. From `awaitingApproval`.");
    }

    private static async Task<FileContentHttpResult> DownloadCourseCalendar(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var file = await sender.Send(new DownloadCourseCalendarQuery(courseId, Problems.BaseAddress(http)), cancellationToken);
        return TypedResults.File(file.Content, CourseCalendar.MediaType + "; charset=utf-8", file.FileName);
    }

    private static async Task<Ok<Page<CourseListItem>>> ListCourses([AsParameters] CourseFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCoursesQuery(filter, page), cancellationToken));

    private static async Task<Created<CourseDetails>> CreateCourse(Body<CourseInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var created = await sender.Send(new CreateCourseCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{created.Value.Id}", created);
    }

    private static async Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> GetCourse(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetCourseQuery(courseId), cancellationToken));

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> UpdateCourse(Guid courseId, Body<CourseInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateCourseCommand(courseId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> OpenRegistration(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new OpenRegistrationCommand(courseId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> CloseRegistration(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CloseRegistrationCommand(courseId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> ReopenRegistration(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ReopenRegistrationCommand(courseId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> EndCourse(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new EndCourseCommand(courseId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseDetails>, StatusCodeHttpResult>> CancelCourse(Guid courseId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CancelCourseCommand(courseId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Ok<Page<CourseRegistrationListItem>>> ListCourseRegistrations(Guid courseId, [AsParameters] CourseRegistrationFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCourseRegistrationsQuery(courseId, filter, page), cancellationToken));

    private static async Task<Created<CourseRegistrationDetails>> RegisterForCourse(Guid courseId, Body<RegisterForCourseRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var registered = await sender.Send(new RegisterForCourseCommand(courseId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{courseId}/registrations/{registered.Value.Id}", registered);
    }

    private static async Task<Results<Ok<CourseRegistrationDetails>, StatusCodeHttpResult>> GetCourseRegistration(Guid courseId, Guid registrationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetCourseRegistrationQuery(courseId, registrationId), cancellationToken));

    private static Task<Results<Ok<CourseRegistrationDetails>, StatusCodeHttpResult>> CancelRegistration(Guid courseId, Guid registrationId, Body<CancelRegistrationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CancelRegistrationCommand(courseId, registrationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CourseRegistrationDetails>, StatusCodeHttpResult>> ConfirmRegistration(Guid courseId, Guid registrationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ConfirmRegistrationCommand(courseId, registrationId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseRegistrationDetails>, StatusCodeHttpResult>> ApproveRegistration(Guid courseId, Guid registrationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ApproveRegistrationCommand(courseId, registrationId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CourseRegistrationDetails>, StatusCodeHttpResult>> DeclineRegistration(Guid courseId, Guid registrationId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new DeclineRegistrationCommand(courseId, registrationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));
}
