using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.Subsidies;

namespace Nscl.Api.Subsidies;

internal static class SubsidyEndpoints
{
    public static void MapSubsidies(this IEndpointRouteBuilder api)
    {
        var calculations = api.MapGroup("/subsidy-calculations").WithTags("Subsidies");
        calculations.MapPost("/", CalculateSubsidy).TakesJson<CalculateSubsidyRequest>()
            .UseCase(
                nameof(CalculateSubsidy),
                Permissions.SubsidiesCalculate,
                "Calculate a subsidy",
                "What the policy in force on a date would give for costs per unit, line by line, each step with the clause it rests on. Stores nothing. Caps hold per unit and never pool.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<SubsidyBreakdown>> CalculateSubsidy(Body<CalculateSubsidyRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new CalculateSubsidyQuery(body.Value, ReaderLanguage.Of(http.Request)), cancellationToken));
}
