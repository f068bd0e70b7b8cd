using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Amounts;
using Nscl.Application.Identity;
using Nscl.Domain.Amounts;
using Nscl.Domain.Common;

namespace Nscl.Api.Amounts;

internal static class AmountEndpoints
{
    public static void MapAmounts(this IEndpointRouteBuilder api) =>
        api.MapGet("/amounts/{amount}/words", SpellAmount).WithTags("Amounts")
            .UseCase(nameof(SpellAmount), Permissions.AmountsSpell, "Amount in words", "An amount of whole đồng in Vietnamese words, as decisions and contracts carry it. `profile` picks one of the accepted spellings; `standard` when left out.");

    private static async Task<Ok<AmountInWords>> SpellAmount(long amount, ISender sender, CancellationToken cancellationToken, SpellingProfile profile = SpellingProfile.Standard) =>
        TypedResults.Ok(await sender.Send(new SpellAmountQuery(new Money(amount), profile), cancellationToken));
}
