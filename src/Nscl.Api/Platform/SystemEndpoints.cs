using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;

namespace Nscl.Api.Platform;

/// <param name="Today">The business date (Vietnam).</param>
/// <param name="IsReal">False in a demo that lives in another year; the client then shows the date in its header.</param>
public sealed record BusinessClockDetails(DateOnly Today, bool IsReal);

/// <summary>Every problem code with its texts.</summary>
public sealed record ProblemCodeList(IReadOnlyList<ProblemCode> Items);

internal static class SystemEndpoints
{
    private const string PublicForAnHour = "public, max-age=3600";

    public static void MapSystem(this IEndpointRouteBuilder api)
    {
        api.MapGet("/business-clock", GetBusinessClock).WithTags("Platform")
            .UseCase(nameof(GetBusinessClock), null, "Business date", "The date that rules, deadlines, numbers and documents use. Sign-in, tokens and the audit trail always use real time.");
        api.MapGet("/problem-codes", ListProblemCodes).WithTags("Platform")
            .UseCase(nameof(ListProblemCodes), null, "Problem codes", "The closed catalogue of codes that a problem can carry, each with Vietnamese and English texts; `{name}` is filled from the problem's `args`.");
        api.MapGet("/problem-codes/{code}", GetProblemCode).WithTags("Platform")
            .UseCase(nameof(GetProblemCode), null, "Problem code", "One code of the catalogue; the `type` of a problem leads here.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<BusinessClockDetails> GetBusinessClock(IBusinessClock clock) => TypedResults.Ok(new BusinessClockDetails(clock.Today, clock.IsReal));

    private static Ok<ProblemCodeList> ListProblemCodes(HttpContext http)
    {
        http.Response.Headers.CacheControl = PublicForAnHour;
        return TypedResults.Ok(new ProblemCodeList(ProblemCatalogue.All));
    }

    private static Results<Ok<ProblemCode>, ProblemResult> GetProblemCode(string code, HttpContext http)
    {
        if (ProblemCatalogue.Find(code) is not { } found)
        {
            return new ProblemResult("request.notFound");
        }

        http.Response.Headers.CacheControl = PublicForAnHour;
        return TypedResults.Ok(found);
    }
}
