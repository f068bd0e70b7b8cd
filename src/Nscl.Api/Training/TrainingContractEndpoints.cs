using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Application.Training;

namespace Nscl.Api.Training;

/// <summary>What a course is contracted for with those who teach it, and what the department saw while it was held.</summary>
internal static class TrainingContractEndpoints
{
    private const string Route = "/courses/{courseId:guid}";

    public static void MapTrainingContracts(this IEndpointRouteBuilder api)
    {
        var contracts = api.MapGroup(Route + "/contracts").WithTags("Training contracts");
        contracts.MapGet("/", ListTrainingContracts)
            .UseCase(nameof(ListTrainingContracts), Permissions.TrainingContractsRead, "List contracts of a course", "The contracts with those who teach, latest first; all but one at most are terminated.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        contracts.MapPost("/", SignTrainingContract).TakesJson<TrainingContractInput>().TakesIdempotencyKey()
            .UseCase(nameof(SignTrainingContract), Permissions.TrainingContractsManage, "Record a signed contract", "A course has one contract that is not terminated. `value` is whole đồng; without days it runs as long as the course.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        contracts.MapGet("/{contractId:guid}", GetTrainingContract).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetTrainingContract), Permissions.TrainingContractsRead, "Get a contract", "The contract with its papers, its acceptance, and allowed and blocked actions.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        contracts.MapPut("/{contractId:guid}", UpdateTrainingContract).TakesJson<TrainingContractInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateTrainingContract), Permissions.TrainingContractsManage, "Correct a contract", "Replaces what is said of the contract. Until it is accepted.");
        contracts.MapPost("/{contractId:guid}/accept", AcceptTrainingContract).TakesJson<AcceptTrainingContractRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(AcceptTrainingContract), Permissions.TrainingContractsManage, "Accept what was delivered", "After the course has been held; `acceptedValue` is at most the contract's value and that value where it is left out. From `signed`.");
        contracts.MapPost("/{contractId:guid}/terminate", TerminateTrainingContract).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(TerminateTrainingContract), Permissions.TrainingContractsManage, "Terminate a contract", "With the reason; the course may then get another contract. From `signed`.");
        contracts.MapPost("/{contractId:guid}/documents", AttachTrainingContractDocument).DisableAntiforgery().TakesIdempotencyKey()
            .Accepts<AttachTrainingContractDocumentForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(25L * 1024 * 1024))
            .UseCase(nameof(AttachTrainingContractDocument), Permissions.TrainingContractsManage, "Attach a paper", "One PDF, JPEG, PNG, DOCX or XLSX of at most 20 MiB: the signed contract, the minutes of acceptance, or another paper.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        contracts.MapGet("/{contractId:guid}/documents/{contractDocumentId:guid}/content", DownloadTrainingContractDocument).AnswersRanges()
            .UseCase(nameof(DownloadTrainingContractDocument), Permissions.TrainingContractsRead, "Download a paper", "The bytes as handed in, always as an attachment, with their SHA-256 in Repr-Digest.")
            .ProducesFile().ProducesProblem(StatusCodes.Status404NotFound);
        MapSupervision(api.MapGroup(Route + "/supervision-notes").WithTags("Training contracts"));
    }

    private static void MapSupervision(RouteGroupBuilder notes)
    {
        notes.MapGet("/", ListSupervisionNotes)
            .UseCase(nameof(ListSupervisionNotes), Permissions.TrainingContractsRead, "List supervision notes", "What people of the department saw while the course was held, in the order of the days.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapPost("/", RecordSupervision).TakesJson<RecordSupervisionRequest>().TakesIdempotencyKey()
            .UseCase(nameof(RecordSupervision), Permissions.TrainingContractsManage, "Record a supervision note", "For a day of the course, not in the future. A note is not changed afterwards; a correction is another note.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<TrainingContractListItem>>> ListTrainingContracts(Guid courseId, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListTrainingContractsQuery(courseId, page), cancellationToken));

    private static async Task<Created<TrainingContractDetails>> SignTrainingContract(Guid courseId, Body<TrainingContractInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var signed = await sender.Send(new SignTrainingContractCommand(courseId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1/courses/{courseId}/contracts/{signed.Value.Id}", signed);
    }

    private static async Task<Results<Ok<TrainingContractDetails>, StatusCodeHttpResult>> GetTrainingContract(Guid courseId, Guid contractId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetTrainingContractQuery(courseId, contractId), cancellationToken));

    private static Task<Results<Ok<TrainingContractDetails>, StatusCodeHttpResult>> UpdateTrainingContract(Guid courseId, Guid contractId, Body<TrainingContractInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateTrainingContractCommand(courseId, contractId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<TrainingContractDetails>, StatusCodeHttpResult>> AcceptTrainingContract(Guid courseId, Guid contractId, Body<AcceptTrainingContractRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new AcceptTrainingContractCommand(courseId, contractId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<TrainingContractDetails>, StatusCodeHttpResult>> TerminateTrainingContract(Guid courseId, Guid contractId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new TerminateTrainingContractCommand(courseId, contractId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Created<TrainingContractDetails>> AttachTrainingContractDocument(Guid courseId, Guid contractId, [FromForm] string kind, IFormFile file, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        var attached = await sender.Send(new AttachTrainingContractDocumentCommand(courseId, contractId, kind, file.FileName, content), cancellationToken);
        return EntityTags.Created(http, $"/api/v1/courses/{courseId}/contracts/{contractId}", attached);
    }

    private static async Task<FileStreamHttpResult> DownloadTrainingContractDocument(Guid courseId, Guid contractId, Guid contractDocumentId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var document = await sender.Send(new DownloadTrainingContractDocumentQuery(courseId, contractId, contractDocumentId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(document.Sha256))}:";
        return TypedResults.File(document.Content, document.MediaType, document.FileName, enableRangeProcessing: true);
    }

    private static async Task<Ok<Page<CourseSupervisionNoteItem>>> ListSupervisionNotes(Guid courseId, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListSupervisionNotesQuery(courseId, page), cancellationToken));

    private static async Task<Created<CourseSupervisionNoteItem>> RecordSupervision(Guid courseId, Body<RecordSupervisionRequest> body, ISender sender, CancellationToken cancellationToken)
    {
        var note = await sender.Send(new RecordSupervisionCommand(courseId, body.Value), cancellationToken);
        return TypedResults.Created($"/api/v1/courses/{courseId}/supervision-notes", note);
    }

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));

    /// <param name="Kind"><c>contract</c>, <c>acceptanceMinutes</c> or <c>other</c>.</param>
    internal sealed record AttachTrainingContractDocumentForm(string Kind, IFormFile File);
}
