using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Nscl.Api.Common;
using Nscl.Api.Identity;
using Nscl.Application.Common;
using Nscl.Application.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Api.Training;

/// <summary>Courses that take registrations, and registering oneself, for people without an account.</summary>
internal static class PublicCourseEndpoints
{
    private const string CourseNotFound = "course.notFound";
    private const string RegistrationNotFound = "courseRegistration.notFound";

    public static void MapPublicCourses(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/public/courses").WithTags("PublicCourses");
        courses.MapGet("/", ListOpenCourses).OverProvinces()
            .UseCase(nameof(ListOpenCourses), null, "List open courses", "Courses that take registrations, the next first, with how many seats are free. Names nobody. May be kept for half a minute.");
        courses.MapGet("/{courseId:guid}", GetOpenCourse).InProvinceOf(CourseAsync, CourseNotFound)
            .UseCase(nameof(GetOpenCourse), null, "Get an open course", "What the course is about, when and where, how full it is and the privacy notice. Also after registration has closed, so that an address that was given out stays good; never while it is only planned.");
        courses.MapPost("/{courseId:guid}/registrations", RegisterYourself).LimitedWritesByAddress().InProvinceOf(CourseAsync, CourseNotFound).TakesJson<RegisterYourselfRequest>().NeedsIdempotencyKey()
            .UseCase(
                nameof(RegisterYourself),
                null,
                "Register yourself",
                "Puts the person on the list: a seat, a place in the line or an officer's decision to come. Needs a telephone number or an e-mail address, and the acceptance of the privacy notice where the course has one; one of either registers at most `contactLimit` people of a course. The answer tells the secret of the personal link once.")
            .WithMetadata(new NoAntiforgery());

        var own = api.MapGroup("/public/registrations/{secret}").WithTags("PublicCourses");
        own.MapGet("/", GetOwnRegistration).InProvinceOf(RegistrationAsync, RegistrationNotFound).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetOwnRegistration), null, "Get your registration", "How the registration behind a personal link stands, and what the person can do.");
        own.MapGet("/evaluation", GetOwnEvaluation).InProvinceOf(RegistrationAsync, RegistrationNotFound)
            .UseCase(nameof(GetOwnEvaluation), null, "Get your evaluation", "Whether the person behind a personal link can evaluate the course now, and where.");
        own.MapPost("/confirm", ConfirmOwnRegistration).LimitedWritesByAddress().InProvinceOf(RegistrationAsync, RegistrationNotFound).NeedsIfMatch()
            .UseCase(nameof(ConfirmOwnRegistration), null, "Confirm your seat", "Takes the seat that was offered to the person from the line, until `confirmBy`. From `offered`.")
            .WithMetadata(new NoAntiforgery());
        own.MapPost("/cancel", CancelOwnRegistration).LimitedWritesByAddress().InProvinceOf(RegistrationAsync, RegistrationNotFound).TakesJson<CancelRegistrationRequest>(optional: true).NeedsIfMatch()
            .UseCase(nameof(CancelOwnRegistration), null, "Cancel your registration", "Takes the person from the list. A seat that becomes free goes to the first who waits; the person may register again, at the end of the line.")
            .WithMetadata(new NoAntiforgery());
    }

    private static async Task<PublicPlace?> CourseAsync(NsclDbContext db, RouteValueDictionary route, CancellationToken cancellationToken) =>
        Guid.TryParse(route["courseId"] as string, out var id)
            ? await db.Courses.Where(course => course.Id == id).Select(static course => new PublicPlace(course.Province, default)).FirstOrDefaultAsync(cancellationToken)
            : null;

    private static async Task<PublicPlace?> RegistrationAsync(NsclDbContext db, RouteValueDictionary route, CancellationToken cancellationToken)
    {
        if (route["secret"] is not string { Length: <= SecretLink.MaxLength } secret)
        {
            return null;
        }

        var hash = SecretLink.HashOf(secret);
        return await db.CourseRegistrations.IgnoreQueryFilters([RowScope.FilterName]).Where(row => row.LinkHash == hash)
            .Select(static row => new PublicPlace(row.Province, row.Id)).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<TaggedJson<Page<OpenCourseListItem>>> ListOpenCourses([AsParameters] OpenCourseFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        new(await sender.Send(new ListOpenCoursesQuery(filter, page), cancellationToken), TaggedJson.PublicForHalfAMinute);

    private static async Task<TaggedJson<OpenCourseDetails>> GetOpenCourse(Guid courseId, ISender sender, CancellationToken cancellationToken) =>
        new(await sender.Send(new GetOpenCourseQuery(courseId), cancellationToken), TaggedJson.PublicAskedAnew);

    private static async Task<Created<SelfRegistrationReceipt>> RegisterYourself(Guid courseId, Body<RegisterYourselfRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var registered = await sender.Send(new RegisterYourselfCommand(courseId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1/public/registrations/{registered.Value.Secret}", registered);
    }

    private static async Task<Results<Ok<OwnRegistration>, StatusCodeHttpResult>> GetOwnRegistration(string secret, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetOwnRegistrationQuery(secret), cancellationToken));

    private static async Task<Ok<OwnEvaluation>> GetOwnEvaluation(string secret, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetOwnEvaluationQuery(secret), cancellationToken));

    private static async Task<Results<Ok<OwnRegistration>, StatusCodeHttpResult>> ConfirmOwnRegistration(string secret, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new ConfirmOwnRegistrationCommand(secret, EntityTags.Expected(http)), cancellationToken));

    private static async Task<Results<Ok<OwnRegistration>, StatusCodeHttpResult>> CancelOwnRegistration(string secret, Body<CancelRegistrationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new CancelOwnRegistrationCommand(secret, EntityTags.Expected(http), body.Value), cancellationToken));
}
