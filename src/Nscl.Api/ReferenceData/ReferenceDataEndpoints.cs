using Mediator;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.ReferenceData;

namespace Nscl.Api.ReferenceData;

internal static class ReferenceDataEndpoints
{
    public static void MapReferenceData(this IEndpointRouteBuilder api) =>
        api.MapGet("/reference-data/{list}", ListReferenceItems).WithTags("ReferenceData")
            .UseCase(
                nameof(ListReferenceItems),
                Permissions.ReferenceDataRead,
                "List reference data",
                "One list in its order: `managementSystems`, `tools`, `supportCategories`, `prioritySectors`, `fundingSources`, `organizationTypes`, `legalForms`, `participantKinds`, `documentKinds`, `ipTypes`, `ipStages`, `conformityKinds`, `awardLevels`, `awardRegimes`, `commendationForms`, `nonParticipationReasons`, `standardLevels`, `eventKinds`, `trainingTopics`, `assignmentPurposes`, `recipientPurposes`, `signingAuthorities`, `measureUnits`.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<TaggedJson<ReferenceList>> ListReferenceItems(string list, ISender sender, CancellationToken cancellationToken) =>
        new(await sender.Send(new ListReferenceItemsQuery(list), cancellationToken));
}
