using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Api.Enterprises;

internal static class EnterpriseEndpoints
{
    public static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        var root = api.MapGroup(string.Empty).WithTags("Enterprises");
        root.MapPost("/tax-code-validations", ValidateTaxCode).TakesJson<ValidateTaxCodeRequest>()
            .UseCase(nameof(ValidateTaxCode), Permissions.ReferenceDataRead, "Check a tax code", "Normalises a tax code, says what it stands for and whether its check digit holds. A malformed code is an answer, not an error: `valid` is false and `reason` says why.");
        root.MapPost("/enterprise-size-classifications", ClassifyEnterpriseSize).TakesJson<ClassifyEnterpriseSizeRequest>()
            .UseCase(nameof(ClassifyEnterpriseSize), Permissions.ReferenceDataRead, "Tell the size class", "Size of an enterprise under the scale in force on `asOf`, with every comparison made. Dates before 2021-10-15 are refused: the older scale is not stored.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<TaxCodeVerdict>> ValidateTaxCode(Body<ValidateTaxCodeRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ValidateTaxCodeQuery(body.Value), cancellationToken));

    private static async Task<Ok<SizeClassification>> ClassifyEnterpriseSize(Body<ClassifyEnterpriseSizeRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ClassifyEnterpriseSizeQuery(body.Value), cancellationToken));
}
