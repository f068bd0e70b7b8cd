using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Identity;
using Nscl.Application.Subsidies;
using Nscl.Domain.Subsidies;

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
        calculations.MapPost("/{calculationId:guid}/replay", ReplaySubsidyCalculation)
            .UseCase(
                nameof(ReplaySubsidyCalculation),
                Permissions.SubsidiesReplay,
                "Replay a stored calculation",
                "Works the calculation out again from its stored facts and the policy version in its own table, and names every difference. A tampered step, fact or policy row each turns it red.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<SubsidyReplay>> ReplaySubsidyCalculation(Guid calculationId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ReplaySubsidyCalculationQuery(calculationId), cancellationToken));

    private static async Task<Ok<SubsidyBreakdown>> CalculateSubsidy(Body<CalculateSubsidyRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new CalculateSubsidyQuery(body.Value, ReaderLanguage.Of(http.Request)), cancellationToken));
}
