using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Training;
using Nscl.Domain.Training;

namespace Nscl.Api.Training;

/// <summary>Checking in at a session, for trainees without an account.</summary>
internal static class PublicCheckInEndpoints
{
    public static void MapPublicCheckIns(this IEndpointRouteBuilder api)
    {
        var checkIns = api.MapGroup("/public/check-ins/{token}").WithTags("Public");
        checkIns.MapGet("/", GetPublicCheckIn).LimitedByAddress()
            .UseCase(nameof(GetPublicCheckIn), permission: null, "Look at a check-in", "The course and session behind the address or the short code of the room. Unknown, closed, replaced and of another day are all not found.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        checkIns.MapPost("/", CheckIn).TakesJson<CheckInRequest>().LimitedByAddress().AddEndpointFilter(LimitGuesses)
            .UseCase(nameof(CheckIn), permission: null, "Check in", "Marks the person present: by `personalCode`, or by `fullName` and the last three or four digits of the telephone number. Whoever does not match gets one and the same answer, whatever the cause; the personal code always decides. The same said twice changes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>Whoever tries out digits for a name is slowed down, and the classroom is not.</summary>
    private static ValueTask<object?> LimitGuesses(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var asked = context.GetArgument<Body<CheckInRequest>>(1).Value;
        if (!string.IsNullOrWhiteSpace(asked.PersonalCode) || asked.FullName is not { Length: > 0 and <= CourseRegistration.FullNameMaxLength } name)
        {
            return next(context);
        }

        var http = context.HttpContext;
        var limit = http.RequestServices.GetRequiredService<PublicLimits>().Guesses.Take($"{context.GetArgument<string>(0)}|{PersonNames.Key(name)}");
        if (!limit.IsExceeded)
        {
            return next(context);
        }

        limit.Describe("guesses", http.Response);
        return ValueTask.FromResult<object?>(new ProblemResult("request.tooMany"));
    }

    private static async Task<Ok<PublicCheckIn>> GetPublicCheckIn(string token, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetPublicCheckInQuery(token), cancellationToken));

    private static async Task<Ok<CheckedIn>> CheckIn(string token, Body<CheckInRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new CheckInCommand(token, body.Value), cancellationToken));
}
