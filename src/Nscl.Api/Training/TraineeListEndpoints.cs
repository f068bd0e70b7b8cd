using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Api.Enterprises;
using Nscl.Application.Enterprises;
using Nscl.Application.Identity;
using Nscl.Application.Training;

namespace Nscl.Api.Training;

/// <summary>What an import of a list would do. With a fault it puts nobody on the course's list, unless only sound rows are asked for.</summary>
/// <param name="RowCount">Rows of data.</param>
/// <param name="SeatCount">Rows that would get a seat.</param>
/// <param name="WaitlistCount">Rows that would join the line.</param>
/// <param name="UndecidedCount">Rows on which an officer would decide.</param>
/// <param name="FaultyRowCount">Rows that cannot be taken as they stand.</param>
/// <param name="FaultCount">All faults; a row may have several.</param>
public sealed record TraineeListCheck(int RowCount, int SeatCount, int WaitlistCount, int UndecidedCount, int FaultyRowCount, int FaultCount, IReadOnlyList<ImportFinding> Faults)
{
    internal static TraineeListCheck Of(TraineeListReport report) => new(
        report.RowCount,
        report.SeatCount,
        report.WaitlistCount,
        report.UndecidedCount,
        report.FaultyRowCount,
        report.FaultCount,
        [.. report.Faults.Select(ImportFinding.Of)]);
}

/// <summary>Lists of participants as Excel workbooks, in and out.</summary>
internal static class TraineeListEndpoints
{
    private const string SheetMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const long MaxRequestBytes = 12L * 1024 * 1024;

    /// <param name="registrations">The registrations of one course.</param>
    public static void MapTraineeLists(this RouteGroupBuilder registrations)
    {
        registrations.MapGet("/export", ExportCourseRegistrations)
            .UseCase(nameof(ExportCourseRegistrations), Permissions.CoursesManage, "Export who is on a course", "Everybody who registered as an Excel workbook, in the order of arrival, in the language of Accept-Language. The columns are those of an import.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType).ProducesProblem(StatusCodes.Status404NotFound);
        registrations.MapGet("/import-template", GetTraineeListTemplate)
            .UseCase(nameof(GetTraineeListTemplate), Permissions.CoursesManage, "Template for a list of participants", "An empty workbook with the columns of an import, the lists to choose from and a guide, in the language of Accept-Language.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType).ProducesProblem(StatusCodes.Status404NotFound);
        registrations.MapPost("/import-checks", CheckTraineeList).TakesWorkbook<ListForm>()
            .UseCase(nameof(CheckTraineeList), Permissions.CoursesManage, "Check a list of participants", "What `ImportTraineeList` would do with this file: every faulty row and column, how many get a seat and how many join the line. Changes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        registrations.MapPost("/imports", ImportTraineeList).TakesWorkbook<ListImportForm>()
            .UseCase(
                nameof(ImportTraineeList),
                Permissions.CoursesManage,
                "Import a list of participants",
                "Puts the people of an Excel workbook (.xlsx, at most 10 MiB and 1,000 rows) on the course's list in their order, as if each were registered by itself: seats, line, duplicates and the share of an organization. All, or none and every faulty row and column named as `/rows/{row}/{field}`; with `onlySoundRows` faulty rows are left out. A person of the same name and organization as another needs `Yes` in the column for it. Headings may be Vietnamese or English.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsIdempotencyKey();
    }

    private static RouteHandlerBuilder TakesWorkbook<TForm>(this RouteHandlerBuilder endpoint)
        where TForm : notnull => endpoint
        .DisableAntiforgery()
        .Accepts<TForm>("multipart/form-data")
        .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<FileStreamHttpResult> ExportCourseRegistrations(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Download(await sender.Send(new ExportCourseRegistrationsCommand(courseId, ReaderLanguage.Of(http.Request)), cancellationToken));

    private static async Task<FileStreamHttpResult> GetTraineeListTemplate(Guid courseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Download(await sender.Send(new GetTraineeListTemplateQuery(courseId, ReaderLanguage.Of(http.Request)), cancellationToken));

    private static FileStreamHttpResult Download(DownloadedFile file) => TypedResults.File(file.Content, file.MediaType, file.FileName);

    private static async Task<Ok<TraineeListCheck>> CheckTraineeList(Guid courseId, IFormFile file, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return TypedResults.Ok(TraineeListCheck.Of(await sender.Send(new CheckTraineeListQuery(courseId, new TraineeFile(file.FileName, content)), cancellationToken)));
    }

    private static async Task<Ok<TraineeListImport>> ImportTraineeList(Guid courseId, IFormFile file, ISender sender, CancellationToken cancellationToken, [FromForm] bool? onlySoundRows = null)
    {
        await using var content = file.OpenReadStream();
        return TypedResults.Ok(await sender.Send(new ImportTraineeListCommand(courseId, new TraineeFile(file.FileName, content), onlySoundRows == true), cancellationToken));
    }

    /// <summary>The form, for the document.</summary>
    /// <param name="File">An Excel workbook (.xlsx).</param>
    internal sealed record ListForm(IFormFile File);

    /// <summary>The form, for the document.</summary>
    /// <param name="File">An Excel workbook (.xlsx).</param>
    /// <param name="OnlySoundRows">Leaves faulty rows out instead of refusing the whole.</param>
    internal sealed record ListImportForm(IFormFile File, bool? OnlySoundRows);
}
