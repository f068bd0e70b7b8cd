using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Awards;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Domain.Awards;

namespace Nscl.Api.Awards;

/// <summary>Seasons of the National Quality Award and who takes part in them.</summary>
internal static class AwardEndpoints
{
    private const string Route = "/award-seasons";

    public static void MapAwards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/award-regimes", ListAwardRegimes).WithTags("Awards")
            .UseCase(nameof(ListAwardRegimes), Permissions.AwardsRead, "List the regimes of the award", "The rules by period: criteria, points, levels, parts of the dossier, conditions. Points that are absent are not in the sources.");
        var seasons = api.MapGroup(Route).WithTags("Awards");
        seasons.MapGet("/", ListAwardSeasons)
            .UseCase(nameof(ListAwardSeasons), Permissions.AwardsRead, "List seasons of the award", "Latest first. Sort by `year`, with `-` for descending. What is only planned is seen by officers alone.");
        seasons.MapPost("/", CreateAwardSeason).TakesJson<AwardSeasonInput>().TakesIdempotencyKey()
            .UseCase(nameof(CreateAwardSeason), Permissions.AwardsManage, "Plan a season", "One a year. The regime is the one that holds for the year and stays with the season. Only `year` and `title` are needed; `openPoints` of the answer must be entered before it opens.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        seasons.MapGet("/{seasonId:guid}", GetAwardSeason).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetAwardSeason), Permissions.AwardsRead, "Get a season", "The season with its rules, deadlines, where its nominations stand, and allowed and blocked actions.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        seasons.MapPut("/{seasonId:guid}", UpdateAwardSeason).TakesJson<AwardSeasonInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateAwardSeason), Permissions.AwardsManage, "Change a planned season", "Replaces what is said of the season. Year and regime stay. From `planned`.");
        MapTransitions(seasons);
        var nominations = seasons.MapGroup("/{seasonId:guid}/nominations");
        MapNominations(nominations);
        MapDossier(nominations);
    }

    private static void MapTransitions(RouteGroupBuilder seasons)
    {
        seasons.MapPost("/{seasonId:guid}/fill-open-points", FillAwardOpenPoints).TakesJson<AwardRegimeValues>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(FillAwardOpenPoints), Permissions.AwardsManage, "Enter open points", "Points of criteria and thresholds that the sources do not say, with the text they come from. What the regime states cannot be changed. From `planned`.");
        seasons.MapPost("/{seasonId:guid}/open", OpenAwardSeason).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(OpenAwardSeason), Permissions.AwardsManage, "Open a season", "From now on organizations can be nominated. From `planned`, without open points.");
        seasons.MapPost("/{seasonId:guid}/extend-deadline", ExtendAwardDeadline).TakesJson<ExtendAwardDeadlineRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ExtendAwardDeadline), Permissions.AwardsManage, "Extend a deadline", "Moves a last day forward, with the reason; the one it had stays on record. From `open` and `assessing`.");
        seasons.MapPost("/{seasonId:guid}/start-assessing", StartAwardAssessment).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(StartAwardAssessment), Permissions.AwardsManage, "Begin the assessment", "Nobody more is nominated; accepted dossiers go to the assessors. From `open`.");
        seasons.MapPost("/{seasonId:guid}/forward", ForwardAwardSeason).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ForwardAwardSeason), Permissions.AwardsManage, "Send the list to the national council", "Once the preliminary council has concluded on every nomination. From `assessing`.");
        seasons.MapPost("/{seasonId:guid}/close", CloseAwardSeason).TakesJson<CloseAwardSeasonRequest>(optional: true).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CloseAwardSeason), Permissions.AwardsManage, "Close a season", "The results are on record. Where nobody took part that is a result as well, and `explanation` is needed. From `open`, `assessing` and `forwarded`.");
        seasons.MapPost("/{seasonId:guid}/cancel", CancelAwardSeason).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CancelAwardSeason), Permissions.AwardsManage, "Cancel a season", "The season is not held, with the reason. From every state before `forwarded`.");
    }

    private static void MapNominations(RouteGroupBuilder nominations)
    {
        nominations.MapGet("/", ListAwardNominations)
            .UseCase(nameof(ListAwardNominations), Permissions.AwardsRead, "List nominations", "Who takes part in the season. Sort by `code`, `enterpriseName` or `registeredOn`, with `-` for descending. An enterprise's own people see their own.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        nominations.MapPost("/", NominateForAward).TakesJson<NominateForAwardRequest>().TakesIdempotencyKey()
            .UseCase(nameof(NominateForAward), Permissions.AwardsNominate, "Nominate an organization", "Its commitment to take part, entered by itself or by an officer after outreach. Gives the nomination its code. Once a season.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        nominations.MapGet("/{nominationId:guid}", GetAwardNomination).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetAwardNomination), Permissions.AwardsRead, "Get a nomination", "The nomination with the parts of its dossier, its self-assessment, every condition of the award with the reason, and allowed and blocked actions.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status403Forbidden);
        nominations.MapPut("/{nominationId:guid}", UpdateAwardNomination).TakesJson<AwardNominationContent>().NeedsIfMatch()
            .UseCase(nameof(UpdateAwardNomination), Permissions.AwardsNominate, "Change a nomination", "May be saved as often as one likes: what is left out stays, a criterion that is named is replaced. From `registered` and `dossierIncomplete`.");
        nominations.MapPost("/{nominationId:guid}/confirm-eligibility", ConfirmAwardEligibility).TakesJson<ConfirmAwardEligibilityRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ConfirmAwardEligibility), Permissions.AwardsCheck, "Settle a condition", "What an officer found out about a condition that dates on record cannot answer, with its evidence. From every state before acceptance.");
        nominations.MapPost("/{nominationId:guid}/accept", AcceptAwardDossier).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(AcceptAwardDossier), Permissions.AwardsCheck, "Accept a dossier", "Complete, and every condition is known to be met; what is unknown is not met. From `dossierSubmitted`.");
        nominations.MapPost("/{nominationId:guid}/refuse", RefuseAwardDossier).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RefuseAwardDossier), Permissions.AwardsCheck, "Refuse a dossier", "The organization does not go on, with the reason. From every state before acceptance.");
        nominations.MapPost("/{nominationId:guid}/start-assessment", StartNominationAssessment).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(StartNominationAssessment), Permissions.AwardsCheck, "Begin to assess a nomination", "The assessors take the dossier up. From `dossierAccepted`, once the season is being assessed.");
        nominations.MapPost("/{nominationId:guid}/withdraw", WithdrawNomination).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(WithdrawNomination), Permissions.AwardsNominate, "Withdraw a nomination", "The organization takes no part any more, with the reason; it may be nominated again. From every state before forwarding.");
    }

    private static void MapDossier(RouteGroupBuilder nominations)
    {
        nominations.MapPost("/{nominationId:guid}/documents", AttachAwardDocument).DisableAntiforgery().TakesIdempotencyKey()
            .Accepts<AttachAwardDocumentForm>("multipart/form-data")
            .WithMetadata(new RequestSizeLimitAttribute(25L * 1024 * 1024))
            .UseCase(nameof(AttachAwardDocument), Permissions.AwardsNominate, "Attach a paper", "One PDF, JPEG, PNG, DOCX or XLSX of at most 20 MiB; `kind` is the code of the part of the dossier it belongs to. From `registered` and `dossierIncomplete`.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        nominations.MapGet("/{nominationId:guid}/documents/{paperId:guid}/content", DownloadAwardDocument).AnswersRanges()
            .UseCase(nameof(DownloadAwardDocument), Permissions.AwardsRead, "Download a paper", "The bytes as handed in, always as an attachment, with their SHA-256 in Repr-Digest.")
            .ProducesFile().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status403Forbidden);
        nominations.MapDelete("/{nominationId:guid}/documents/{paperId:guid}", RemoveAwardDocument).NeedsIfMatch()
            .UseCase(nameof(RemoveAwardDocument), Permissions.AwardsNominate, "Remove a paper", "Takes out a paper that was attached by mistake and not handed in yet.");
        nominations.MapPost("/{nominationId:guid}/submit-dossier", SubmitAwardDossier).NeedsIfMatch().NeedsIdempotencyKey()
            .UseCase(nameof(SubmitAwardDossier), Permissions.AwardsNominate, "Hand in the dossier", "With every part that is required; until `checkDueOn` the office asks for what is missing. From `registered`, until the last day for dossiers.");
        nominations.MapPost("/{nominationId:guid}/request-supplement", RequestAwardSupplement).TakesJson<RequestAwardSupplementRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RequestAwardSupplement), Permissions.AwardsCheck, "Ask for a supplement", "Says which parts are missing, with a last day. Asked for after `checkDueOn` it is marked late. From `dossierSubmitted`.");
        nominations.MapPost("/{nominationId:guid}/resubmit", ResubmitAwardDossier).NeedsIfMatch().NeedsIdempotencyKey()
            .UseCase(nameof(ResubmitAwardDossier), Permissions.AwardsNominate, "Hand in the supplement", "From `dossierIncomplete`, until the last day that was set.");
    }

    private static async Task<Ok<AwardRegimeList>> ListAwardRegimes(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListAwardRegimesQuery(), cancellationToken));

    private static async Task<Ok<Page<AwardSeasonListItem>>> ListAwardSeasons([AsParameters] AwardSeasonFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListAwardSeasonsQuery(filter, page), cancellationToken));

    private static async Task<Created<AwardSeasonDetails>> CreateAwardSeason(Body<AwardSeasonInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var created = await sender.Send(new CreateAwardSeasonCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{created.Value.Id}", created);
    }

    private static async Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> GetAwardSeason(Guid seasonId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetAwardSeasonQuery(seasonId), cancellationToken));

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> UpdateAwardSeason(Guid seasonId, Body<AwardSeasonInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateAwardSeasonCommand(seasonId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> FillAwardOpenPoints(Guid seasonId, Body<AwardRegimeValues> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new FillAwardOpenPointsCommand(seasonId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> OpenAwardSeason(Guid seasonId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new OpenAwardSeasonCommand(seasonId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> ExtendAwardDeadline(Guid seasonId, Body<ExtendAwardDeadlineRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ExtendAwardDeadlineCommand(seasonId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> StartAwardAssessment(Guid seasonId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new StartAwardAssessmentCommand(seasonId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> ForwardAwardSeason(Guid seasonId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ForwardAwardSeasonCommand(seasonId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> CloseAwardSeason(Guid seasonId, Body<CloseAwardSeasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CloseAwardSeasonCommand(seasonId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardSeasonDetails>, StatusCodeHttpResult>> CancelAwardSeason(Guid seasonId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CancelAwardSeasonCommand(seasonId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Ok<Page<AwardNominationListItem>>> ListAwardNominations(Guid seasonId, [AsParameters] AwardNominationFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListAwardNominationsQuery(seasonId, filter, page), cancellationToken));

    private static async Task<Created<AwardNominationDetails>> NominateForAward(Guid seasonId, Body<NominateForAwardRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var nominated = await sender.Send(new NominateForAwardCommand(seasonId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{seasonId}/nominations/{nominated.Value.Id}", nominated);
    }

    private static async Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> GetAwardNomination(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetAwardNominationQuery(seasonId, nominationId), cancellationToken));

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> UpdateAwardNomination(Guid seasonId, Guid nominationId, Body<AwardNominationContent> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateAwardNominationCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> ConfirmAwardEligibility(Guid seasonId, Guid nominationId, Body<ConfirmAwardEligibilityRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ConfirmAwardEligibilityCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> AcceptAwardDossier(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new AcceptAwardDossierCommand(seasonId, nominationId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> RefuseAwardDossier(Guid seasonId, Guid nominationId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RefuseAwardDossierCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> StartNominationAssessment(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new StartNominationAssessmentCommand(seasonId, nominationId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> WithdrawNomination(Guid seasonId, Guid nominationId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new WithdrawNominationCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Created<AwardNominationDetails>> AttachAwardDocument(Guid seasonId, Guid nominationId, [FromForm] string kind, IFormFile file, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        var attached = await sender.Send(new AttachAwardDocumentCommand(seasonId, nominationId, kind, file.FileName, content), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{seasonId}/nominations/{nominationId}", attached);
    }

    private static async Task<FileStreamHttpResult> DownloadAwardDocument(Guid seasonId, Guid nominationId, Guid paperId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var document = await sender.Send(new DownloadAwardDocumentQuery(seasonId, nominationId, paperId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(document.Sha256))}:";
        return TypedResults.File(document.Content, document.MediaType, document.FileName, enableRangeProcessing: true);
    }

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> RemoveAwardDocument(Guid seasonId, Guid nominationId, Guid paperId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RemoveAwardDocumentCommand(seasonId, nominationId, paperId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> SubmitAwardDossier(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new SubmitAwardDossierCommand(seasonId, nominationId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> RequestAwardSupplement(Guid seasonId, Guid nominationId, Body<RequestAwardSupplementRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RequestAwardSupplementCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> ResubmitAwardDossier(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ResubmitAwardDossierCommand(seasonId, nominationId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));

    /// <summary>For the document only.</summary>
    internal sealed record AttachAwardDocumentForm(string Kind, IFormFile File);
}
