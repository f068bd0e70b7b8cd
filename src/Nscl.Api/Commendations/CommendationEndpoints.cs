using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Commendations;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;

namespace Nscl.Api.Commendations;

/// <summary>Proposals to commend collectives and individuals.</summary>
internal static class CommendationEndpoints
{
    private const string Route = "/commendations";

    public static void MapCommendations(this IEndpointRouteBuilder api)
    {
        var proposals = api.MapGroup(Route).WithTags("Commendations");
        proposals.MapGet("/", ListCommendations)
            .UseCase(nameof(ListCommendations), Permissions.CommendationsRead, "List proposals for commendation", "Search by name, agency or code. Latest code first; sort by `code` or `name`, with `-` for descending.");
        proposals.MapPost("/", ProposeCommendation).TakesJson<ProposeCommendationRequest>().TakesIdempotencyKey()
            .UseCase(nameof(ProposeCommendation), Permissions.CommendationsPropose, "Propose a commendation", "A collective or a person, with the form of the list `commendationForms` and what is commended. Gives the proposal its code.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        proposals.MapGet("/{proposalId:guid}", GetCommendation).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetCommendation), Permissions.CommendationsRead, "Get a proposal", "The proposal with what can be done next.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        proposals.MapPut("/{proposalId:guid}", UpdateCommendation).TakesJson<CommendationInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateCommendation), Permissions.CommendationsPropose, "Change a proposal", "Replaces what is said of it. From `proposed`.");
        proposals.MapPost("/{proposalId:guid}/review", ReviewCommendation).TakesJson<ReviewCommendationRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ReviewCommendation), Permissions.CommendationsReview, "Record the meeting", "The commendation council has met over it; day and minutes. From `proposed`.");
        proposals.MapPost("/{proposalId:guid}/submit", SubmitCommendation).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(SubmitCommendation), Permissions.CommendationsSubmit, "Submit a proposal", "Sent to whoever decides, once the minutes of the meeting are attached. From `reviewed`.");
        proposals.MapPost("/{proposalId:guid}/send-back", SendBackCommendation).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(SendBackCommendation), Permissions.CommendationsReview, "Send a proposal back", "To be corrected, with the reason; the council then meets over it again. From `reviewed` and `submitted`.");
        proposals.MapPost("/{proposalId:guid}/record-decision", RecordCommendationDecision).TakesJson<RecordCommendationDecisionRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordCommendationDecision), Permissions.CommendationsRecordDecision, "Record the decision", "Number and date of the decision that commends, and the form it grants where that is another than was proposed. From `submitted`.");
        proposals.MapPost("/{proposalId:guid}/decline", DeclineCommendation).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(DeclineCommendation), Permissions.CommendationsReview, "Decline a proposal", "It is not commended, with the reason. From every state before the decision.");
        proposals.MapPost("/{proposalId:guid}/withdraw", WithdrawCommendation).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(WithdrawCommendation), Permissions.CommendationsPropose, "Withdraw a proposal", "The office takes it back, with the reason. From every state before the decision.");
        MapDocuments(proposals.MapGroup("/{proposalId:guid}/documents"));
        api.MapGet("/commendation-counters", ListCommendationCounters).WithTags("Commendations")
            .UseCase(nameof(ListCommendationCounters), Permissions.CommendationsRead, "Count commendations by plan period", "For each plan period that the targets of a program name: how many are decided and how many on their way, beside what is foreseen. Going beyond is said, not forbidden.");
    }

    private static void MapDocuments(RouteGroupBuilder documents)
    {
        documents.MapPost("/", AttachCommendationDocument).DisableAntiforgery().TakesIdempotencyKey()
            .Accepts<AttachCommendationDocumentForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(25L * 1024 * 1024))
            .UseCase(nameof(AttachCommendationDocument), Permissions.CommendationsPropose, "Attach a paper", "One PDF, JPEG, PNG, DOCX or XLSX of at most 20 MiB: the report of the achievement, the minutes of the meeting, the letter of submission, the decision, or another paper.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        documents.MapGet("/{commendationDocumentId:guid}/content", DownloadCommendationDocument).AnswersRanges()
            .UseCase(nameof(DownloadCommendationDocument), Permissions.CommendationsRead, "Download a paper", "The bytes as handed in, always as an attachment, with their SHA-256 in Repr-Digest.")
            .ProducesFile().ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapDelete("/{commendationDocumentId:guid}", RemoveCommendationDocument).NeedsIfMatch()
            .UseCase(nameof(RemoveCommendationDocument), Permissions.CommendationsPropose, "Remove a paper", "Takes out a paper that was attached by mistake. Until the proposal is submitted.");
    }

    private static async Task<Ok<Page<CommendationListItem>>> ListCommendations([AsParameters] CommendationFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCommendationsQuery(filter, page), cancellationToken));

    private static async Task<Created<CommendationDetails>> ProposeCommendation(Body<ProposeCommendationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var proposed = await sender.Send(new ProposeCommendationCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{proposed.Value.Id}", proposed);
    }

    private static async Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> GetCommendation(Guid proposalId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetCommendationQuery(proposalId), cancellationToken));

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> UpdateCommendation(Guid proposalId, Body<CommendationInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateCommendationCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> ReviewCommendation(Guid proposalId, Body<ReviewCommendationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ReviewCommendationCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> SubmitCommendation(Guid proposalId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new SubmitCommendationCommand(proposalId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> RecordCommendationDecision(Guid proposalId, Body<RecordCommendationDecisionRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordCommendationDecisionCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> DeclineCommendation(Guid proposalId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new DeclineCommendationCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> WithdrawCommendation(Guid proposalId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new WithdrawCommendationCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> SendBackCommendation(Guid proposalId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new SendBackCommendationCommand(proposalId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Created<CommendationDetails>> AttachCommendationDocument(Guid proposalId, [FromForm] string kind, IFormFile file, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        var attached = await sender.Send(new AttachCommendationDocumentCommand(proposalId, kind, file.FileName, content), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{proposalId}", attached);
    }

    private static async Task<FileStreamHttpResult> DownloadCommendationDocument(Guid proposalId, Guid commendationDocumentId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var document = await sender.Send(new DownloadCommendationDocumentQuery(proposalId, commendationDocumentId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(document.Sha256))}:";
        return TypedResults.File(document.Content, document.MediaType, document.FileName, enableRangeProcessing: true);
    }

    private static Task<Results<Ok<CommendationDetails>, StatusCodeHttpResult>> RemoveCommendationDocument(Guid proposalId, Guid commendationDocumentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RemoveCommendationDocumentCommand(proposalId, commendationDocumentId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Ok<CommendationCounterList>> ListCommendationCounters(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCommendationCountersQuery(), cancellationToken));

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));

    /// <param name="Kind"><c>achievementReport</c>, <c>minutes</c>, <c>submissionLetter</c>, <c>decision</c> or <c>other</c>.</param>
    internal sealed record AttachCommendationDocumentForm(string Kind, IFormFile File);
}
