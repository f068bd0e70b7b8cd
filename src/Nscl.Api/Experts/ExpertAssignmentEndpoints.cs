using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Experts;
using Nscl.Application.Identity;

namespace Nscl.Api.Experts;

/// <summary>Which expert is at which enterprise, for how long and what for.</summary>
internal static class ExpertAssignmentEndpoints
{
    private const string Route = "/expert-assignments";

    public static void MapExpertAssignments(this IEndpointRouteBuilder api)
    {
        var assignments = api.MapGroup(Route).WithTags("Experts");
        assignments.MapGet("/", ListExpertAssignments)
            .UseCase(nameof(ListExpertAssignments), Permissions.ExpertsRead, "List assignments", "Of an expert, of an enterprise, or all, latest first; sort by `startsOn`. An expert sees his own alone.");
        assignments.MapPost("/", AssignExpert).TakesJson<AssignExpertRequest>().TakesIdempotencyKey()
            .UseCase(nameof(AssignExpert), Permissions.ExpertsManage, "Assign an expert", "Sends an active expert to an enterprise. `purpose` is a code of `assignmentPurposes`; two assignments of the same expert and enterprise share no day.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        assignments.MapGet("/{assignmentId:guid}", GetExpertAssignment).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetExpertAssignment), Permissions.ExpertsRead, "Get an assignment", "The assignment with its names, and allowed and blocked actions.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        assignments.MapPost("/{assignmentId:guid}/end", EndExpertAssignment).TakesJson<EndExpertAssignmentRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(EndExpertAssignment), Permissions.ExpertsManage, "End an assignment", "With a note of what came of it; `endedOn` lies between its first day and today, and not after the day agreed. From `assigned`.");
        assignments.MapPost("/{assignmentId:guid}/cancel", CancelExpertAssignment).TakesJson<ReasonRequest>().NeedsIfMatch().TakesIdempotencyKey()
            .UseCase(nameof(CancelExpertAssignment), Permissions.ExpertsManage, "Cancel an assignment", "It does not come about, with the reason; its days are free again. From `assigned`.");
    }

    private static async Task<Ok<Page<ExpertAssignmentListItem>>> ListExpertAssignments([AsParameters] ExpertAssignmentFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListExpertAssignmentsQuery(filter, page), cancellationToken));

    private static async Task<Created<ExpertAssignmentDetails>> AssignExpert(Body<AssignExpertRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var assigned = await sender.Send(new AssignExpertCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"/api/v1{Route}/{assigned.Value.Id}", assigned);
    }

    private static async Task<Results<Ok<ExpertAssignmentDetails>, StatusCodeHttpResult>> GetExpertAssignment(Guid assignmentId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetExpertAssignmentQuery(assignmentId), cancellationToken));

    private static async Task<Results<Ok<ExpertAssignmentDetails>, StatusCodeHttpResult>> EndExpertAssignment(Guid assignmentId, Body<EndExpertAssignmentRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new EndExpertAssignmentCommand(assignmentId, EntityTags.Expected(http), body.Value), cancellationToken));

    private static async Task<Results<Ok<ExpertAssignmentDetails>, StatusCodeHttpResult>> CancelExpertAssignment(Guid assignmentId, Body<ReasonRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new CancelExpertAssignmentCommand(assignmentId, EntityTags.Expected(http), body.Value), cancellationToken));
}
