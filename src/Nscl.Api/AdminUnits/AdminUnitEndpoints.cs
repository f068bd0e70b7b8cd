using Mediator;
using Nscl.Api.Common;
using Nscl.Application.AdminUnits;
using Nscl.Application.Identity;
using Nscl.Domain.AdminUnits;

namespace Nscl.Api.AdminUnits;

internal static class AdminUnitEndpoints
{
    public static void MapAdminUnits(this IEndpointRouteBuilder api) =>
        api.MapGet("/admin-units", ListAdminUnits).WithTags("AdminUnits")
            .UseCase(
                nameof(ListAdminUnits),
                Permissions.ReferenceDataRead,
                "List administrative units",
                "The map of a day (`asOf`, today when left out): provinces, districts until 30 June 2025, communes, with their names of that day and their predecessors and successors. Without `province` those of the caller's provinces.");

    private static async Task<TaggedJson<AdminUnitList>> ListAdminUnits(ISender sender, CancellationToken cancellationToken, DateOnly? asOf = null, AdminUnitLevel? level = null, string? province = null) =>
        new(await sender.Send(new ListAdminUnitsQuery(asOf, level, province), cancellationToken));
}
