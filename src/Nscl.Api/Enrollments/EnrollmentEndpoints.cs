using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;

namespace Nscl.Api.Enrollments;

/// <summary>Dossiers: everything from the first draft to the published decision.</summary>
internal static class EnrollmentEndpoints
{
    private const string Route = "/enrollments";

    public static void MapEnrollments(this IEndpointRouteBuilder api)
    {
        var enrollments = api.MapGroup(Route).WithTags("Enrollments");
        enrollments.MapGet("/", ListEnrollments)
            .UseCase(nameof(ListEnrollments), Permissions.EnrollmentsRead, "List dossiers", "Dossiers that the caller may see, newest first. Sort by `submittedAt` or `requestedTotal`, with `-` for descending. `status` may be given several times; `waitingForMe=true` keeps those whose next step is the caller's.");
        enrollments.MapPost("/", CreateEnrollment).TakesJson<CreateEnrollmentRequest>().TakesIdempotencyKey()
            .UseCase(nameof(CreateEnrollment), Permissions.EnrollmentsCreate, "Begin a dossier", "Opens a draft under a programme whose policy is in force today. A draft may be unfinished; what is there must be sound.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        enrollments.MapGet("/{enrollmentId:guid}", GetEnrollment).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetEnrollment), Permissions.EnrollmentsRead, "Get a dossier", "The dossier as the caller may see it, with allowed and blocked actions. To the enterprise a decision does not exist before it is published.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        enrollments.MapPut("/{enrollmentId:guid}", UpdateEnrollment).TakesJson<UpdateEnrollmentRequest>().NeedsIfMatch()
            .UseCase(nameof(UpdateEnrollment), Permissions.EnrollmentsUpdate, "Change a dossier", "Replaces what the applicant writes: lines, statement, declarations. Only in a draft or while a supplement is asked for.");
        enrollments.MapPost("/{enrollmentId:guid}/documents", AttachDocument).DisableAntiforgery().TakesIdempotencyKey()
            .Accepts<AttachDocumentForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(25L * 1024 * 1024))
            .UseCase(nameof(AttachDocument), Permissions.EnrollmentsAttachDocument, "Attach a document", "One PDF, JPEG, PNG, DOCX or XLSX of at most 20 MiB as `kind` D01 … D12, or M01 for the council's signed minutes. A newer version names the one it `replaces`; the older stays on record.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        enrollments.MapGet("/{enrollmentId:guid}/documents/{documentId:guid}/content", DownloadDocument).AnswersRanges()
            .UseCase(nameof(DownloadDocument), Permissions.EnrollmentsRead, "Download a document", "The bytes as handed in, always as an attachment, with their SHA-256 in Repr-Digest.")
            .ProducesFile().ProducesProblem(StatusCodes.Status404NotFound);
        enrollments.MapDelete("/{enrollmentId:guid}/documents/{documentId:guid}", RemoveDocument).NeedsIfMatch()
            .UseCase(nameof(RemoveDocument), Permissions.EnrollmentsAttachDocument, "Remove a document", "Takes out a paper that was attached by mistake: in a draft, or one attached since a supplement was asked for, and only by the side that attached it. The version it had replaced counts again.");
        enrollments.MapGet("/{enrollmentId:guid}/subsidy", GetEnrollmentSubsidy)
            .UseCase(nameof(GetEnrollmentSubsidy), Permissions.SubsidiesRead, "Get a dossier's subsidy", "The final calculation once the caller may see it; before that what the policy would give for what is asked.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        MapTransitions(enrollments);
    }

    private static void MapTransitions(RouteGroupBuilder enrollments)
    {
        enrollments.MapPost("/{enrollmentId:guid}/submit", SubmitEnrollment).TakesJson<SubmitEnrollmentRequest>(optional: true).NeedsIfMatch().NeedsIdempotencyKey()
            .UseCase(nameof(SubmitEnrollment), Permissions.EnrollmentsSubmit, "Submit a dossier", "Hands the dossier in, gives it its receipt code and stores the preliminary calculation. From `draft`.");
        enrollments.MapPost("/{enrollmentId:guid}/start-checking", StartChecking).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(StartChecking), Permissions.EnrollmentsCheck, "Start the intake check", "An officer takes the dossier up. From `submitted`.");
        enrollments.MapPost("/{enrollmentId:guid}/request-supplement", RequestSupplement).TakesJson<RequestSupplementRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RequestSupplement), Permissions.EnrollmentsCheck, "Request a supplement", "Sends the dossier back with the reason, the papers asked for and a deadline; the statutory clock stops. From `submitted` and `checking`.");
        enrollments.MapPost("/{enrollmentId:guid}/resubmit", ResubmitEnrollment).NeedsIfMatch().NeedsIdempotencyKey()
            .UseCase(nameof(ResubmitEnrollment), Permissions.EnrollmentsSubmit, "Submit again", "Hands the completed dossier in again before the deadline; the clock goes on. From `supplementRequired`.");
        enrollments.MapPost("/{enrollmentId:guid}/accept", AcceptEnrollment).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(AcceptEnrollment), Permissions.EnrollmentsCheck, "Accept a dossier", "The dossier is complete and goes to the appraisal council. From `submitted` and `checking`.");
        enrollments.MapPost("/{enrollmentId:guid}/refuse", RefuseEnrollment).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RefuseEnrollment), Permissions.EnrollmentsCheck, "Refuse a dossier", "The dossier is not admitted, with the reason. From `submitted` and `checking`.");
        enrollments.MapPost("/{enrollmentId:guid}/withdraw", WithdrawEnrollment).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(WithdrawEnrollment), Permissions.EnrollmentsWithdraw, "Withdraw a dossier", "The applicant takes the dossier back, with the reason. From every state before approval.");
        enrollments.MapPost("/{enrollmentId:guid}/record-council-conclusion", RecordCouncilConclusion).TakesJson<RecordCouncilConclusionRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordCouncilConclusion), Permissions.EnrollmentsRecordCouncilConclusion, "Record the council's conclusion", "What the council concluded per line, from its signed minutes (document kind M01). From `valid` and `underAppraisal`.");
        enrollments.MapPost("/{enrollmentId:guid}/propose-approval", ProposeApproval).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ProposeApproval), Permissions.EnrollmentsProposeApproval, "Propose approval", "Lays the dossier before the director. From `appraised`, when the council proposed to approve.");
        enrollments.MapPost("/{enrollmentId:guid}/approve", ApproveEnrollment).TakesJson<ApproveEnrollmentRequest>(optional: true).NeedsIfMatch().NeedsIdempotencyKey()
            .UseCase(nameof(ApproveEnrollment), Permissions.EnrollmentsApprove, "Approve a dossier", "Impossible without a council conclusion and for whoever checked the dossier. In the same transaction the final calculation is made, stored and reserved against what the enterprise already holds. From `pendingApproval`.");
        enrollments.MapPost("/{enrollmentId:guid}/reject", RejectEnrollment).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RejectEnrollment), Permissions.EnrollmentsApprove, "Reject a dossier", "Not approved, with the reason. From `appraised` and `pendingApproval`.");
        enrollments.MapPost("/{enrollmentId:guid}/publish-decision", PublishDecision).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(PublishDecision), Permissions.EnrollmentsPublishDecision, "Publish the decision", "From now on the enterprise sees the decision and the subsidy. From `approved` and `rejected`.");
        enrollments.MapPost("/{enrollmentId:guid}/record-decision-number", RecordDecisionNumber).TakesJson<RecordDecisionNumberRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordDecisionNumber), Permissions.EnrollmentsRecordDecisionNumber, "Record the decision's number", "Number and date as the records clerk has given them after signature, where the approval did not state a number; before or after publishing. The date lies neither in the future nor before the council's meeting. A number once recorded stays. From `approved` and `rejected`.");
    }

    private static async Task<Ok<Page<EnrollmentListItem>>> ListEnrollments(
        ISender sender,
        CancellationToken cancellationToken,
        int limit = PageRequest.DefaultLimit,
        string? cursor = null,
        string? sort = null,
        bool count = false,
        string? q = null,
        EnrollmentStatusName[]? status = null,
        string? programCode = null,
        Guid? enterpriseId = null,
        bool waitingForMe = false) =>
        TypedResults.Ok(await sender.Send(
            new ListEnrollmentsQuery(new PageRequest(limit, cursor, sort, count), q, [.. (status ?? []).Select(static name => name.Value)], programCode, enterpriseId, waitingForMe),
            cancellationToken));

    private static async Task<Created<EnrollmentDetails>> CreateEnrollment(Body<CreateEnrollmentRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var created = await sender.Send(new CreateEnrollmentCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{created.Value.Id}", created);
    }

    private static async Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> GetEnrollment(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetEnrollmentQuery(enrollmentId), cancellationToken));

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> UpdateEnrollment(Guid enrollmentId, Body<UpdateEnrollmentRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Created<EnrollmentDocumentDetails>> AttachDocument(Guid enrollmentId, [FromForm] string kind, IFormFile file, HttpContext http, ISender sender, CancellationToken cancellationToken, [FromForm] Guid? replaces = null)
    {
        await using var content = file.OpenReadStream();
        var attached = await sender.Send(new AttachDocumentCommand(enrollmentId, kind, file.FileName, content, replaces), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{enrollmentId}/documents/{attached.Value.Id}/content", attached);
    }

    private static async Task<FileStreamHttpResult> DownloadDocument(Guid enrollmentId, Guid documentId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var document = await sender.Send(new DownloadDocumentQuery(enrollmentId, documentId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(document.Sha256))}:";
        return TypedResults.File(document.Content, document.MediaType, document.FileName, enableRangeProcessing: true);
    }

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RemoveDocument(Guid enrollmentId, Guid documentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RemoveDocumentCommand(enrollmentId, documentId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Ok<EnrollmentSubsidy>> GetEnrollmentSubsidy(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetEnrollmentSubsidyQuery(enrollmentId, ReaderLanguage.Of(http.Request)), cancellationToken));

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> SubmitEnrollment(Guid enrollmentId, Body<SubmitEnrollmentRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new SubmitEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> StartChecking(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new StartCheckingCommand(enrollmentId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RequestSupplement(Guid enrollmentId, Body<RequestSupplementRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RequestSupplementCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> ResubmitEnrollment(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ResubmitEnrollmentCommand(enrollmentId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> AcceptEnrollment(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new AcceptEnrollmentCommand(enrollmentId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RefuseEnrollment(Guid enrollmentId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RefuseEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> WithdrawEnrollment(Guid enrollmentId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new WithdrawEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RecordCouncilConclusion(Guid enrollmentId, Body<RecordCouncilConclusionRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordCouncilConclusionCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> ProposeApproval(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ProposeApprovalCommand(enrollmentId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> ApproveEnrollment(Guid enrollmentId, Body<ApproveEnrollmentRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ApproveEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RejectEnrollment(Guid enrollmentId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RejectEnrollmentCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> PublishDecision(Guid enrollmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new PublishDecisionCommand(enrollmentId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> RecordDecisionNumber(Guid enrollmentId, Body<RecordDecisionNumberRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordDecisionNumberCommand(enrollmentId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Results<Ok<EnrollmentDetails>, StatusCodeHttpResult>> Answer(HttpContext http, ISender sender, ICommand<Versioned<EnrollmentDetails>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));

    /// <summary>The form of an attachment, for the document.</summary>
    /// <param name="Kind">D01 … D12 or M01.</param>
    /// <param name="File">The bytes.</param>
    /// <param name="Replaces">The current document that this is a newer version of.</param>
    internal sealed record AttachDocumentForm(string Kind, IFormFile File, Guid? Replaces);
}
