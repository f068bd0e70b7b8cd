using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Policies;
using Nscl.Application.Programs;

namespace Nscl.Api.Programs;

/// <summary>Programs with their documents as data, and the versions of their support policies.</summary>
internal static class ProgramEndpoints
{
    public static void MapPrograms(this IEndpointRouteBuilder api)
    {
        var programs = api.MapGroup("/programs").WithTags("Programs");
        programs.MapGet("/", ListPrograms)
            .UseCase(nameof(ListPrograms), Permissions.ProgramsRead, "List programs", "Programs and annual plans of the caller's provinces, newest first. Sort by `periodFrom` or `code`.");
        programs.MapGet("/{programId:guid}", GetProgram)
            .UseCase(nameof(GetProgram), Permissions.ProgramsRead, "Get a program", "Decision, legal bases, objectives, phases, tasks with lead and co-ordinating agencies, targets, eligibility, report obligations, recipients, funding and the source document's passages.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs.MapGet("/{programId:guid}/policy-versions", ListPolicyVersions).WithTags("Policies")
            .UseCase(nameof(ListPolicyVersions), Permissions.PoliciesRead, "List policy versions", "All versions of a program's support policy with their items, newest first. Versions never overlap.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        programs.MapGet("/{programId:guid}/policy-versions/{versionId:guid}", GetPolicyVersion).WithTags("Policies")
            .UseCase(nameof(GetPolicyVersion), Permissions.PoliciesRead, "Get a policy version", "One version with its rules and items: rate, cap and unit, legal basis with the exact sentence.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<ProgramListItem>>> ListPrograms(
        ISender sender,
        CancellationToken cancellationToken,
        int limit = PageRequest.DefaultLimit,
        string? cursor = null,
        string? sort = null,
        bool count = false,
        string? code = null,
        int? year = null) =>
        TypedResults.Ok(await sender.Send(new ListProgramsQuery(new PageRequest(limit, cursor, sort, count), code, year), cancellationToken));

    private static async Task<Results<Ok<ProgramDetails>, StatusCodeHttpResult>> GetProgram(Guid programId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetProgramQuery(programId), cancellationToken));

    private static async Task<Ok<PolicyVersionList>> ListPolicyVersions(Guid programId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListPolicyVersionsQuery(programId), cancellationToken));

    private static async Task<Results<Ok<PolicyVersionDetails>, StatusCodeHttpResult>> GetPolicyVersion(Guid programId, Guid versionId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetPolicyVersionQuery(programId, versionId), cancellationToken));
}
