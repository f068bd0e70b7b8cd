using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Audit;
using Nscl.Application.Common;
using Nscl.Application.Identity;

namespace Nscl.Api.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit-entries", ListAuditEntries).WithTags("Audit")
            .UseCase(
                nameof(ListAuditEntries),
                Permissions.AuditRead,
                "Audit trail",
                "Every act in the caller's provinces, newest first: who did what to what and what changed by it. `from` and `to` are days in Vietnam time, both included. Sort: `occurredAt`, with `-` descending.");
        api.MapPost("/audit-verifications", VerifyAuditTrail).WithTags("Audit").TakesJson<VerifyAuditTrailRequest>(optional: true)
            .UseCase(
                nameof(VerifyAuditTrail),
                Permissions.AuditVerify,
                "Verify the audit trail",
                "Walks a province's chain from its first link and says everything that is wrong: a changed, missing or unlinked entry, a broken or reordered link, a tail that was cut off (found by the head that is anchored outside the database).")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<AuditEntryItem>>> ListAuditEntries(
        ISender sender,
        Guid? entityId,
        Guid? actorId,
        string? action,
        DateOnly? from,
        DateOnly? to,
        string? cursor,
        string? sort,
        int limit = PageRequest.DefaultLimit,
        bool count = false,
        CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await sender.Send(new ListAuditEntriesQuery(new PageRequest(limit, cursor, sort, count), entityId, actorId, action, from, to), cancellationToken));

    private static async Task<Ok<AuditVerification>> VerifyAuditTrail(Body<VerifyAuditTrailRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new VerifyAuditTrailQuery(body.Value), cancellationToken));
}
