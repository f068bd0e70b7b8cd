using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.Training;

namespace Nscl.Api.Training;

/// <summary>What those who attended think of a course.</summary>
internal static class EvaluationEndpoints
{
    private const string SheetMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapEvaluations(this IEndpointRouteBuilder api)
    {
        var course = api.MapGroup("/courses/{courseId:guid}").WithTags("Courses");
        course.MapGet("/evaluation", GetCourseEvaluation)
            .UseCase(nameof(GetCourseEvaluation), Permissions.CoursesReadEvaluation, "Get the evaluation of a course", "Whether it takes answers, address and QR code for the room, how many of those who attended have answered, and what the answers say together: averages in hundredths, distributions, free texts. Figures are held back while answers come in (`hold`), with fewer than `fewestShown` answers, and until as many new ones came by telephone: nobody can work out a single answer from how they move. Nobody is named.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        course.MapPost("/open-evaluation", OpenEvaluation).TakesJson<OpenEvaluationRequest>(optional: true)
            .UseCase(nameof(OpenEvaluation), Permissions.CoursesEvaluate, "Open the evaluation of a course", "Those who attended answer by telephone until `lastDay`. It opens by itself on the day of the last session. Opening again sets another last day; the address stays.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        course.MapPost("/close-evaluation", CloseEvaluation)
            .UseCase(nameof(CloseEvaluation), Permissions.CoursesEvaluate, "Close the evaluation of a course", "Nobody more answers by telephone; paper forms can still be entered.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        course.MapPost("/evaluation/paper-answers", RecordPaperEvaluations).TakesJson<RecordPaperEvaluationsRequest>().NeedsIdempotencyKey()
            .UseCase(nameof(RecordPaperEvaluations), Permissions.CoursesEvaluate, "Enter paper forms", "Answers that were given on paper, without names: all of them, or none and every fault named as `/answers/{n}/…`. Never more answers than people who attended.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        course.MapDelete("/evaluation/paper-answers/{paperBatchId:guid}", RemovePaperEvaluations)
            .UseCase(nameof(RemovePaperEvaluations), Permissions.CoursesEvaluate, "Take out paper forms", "Takes out what was typed in one go from paper forms, where it was typed wrongly. While the evaluation is open: afterwards its figures are there to be read.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        course.MapGet("/evaluation/export", ExportCourseEvaluation)
            .UseCase(nameof(ExportCourseEvaluation), Permissions.CoursesReadEvaluation, "Export the evaluation of a course", "What the answers say together as an Excel workbook, in the language of Accept-Language; it hides what the page hides.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<CourseEvaluationDetails>> GetCourseEvaluation(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetCourseEvaluationQuery(courseId, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<CourseEvaluationDetails>> OpenEvaluation(Guid courseId, Body<OpenEvaluationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new OpenEvaluationCommand(courseId, body.Value, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<CourseEvaluationDetails>> CloseEvaluation(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new CloseEvaluationCommand(courseId, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<CourseEvaluationDetails>> RecordPaperEvaluations(Guid courseId, Body<RecordPaperEvaluationsRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new RecordPaperEvaluationsCommand(courseId, body.Value, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<Ok<CourseEvaluationDetails>> RemovePaperEvaluations(Guid courseId, Guid paperBatchId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new RemovePaperEvaluationsCommand(courseId, paperBatchId, Problems.BaseAddress(http)), cancellationToken));

    private static async Task<FileStreamHttpResult> ExportCourseEvaluation(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var file = await sender.Send(new ExportCourseEvaluationQuery(courseId, ReaderLanguage.Of(http.Request)), cancellationToken);
        return TypedResults.File(file.Content, file.MediaType, file.FileName);
    }
}
