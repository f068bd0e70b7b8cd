using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Appraisals;
using Nscl.Application.Common;
using Nscl.Application.Identity;

namespace Nscl.Api.Appraisals;

/// <summary>Councils, their sessions, and what members declare before a file opens.</summary>
internal static class CouncilEndpoints
{
    private const string Route = "/councils";
    private const string SessionRoute = "/council-sessions";

    public static void MapCouncils(this IEndpointRouteBuilder api)
    {
        var councils = api.MapGroup(Route).WithTags("Appraisals");
        councils.MapGet("/", ListCouncils)
            .UseCase(nameof(ListCouncils), Permissions.CouncilsRead, "List councils", "Latest decision first. Sort by `decisionDate`, with `-` for descending. Members see the councils in which they have a seat.");
        councils.MapPost("/", CreateCouncil).TakesJson<CreateCouncilRequest>().TakesIdempotencyKey()
            .UseCase(nameof(CreateCouncil), Permissions.CouncilsManage, "Found a council", "With its decision, term, seats and rule of quorum (left out: two thirds and the chair or a vice-chair). A member with an account declares and scores in the system.");
        councils.MapGet("/{councilId:guid}", GetCouncil).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetCouncil), Permissions.CouncilsRead, "Get a council", "The council with its seats.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        councils.MapPost("/{councilId:guid}/sessions", CreateCouncilSession).TakesJson<CreateCouncilSessionRequest>().TakesIdempotencyKey()
            .UseCase(nameof(CreateCouncilSession), Permissions.CouncilsManage, "Call a session", "A meeting over nominations or dossiers, within the term of the council.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        var sessions = api.MapGroup(SessionRoute).WithTags("Appraisals");
        sessions.MapGet("/", ListCouncilSessions)
            .UseCase(nameof(ListCouncilSessions), Permissions.CouncilsRead, "List sessions of councils", "Latest first. Sort by `heldOn`, with `-` for descending. Members see the sessions in which they have a seat.");
        sessions.MapGet("/{councilSessionId:guid}", GetCouncilSession).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetCouncilSession), Permissions.CouncilsRead, "Get a session", "Its matters with where the caller stands and the quorum of each, its seats with who is there and who is recused.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sessions.MapPost("/{councilSessionId:guid}/record-attendance", RecordCouncilAttendance).TakesJson<RecordCouncilAttendanceRequest>().TakesIdempotencyKey()
            .UseCase(nameof(RecordCouncilAttendance), Permissions.CouncilsManage, "Take attendance", "Who is there; replaces what was taken down before.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        sessions.MapPost("/{councilSessionId:guid}/declare", DeclareConflict).TakesJson<DeclareConflictRequest>().TakesIdempotencyKey()
            .UseCase(nameof(DeclareConflict), Permissions.CouncilsDeclare, "Declare", "A member says whether he or she is in conflict; before that the file of the matter stays closed. Who acts for the enterprise is in conflict whatever is said. A conflict stays.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<CouncilListItem>>> ListCouncils([AsParameters] CouncilFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCouncilsQuery(filter, page), cancellationToken));

    private static async Task<Created<CouncilDetails>> CreateCouncil(Body<CreateCouncilRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var founded = await sender.Send(new CreateCouncilCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{founded.Value.Id}", founded);
    }

    private static async Task<Results<Ok<CouncilDetails>, StatusCodeHttpResult>> GetCouncil(Guid councilId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetCouncilQuery(councilId), cancellationToken));

    private static async Task<Created<CouncilSessionDetails>> CreateCouncilSession(Guid councilId, Body<CreateCouncilSessionRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var called = await sender.Send(new CreateCouncilSessionCommand(councilId, body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{SessionRoute}/{called.Value.Id}", called);
    }

    private static async Task<Ok<Page<CouncilSessionListItem>>> ListCouncilSessions([AsParameters] CouncilSessionFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListCouncilSessionsQuery(filter, page), cancellationToken));

    private static async Task<Results<Ok<CouncilSessionDetails>, StatusCodeHttpResult>> GetCouncilSession(Guid councilSessionId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetCouncilSessionQuery(councilSessionId), cancellationToken));

    private static async Task<Results<Ok<CouncilSessionDetails>, StatusCodeHttpResult>> RecordCouncilAttendance(Guid councilSessionId, Body<RecordCouncilAttendanceRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new RecordCouncilAttendanceCommand(councilSessionId, body.Value), cancellationToken));

    private static async Task<Results<Ok<CouncilSessionDetails>, StatusCodeHttpResult>> DeclareConflict(Guid councilSessionId, Body<DeclareConflictRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new DeclareConflictCommand(councilSessionId, body.Value), cancellationToken));
}
