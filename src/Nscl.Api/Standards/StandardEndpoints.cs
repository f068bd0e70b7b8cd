using Mediator;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.Standards;
using Nscl.Domain.Standards;

namespace Nscl.Api.Standards;

internal static class StandardEndpoints
{
    public static void MapStandards(this IEndpointRouteBuilder api) =>
        api.MapGet("/standards", ListStandards).WithTags("Standards")
            .UseCase(
                nameof(ListStandards),
                Permissions.ReferenceDataRead,
                "List standards",
                "The library of standards, technical regulations and legal texts, metadata only. `q` finds words of number and names, with or without diacritics. Sort: `number`, `name`.");

    private static async Task<TaggedJson<Page<StandardDetails>>> ListStandards(
        ISender sender, CancellationToken cancellationToken, string? q = null, StandardKind? kind = null, int limit = PageRequest.DefaultLimit, string? cursor = null, string? sort = null, bool count = false) =>
        new(await sender.Send(new ListStandardsQuery(new PageRequest(limit, cursor, sort, count), q, kind), cancellationToken));
}
