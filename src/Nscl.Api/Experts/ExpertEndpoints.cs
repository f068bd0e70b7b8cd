using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Experts;
using Nscl.Application.Identity;

namespace Nscl.Api.Experts;

/// <summary>The province's own experts: who they are and what they were trained in.</summary>
internal static class ExpertEndpoints
{
    private const string Route = "/experts";

    public static void MapExperts(this IEndpointRouteBuilder api)
    {
        var experts = api.MapGroup(Route).WithTags("Experts");
        experts.MapGet("/", ListExperts)
            .UseCase(nameof(ListExperts), Permissions.ExpertsRead, "List experts", "The register, by name; sort by `fullName` or `createdAt`. An expert sees his own entry alone.");
        experts.MapPost("/", RegisterExpert).TakesJson<RegisterExpertRequest>().TakesIdempotencyKey()
            .UseCase(nameof(RegisterExpert), Permissions.ExpertsManage, "Register an expert", "Somebody of the same name and agency on the register is pointed out; `isDifferentPerson` says that it is another person. `userName` links the person's own account.");
        experts.MapGet("/{expertId:guid}", GetExpert).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetExpert), Permissions.ExpertsRead, "Get an expert", "The entry with its deep training, and allowed and blocked actions. Telephone, e-mail and account are for those who keep the register.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        experts.MapPut("/{expertId:guid}", UpdateExpert).TakesJson<ExpertInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateExpert), Permissions.ExpertsManage, "Change an expert's entry", "Replaces what is said of the person; training and assignments stay.");
        experts.MapPost("/{expertId:guid}/deactivate", DeactivateExpert).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(DeactivateExpert), Permissions.ExpertsManage, "Take an expert off the active list", "With the reason, once no assignment is open. From `active`.");
        experts.MapPost("/{expertId:guid}/reactivate", ReactivateExpert).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ReactivateExpert), Permissions.ExpertsManage, "Put an expert on the active list again", "From `inactive`.");
        MapQualifications(experts.MapGroup("/{expertId:guid}"));
        api.MapGet("/expert-statistics", GetExpertStatistics).WithTags("Experts")
            .UseCase(nameof(GetExpertStatistics), Permissions.ExpertsRead, "Count trained experts", "Distinct people whose deep training ended in the period, over all of it and for each year, in all and by source group. Training elsewhere without a paper is counted apart (`unproven`).");
    }

    private static void MapQualifications(RouteGroupBuilder expert)
    {
        expert.MapGet("/training-candidates", ListExpertTrainingCandidates)
            .UseCase(nameof(ListExpertTrainingCandidates), Permissions.ExpertsManage, "Find the expert at our courses", "People of the same name who took part in courses that have been held, and are not yet recorded as training of any expert. Latest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        expert.MapPost("/qualifications", AddExpertQualification).TakesJson<AddExpertQualificationRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(AddExpertQualification), Permissions.ExpertsManage, "Record deep training", "At a course of ours by `registrationId` alone; elsewhere by `title`, `place`, `startsOn` and `endsOn`, with the paper attached afterwards.");
        expert.MapDelete("/qualifications/{qualificationId:guid}", RemoveExpertQualification).NeedsIfMatch()
            .UseCase(nameof(RemoveExpertQualification), Permissions.ExpertsManage, "Remove deep training", "Takes away what was recorded by mistake.");
        expert.MapPost("/qualifications/{qualificationId:guid}/evidence", AttachQualificationEvidence).DisableAntiforgery().TakesIdempotencyKey()
            .Accepts<QualificationEvidenceForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(25L * 1024 * 1024))
            .UseCase(nameof(AttachQualificationEvidence), Permissions.ExpertsManage, "Attach the paper of training elsewhere", "One PDF, JPEG, PNG, DOCX or XLSX of at most 20 MiB; a later one takes the place of the one before.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        expert.MapGet("/qualifications/{qualificationId:guid}/evidence/content", DownloadQualificationEvidence).AnswersRanges()
            .UseCase(nameof(DownloadQualificationEvidence), Permissions.ExpertsManage, "Download the paper of training elsewhere", "The bytes as handed in, always as an attachment, with their SHA-256 in Repr-Digest.")
            .ProducesFile().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<ExpertListItem>>> ListExperts([AsParameters] ExpertFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListExpertsQuery(filter, page), cancellationToken));

    private static async Task<Created<ExpertDetails>> RegisterExpert(Body<RegisterExpertRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Created(http, await sender.Send(new RegisterExpertCommand(body.Value), cancellationToken));

    private static async Task<Results<Ok<ExpertDetails>, StatusCodeHttpResult>> GetExpert(Guid expertId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetExpertQuery(expertId), cancellationToken));

    private static Task<Results<Ok<ExpertDetails>, StatusCodeHttpResult>> UpdateExpert(Guid expertId, Body<ExpertInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateExpertCommand(expertId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<ExpertDetails>, StatusCodeHttpResult>> DeactivateExpert(Guid expertId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new DeactivateExpertCommand(expertId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<ExpertDetails>, StatusCodeHttpResult>> ReactivateExpert(Guid expertId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ReactivateExpertCommand(expertId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Ok<Page<ExpertTrainingCandidate>>> ListExpertTrainingCandidates(Guid expertId, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListExpertTrainingCandidatesQuery(expertId, page), cancellationToken));

    private static async Task<Created<ExpertDetails>> AddExpertQualification(Guid expertId, Body<AddExpertQualificationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Created(http, await sender.Send(new AddExpertQualificationCommand(expertId, EntityTags.Expected(http), body.Value), cancellationToken));

    private static Task<Results<Ok<ExpertDetails>, StatusCodeHttpResult>> RemoveExpertQualification(Guid expertId, Guid qualificationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RemoveExpertQualificationCommand(expertId, qualificationId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Created<ExpertDetails>> AttachQualificationEvidence(Guid expertId, Guid qualificationId, IFormFile file, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return Created(http, await sender.Send(new AttachQualificationEvidenceCommand(expertId, qualificationId, file.FileName, content), cancellationToken));
    }

    private static async Task<FileStreamHttpResult> DownloadQualificationEvidence(Guid expertId, Guid qualificationId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var document = await sender.Send(new DownloadQualificationEvidenceQuery(expertId, qualificationId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(document.Sha256))}:";
        return TypedResults.File(document.Content, document.MediaType, document.FileName, enableRangeProcessing: true);
    }

    private static async Task<Ok<ExpertStatistics>> GetExpertStatistics([AsParameters] ExpertPeriod filter, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetExpertStatisticsQuery(filter), cancellationToken));

    private static Created<ExpertDetails> Created(HttpContext http, Versioned<ExpertDetails> expert) => EntityTags.Created(http, $"/api/v1{Route}/{expert.Value.Id}", expert);

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));

    internal sealed record QualificationEvidenceForm(IFormFile File);
}
