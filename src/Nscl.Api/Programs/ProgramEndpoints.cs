using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Programs;

namespace Nscl.Api.Programs;

internal static class ProgramEndpoints
{
    public static void MapPrograms(this IEndpointRouteBuilder api)
    {
        var programs = api.MapGroup("/programs").WithTags("Programs");
        programs.MapGet("/", ListPrograms)
            .UseCase(nameof(ListPrograms), Permissions.ProgramsRead, "List programs", "Programs and plans of the caller's provinces. `code` picks one, `year` those that run in it, `policyInForceOn` those with a policy in force on the date. Sort: `periodFrom`, `code`, `title`.");
        programs.MapGet("/{programId:guid}", GetProgram)
            .UseCase(nameof(GetProgram), Permissions.ProgramsRead, "Get a program", "Everything its document says, with names for codes, the clause of each passage, what is not stated and what is a default of the system.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<Page<ProgramListItem>>> ListPrograms(
        ISender sender, CancellationToken cancellationToken, string? code = null, int? year = null, string? province = null, DateOnly? policyInForceOn = null, int limit = PageRequest.DefaultLimit, string? cursor = null, string? sort = null, bool count = false) =>
        TypedResults.Ok(await sender.Send(new ListProgramsQuery(new PageRequest(limit, cursor, sort, count), code, year, province, policyInForceOn), cancellationToken));

    private static async Task<TaggedJson<ProgramDetails>> GetProgram(Guid programId, ISender sender, CancellationToken cancellationToken) =>
        new(await sender.Send(new GetProgramQuery(programId), cancellationToken));
}
