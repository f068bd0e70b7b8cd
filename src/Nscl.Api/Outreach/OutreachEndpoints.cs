using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Application.Outreach;

namespace Nscl.Api.Outreach;

/// <summary>Campaigns, the enterprises they reach, and what came of it.</summary>
internal static class OutreachEndpoints
{
    private const string Campaigns = "/outreach-campaigns";
    private const string Prospects = "/outreach-prospects";

    public static void MapOutreach(this IEndpointRouteBuilder api)
    {
        MapCampaigns(api.MapGroup(Campaigns).WithTags("Outreach"));
        MapProspects(api.MapGroup(Prospects).WithTags("Outreach"));
        api.MapGet("/outreach-statistics", GetOutreachStatistics).WithTags("Outreach")
            .UseCase(
                nameof(GetOutreachStatistics),
                Permissions.OutreachRead,
                "Count outreach",
                "Surveyed, mobilized, guided, applied and declined as figures beside one another: distinct enterprises and acts, of a program, a campaign or a year, up to a day; in how many of the districts of that day enterprises were surveyed; by district and by reason. The rows behind a figure: `ListOutreachProspects` with `figure` and the same `year` and `asOf`.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapCampaigns(RouteGroupBuilder campaigns)
    {
        campaigns.MapGet("/", ListOutreachCampaigns)
            .UseCase(nameof(ListOutreachCampaigns), Permissions.OutreachRead, "List campaigns", "Latest first, each with how many enterprises are on its list, were surveyed and applied; sort by `startsOn` or `title`.");
        campaigns.MapPost("/", PlanOutreachCampaign).TakesJson<PlanOutreachCampaignRequest>().TakesIdempotencyKey()
            .UseCase(nameof(PlanOutreachCampaign), Permissions.OutreachManage, "Plan a campaign", "A round of surveying enterprises and asking them to take part in a program, within the program's period; `districts` are codes of units of its first day.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        campaigns.MapGet("/{campaignId:guid}", GetOutreachCampaign).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetOutreachCampaign), Permissions.OutreachRead, "Get a campaign", "The campaign with what can be done next.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        campaigns.MapPut("/{campaignId:guid}", UpdateOutreachCampaign).TakesJson<OutreachCampaignInput>().NeedsIfMatch()
            .UseCase(nameof(UpdateOutreachCampaign), Permissions.OutreachManage, "Change a campaign", "Replaces what is said of it; its first day stays before its acts. From `open`.");
        campaigns.MapPost("/{campaignId:guid}/close", CloseOutreachCampaign).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CloseOutreachCampaign), Permissions.OutreachManage, "Close a campaign", "Nothing more is entered; its figures stand. From `open`.");
        campaigns.MapPost("/{campaignId:guid}/reopen", ReopenOutreachCampaign).NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(ReopenOutreachCampaign), Permissions.OutreachManage, "Open a campaign again", "From `closed`.");
        campaigns.MapPost("/{campaignId:guid}/prospects", AddOutreachProspect).TakesJson<AddOutreachProspectRequest>().TakesIdempotencyKey()
            .UseCase(nameof(AddOutreachProspect), Permissions.OutreachManage, "Put an enterprise on the list", "Once in a campaign. `districtCode` is the unit of its address, or of one of its sites. From `open`.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapProspects(RouteGroupBuilder prospects)
    {
        prospects.MapGet("/", ListOutreachProspects)
            .UseCase(
                nameof(ListOutreachProspects),
                Permissions.OutreachRead,
                "List prospects",
                "Of a campaign, a program, an enterprise, or all; also the rows behind a figure of `GetOutreachStatistics`. Latest first; sort by `addedAt`.");
        prospects.MapGet("/{prospectId:guid}", GetOutreachProspect).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetOutreachProspect), Permissions.OutreachRead, "Get a prospect", "The enterprise in the campaign: every act, also those taken back, and what can be done next.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        prospects.MapDelete("/{prospectId:guid}", RemoveOutreachProspect).NeedsIfMatch()
            .UseCase(nameof(RemoveOutreachProspect), Permissions.OutreachManage, "Take an enterprise off the list", "While nothing was ever entered about it.");
        prospects.MapPost("/{prospectId:guid}/survey", SurveyProspect).TakesJson<SurveyProspectRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(SurveyProspect), Permissions.OutreachManage, "Record a survey", "With the systems the enterprise is certified for by its own word. Once more is another act of the same enterprise. Until it has applied or declined.");
        prospects.MapPost("/{prospectId:guid}/mobilize", MobilizeProspect).TakesJson<OutreachActRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(MobilizeProspect), Permissions.OutreachManage, "Record that an enterprise was asked to take part", "Also from `declined`: it is asked again. Until it has applied.");
        prospects.MapPost("/{prospectId:guid}/guide", GuideProspect).TakesJson<OutreachActRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(GuideProspect), Permissions.OutreachManage, "Record that an enterprise was shown how to apply", "Until it has applied or declined.");
        prospects.MapPost("/{prospectId:guid}/decline", DeclineProspect).TakesJson<DeclineProspectRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(DeclineProspect), Permissions.OutreachManage, "Record that an enterprise does not take part", "With codes of `nonParticipationReasons` and, where it wants to be asked again, the day. It counts as surveyed all the same.");
        prospects.MapPost("/{prospectId:guid}/record-application", RecordProspectApplication).TakesJson<RecordProspectApplicationRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(RecordProspectApplication), Permissions.OutreachManage, "Record the application", "Binds the dossier that came of it: this enterprise's, in the campaign's program, handed in. The day is the dossier's.");
        prospects.MapPost("/{prospectId:guid}/take-back", TakeBackProspectAct).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(TakeBackProspectAct), Permissions.OutreachManage, "Take the last act back", "Entered by mistake: it stays on record with the reason, counts nowhere, and the prospect is where it was before.");
    }

    private static async Task<Ok<OutreachStatistics>> GetOutreachStatistics([AsParameters] OutreachPeriod filter, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetOutreachStatisticsQuery(filter), cancellationToken));

    private static async Task<Ok<Page<OutreachCampaignListItem>>> ListOutreachCampaigns([AsParameters] OutreachCampaignFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListOutreachCampaignsQuery(filter, page), cancellationToken));

    private static async Task<Created<OutreachCampaignDetails>> PlanOutreachCampaign(Body<PlanOutreachCampaignRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var planned = await sender.Send(new PlanOutreachCampaignCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Campaigns}/{planned.Value.Id}", planned);
    }

    private static async Task<Results<Ok<OutreachCampaignDetails>, StatusCodeHttpResult>> GetOutreachCampaign(Guid campaignId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetOutreachCampaignQuery(campaignId), cancellationToken));

    private static Task<Results<Ok<OutreachCampaignDetails>, StatusCodeHttpResult>> UpdateOutreachCampaign(Guid campaignId, Body<OutreachCampaignInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new UpdateOutreachCampaignCommand(campaignId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachCampaignDetails>, StatusCodeHttpResult>> CloseOutreachCampaign(Guid campaignId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new CloseOutreachCampaignCommand(campaignId, EntityTags.Expected(http)), cancellationToken);

    private static Task<Results<Ok<OutreachCampaignDetails>, StatusCodeHttpResult>> ReopenOutreachCampaign(Guid campaignId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new ReopenOutreachCampaignCommand(campaignId, EntityTags.Expected(http)), cancellationToken);

    private static async Task<Created<OutreachProspectDetails>> AddOutreachProspect(Guid campaignId, Body<AddOutreachProspectRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var added = await sender.Send(new AddOutreachProspectCommand(campaignId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Prospects}/{added.Value.Id}", added);
    }

    private static async Task<Ok<Page<OutreachProspectListItem>>> ListOutreachProspects([AsParameters] OutreachProspectFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListOutreachProspectsQuery(filter, page), cancellationToken));

    private static async Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> GetOutreachProspect(Guid prospectId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetOutreachProspectQuery(prospectId), cancellationToken));

    private static async Task<NoContent> RemoveOutreachProspect(Guid prospectId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        await sender.Send(new RemoveOutreachProspectCommand(prospectId, EntityTags.Expected(http)), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> SurveyProspect(Guid prospectId, Body<SurveyProspectRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new SurveyProspectCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> MobilizeProspect(Guid prospectId, Body<OutreachActRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new MobilizeProspectCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> GuideProspect(Guid prospectId, Body<OutreachActRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new GuideProspectCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> DeclineProspect(Guid prospectId, Body<DeclineProspectRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new DeclineProspectCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> RecordProspectApplication(Guid prospectId, Body<RecordProspectApplicationRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new RecordProspectApplicationCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static Task<Results<Ok<OutreachProspectDetails>, StatusCodeHttpResult>> TakeBackProspectAct(Guid prospectId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Answer(http, sender, new TakeBackProspectActCommand(prospectId, EntityTags.Expected(http), body.Value), cancellationToken);

    private static async Task<Results<Ok<T>, StatusCodeHttpResult>> Answer<T>(HttpContext http, ISender sender, ICommand<Versioned<T>> command, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(command, cancellationToken));
}
