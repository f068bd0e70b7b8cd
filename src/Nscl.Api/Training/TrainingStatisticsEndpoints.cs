using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Training;

namespace Nscl.Api.Training;

/// <summary>How many took part in what has been held, and the people behind each figure.</summary>
internal static class TrainingStatisticsEndpoints
{
    private const string SheetMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTrainingStatistics(this IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/training-statistics").WithTags("TrainingStatistics");
        statistics.MapGet("/", GetTrainingStatistics)
            .UseCase(
                nameof(GetTrainingStatistics),
                Permissions.CoursesRead,
                "Training statistics",
                "Courses that were held in the period, `turns` (one per person per course, never per session) and `persons` (distinct people), in all and `by` kind of participant, organization, district, course or topic. Attended, and on the list of a course whose attendance nobody recorded, are counted apart. Within the rows that the caller sees.");
        statistics.MapGet("/evidence", ListTrainingEvidence)
            .UseCase(nameof(ListTrainingEvidence), Permissions.CoursesRead, "Evidence of a figure", "The participations behind a row of the statistics: the same period, its `by` and its `key`; everybody without both. By name.");
        statistics.MapGet("/export", ExportTrainingStatistics)
            .UseCase(nameof(ExportTrainingStatistics), Permissions.CoursesRead, "Export training statistics", "The same figures as an Excel workbook, in the language of Accept-Language.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType);
    }

    private static async Task<Ok<TrainingStatistics>> GetTrainingStatistics([AsParameters] TrainingPeriod filter, ISender sender, CancellationToken cancellationToken, TrainingBreakdown? by = null) =>
        TypedResults.Ok(await sender.Send(new GetTrainingStatisticsQuery(filter, by ?? TrainingBreakdown.Kind), cancellationToken));

    private static async Task<Ok<Page<TrainingEvidenceItem>>> ListTrainingEvidence([AsParameters] TrainingPeriod filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken, TrainingBreakdown? by = null, string? key = null) =>
        TypedResults.Ok(await sender.Send(new ListTrainingEvidenceQuery(filter, by, key, page), cancellationToken));

    private static async Task<FileStreamHttpResult> ExportTrainingStatistics([AsParameters] TrainingPeriod filter, HttpContext http, ISender sender, CancellationToken cancellationToken, TrainingBreakdown? by = null)
    {
        var file = await sender.Send(new ExportTrainingStatisticsQuery(filter, by ?? TrainingBreakdown.Kind, ReaderLanguage.Of(http.Request)), cancellationToken);
        return TypedResults.File(file.Content, file.MediaType, file.FileName);
    }
}
