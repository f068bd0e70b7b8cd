using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Awards;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Domain.Awards;

namespace Nscl.Api.Awards;

/// <summary>The assessment of nominations, their result, and the history of winners.</summary>
internal static class AwardResultEndpoints
{
    private const string Wins = "/award-wins";

    public static void MapAwardResults(this IEndpointRouteBuilder api)
    {
        MapAssessment(api.MapGroup("/award-seasons/{seasonId:guid}/nominations/{nominationId:guid}").WithTags("Awards"));
        MapWins(api.MapGroup(Wins).WithTags("Awards"));
        api.MapGet("/award-statistics", GetAwardStatistics).WithTags("Awards")
            .UseCase(nameof(GetAwardStatistics), Permissions.AwardsRead, "Count a round", "Who took part and who won in `year`, apart and together, by type and by level. Zero is a figure like any other, with what the season says of its end.");
        api.MapGet("/public/award-winners", ListPublicAwardWinners).OverProvinces().WithTags("Awards")
            .UseCase(nameof(ListPublicAwardWinners), null, "List winners", "Winners whose award is published, the latest round first. Sort by `year`, with `-` for descending. Names organizations only.");
    }

    private static void MapAssessment(RouteGroupBuilder nomination)
    {
        nomination.MapPost("/scores", ScoreNomination).TakesJson<ScoreNominationRequest>().TakesIdempotencyKey()
            .UseCase(nameof(ScoreNomination), Permissions.AwardsScore, "Score a nomination", "An assessor's or council member's points under every criterion in a stage, `dossier` then `site`. Needs a seat in a session over the nomination and a declaration without conflict. May be given anew while the stage is open; nobody else sees them until it is closed.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        nomination.MapPost("/close-stage", CloseAwardStage).TakesJson<CloseAwardStageRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CloseAwardStage), Permissions.AwardsCloseStage, "Close a stage", "By the office, the secretary or the chair. The criteria are averaged in hundredths; the points are the mean of the sheets' sums, rounded half up once. From then on all sheets are seen.");
        nomination.MapPost("/conclude", ConcludeNomination).TakesJson<ConcludeNominationRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ConcludeNomination), Permissions.AwardsConclude, "Conclude on a nomination", "The preliminary council forwards it to the national council, or does not, with the reason. Needs both stages closed and a session with quorum; members in conflict count neither for the quorum nor as voters.");
        nomination.MapPost("/record-consent", RecordAwardConsent).TakesJson<AwardOfficialDocument>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordAwardConsent), Permissions.AwardsRecordResult, "Record the province's consent", "Number and date of the document of the hiệp y. From `forwarded`.");
        nomination.MapPost("/record-result", RecordAwardResult).TakesJson<RecordAwardResultRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordAwardResult), Permissions.AwardsRecordResult, "Record the result", "The level as the national side announced it, or `none`. The points of the province must make the level possible; gold also needs `bestOfType`. A win joins the history of the organization. From `forwarded`, once the season is forwarded.");
        nomination.MapPut("/feedback", WriteAwardFeedback).TakesJson<WriteAwardFeedbackRequest>().NeedsIfMatch()
            .UseCase(nameof(WriteAwardFeedback), Permissions.AwardsRecordResult, "Write the feedback", "Strengths and opportunities by criterion; may be written anew until it is released. From the conclusion of the council on.");
        nomination.MapPost("/release-feedback", ReleaseAwardFeedback).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ReleaseAwardFeedback), Permissions.AwardsRecordResult, "Release the feedback", "From now on the organization reads it. From `resultRecorded` and `notForwarded`.");
    }

    private static void MapWins(RouteGroupBuilder wins)
    {
        wins.MapGet("/", ListAwardWins)
            .UseCase(nameof(ListAwardWins), Permissions.AwardsRead, "List wins", "The history of winners, the latest round first. Sort by `year`, with `-` for descending. An enterprise's own people see their own and what is published.");
        wins.MapPost("/", RecordPastAwardWin).TakesJson<RecordPastAwardWinRequest>().TakesIdempotencyKey()
            .UseCase(nameof(RecordPastAwardWin), Permissions.AwardsRecordResult, "Record a win of an earlier round", "From the documents of a round before the system. Whether the organization had been nominated by the province is then not known.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        wins.MapGet("/{winId:guid}", GetAwardWin).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetAwardWin), Permissions.AwardsRead, "Get a win", "The win with its support of a later budget year.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        wins.MapPost("/{winId:guid}/publish", PublishAwardWin).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(PublishAwardWin), Permissions.AwardsRecordResult, "Publish a win", "Puts it on the public page.");
        wins.MapPost("/{winId:guid}/entitle", EntitleAwardWin).TakesJson<EntitleAwardWinRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(EntitleAwardWin), Permissions.AwardsRecordResult, "Record a winner's support", "What the policy of a later budget year gives a winner of this level. Where the policy does not say how much, the outcome is `notStated` and no amount is made up.");
        wins.MapPost("/{winId:guid}/enter-amount", EnterAwardAmount).TakesJson<EnterAwardAmountRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(EnterAwardAmount), Permissions.AwardsRecordResult, "Enter the amount of the support", "Where the policy leaves it open, with the document that says it.");
    }

    private static async Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> ScoreNomination(Guid seasonId, Guid nominationId, Body<ScoreNominationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new ScoreNominationCommand(seasonId, nominationId, body.Value), cancellationToken));

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> CloseAwardStage(Guid seasonId, Guid nominationId, Body<CloseAwardStageRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CloseAwardStageCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> ConcludeNomination(Guid seasonId, Guid nominationId, Body<ConcludeNominationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ConcludeNominationCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> RecordAwardConsent(Guid seasonId, Guid nominationId, Body<AwardOfficialDocument> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordAwardConsentCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> RecordAwardResult(Guid seasonId, Guid nominationId, Body<RecordAwardResultRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordAwardResultCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> WriteAwardFeedback(Guid seasonId, Guid nominationId, Body<WriteAwardFeedbackRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new WriteAwardFeedbackCommand(seasonId, nominationId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardNominationDetails>, StatusCodeHttpResult>> ReleaseAwardFeedback(Guid seasonId, Guid nominationId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ReleaseAwardFeedbackCommand(seasonId, nominationId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Ok<Page<AwardWinListItem>>> ListAwardWins([AsParameters] AwardWinFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListAwardWinsQuery(filter, page), cancellationToken));

    private static async Task<Created<AwardWinDetails>> RecordPastAwardWin(Body<RecordPastAwardWinRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var recorded = await sender.Send(new RecordPastAwardWinCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Wins}/{recorded.Value.Id}", recorded);
    }

    private static async Task<Results<Ok<AwardWinDetails>, StatusCodeHttpResult>> GetAwardWin(Guid winId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetAwardWinQuery(winId), cancellationToken));

    private static Task<Results<Ok<AwardWinDetails>, StatusCodeHttpResult>> PublishAwardWin(Guid winId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new PublishAwardWinCommand(winId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<AwardWinDetails>, StatusCodeHttpResult>> EntitleAwardWin(Guid winId, Body<EntitleAwardWinRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new EntitleAwardWinCommand(winId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<AwardWinDetails>, StatusCodeHttpResult>> EnterAwardAmount(Guid winId, Body<EnterAwardAmountRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new EnterAwardAmountCommand(winId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Ok<AwardStatistics>> GetAwardStatistics(int year, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetAwardStatisticsQuery(year), cancellationToken));

    private static async Task<Ok<Page<PublicAwardWinner>>> ListPublicAwardWinners([AsParameters] PublicAwardWinnerFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListPublicAwardWinnersQuery(filter, page), cancellationToken));

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));
}
