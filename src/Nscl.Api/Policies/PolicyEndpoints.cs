using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Policies;

namespace Nscl.Api.Policies;

internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder api)
    {
        var versions = api.MapGroup("/programs/{programId:guid}/policy-versions").WithTags("Policies");
        versions.MapGet("/", ListPolicyVersions)
            .UseCase(nameof(ListPolicyVersions), Permissions.PoliciesRead, "List policy versions", "The versions of a program's support policy with their items, newest first. Their periods never overlap. Sort: `version`.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        versions.MapGet("/{versionId:guid}", GetPolicyVersion)
            .UseCase(nameof(GetPolicyVersion), Permissions.PoliciesRead, "Get a policy version", "Items with rate, cap, cap unit and the sentence each rests on, and the rules by which amounts are worked out.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<PolicyVersionDetails>>> ListPolicyVersions(
        Guid programId, ISender sender, CancellationToken cancellationToken, int limit = PageRequest.DefaultLimit, string? cursor = null, string? sort = null, bool count = false) =>
        TypedResults.Ok(await sender.Send(new ListPolicyVersionsQuery(programId, new PageRequest(limit, cursor, sort, count)), cancellationToken));

    private static async Task<TaggedJson<PolicyVersionDetails>> GetPolicyVersion(Guid programId, Guid versionId, ISender sender, CancellationToken cancellationToken) =>
        new(await sender.Send(new GetPolicyVersionQuery(programId, versionId), cancellationToken));
}
