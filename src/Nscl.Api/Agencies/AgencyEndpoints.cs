using Mediator;
using Nscl.Api.Common;
using Nscl.Application.Agencies;
using Nscl.Application.Identity;

namespace Nscl.Api.Agencies;

internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder api) =>
        api.MapGet("/agencies", ListAgencies).WithTags("Agencies")
            .UseCase(
                nameof(ListAgencies),
                Permissions.ReferenceDataRead,
                "List agencies",
                "The agencies that exist on a day (`asOf`, today when left out), national ones included, each with those that continue it. Without `province` those of the caller's provinces.");

    private static async Task<TaggedJson<AgencyList>> ListAgencies(ISender sender, CancellationToken cancellationToken, DateOnly? asOf = null, string? province = null) =>
        new(await sender.Send(new ListAgenciesQuery(asOf, province), cancellationToken));
}
