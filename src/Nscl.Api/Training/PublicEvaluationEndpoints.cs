using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Api.Identity;
using Nscl.Application.Training;
using Nscl.Domain.Common;
using Nscl.Domain.Training;

namespace Nscl.Api.Training;

/// <summary>Evaluating a course, for trainees without an account.</summary>
internal static class PublicEvaluationEndpoints
{
    public static void MapPublicEvaluations(this IEndpointRouteBuilder api)
    {
        var evaluations = api.MapGroup("/public/evaluations/{evaluationToken}").WithTags("Public");
        evaluations.MapGet("/", GetPublicEvaluation).LimitedByAddress()
            .UseCase(nameof(GetPublicEvaluation), permission: null, "Look at an evaluation", "The course and the questions behind the address or the short code of the room. Unknown, closed and past its last day are all not found.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        evaluations.MapPost("/", AnswerEvaluation).TakesJson<AnswerEvaluationRequest>().LimitedByAddress().AddEndpointFilter(LimitWrongCodes)
            .UseCase(nameof(AnswerEvaluation), permission: null, "Evaluate a course", "Takes one answer of somebody who was at a session at least, by `personalCode`. The code decides who may answer and is not kept with the answer. Whoever may not answer gets one and the same answer, whatever the cause.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithMetadata(new NoAntiforgery());
    }

    /// <summary>Whoever tries out codes is slowed down, and the classroom is not.</summary>
    private static async ValueTask<object?> LimitWrongCodes(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (codes, key) = (http.RequestServices.GetRequiredService<PublicLimits>().WrongCodes, "evaluation:" + http.Connection.RemoteIpAddress);
        var limit = codes.Take(key);
        if (limit.IsExceeded)
        {
            limit.Describe("wrongCodes", http.Response);
            return new ProblemResult("request.tooMany");
        }

        try
        {
            var answer = await next(context);
            codes.GiveBack(key);
            return answer;
        }
        catch (Exception failure) when (failure is not RuleViolationException { Code: EvaluationRules.NotMatchedCode })
        {
            codes.GiveBack(key);
            throw;
        }
    }

    private static async Task<Ok<PublicEvaluation>> GetPublicEvaluation(string evaluationToken, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetPublicEvaluationQuery(evaluationToken), cancellationToken));

    private static async Task<Ok<EvaluationReceipt>> AnswerEvaluation(string evaluationToken, Body<AnswerEvaluationRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new AnswerEvaluationCommand(evaluationToken, body.Value), cancellationToken));
}
