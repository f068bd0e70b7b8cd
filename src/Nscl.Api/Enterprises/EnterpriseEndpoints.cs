using Mediator;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enterprises;
using Nscl.Application.Identity;
using Nscl.Domain.Enterprises;

namespace Nscl.Api.Enterprises;

internal static class EnterpriseEndpoints
{
    private const string Route = "/api/v1/enterprises";
    private const string SheetMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The workbook's own limit is lower, so that its refusal says so in words.</summary>
    private const long MaxRequestBytes = 12L * 1024 * 1024;

    public static void MapEnterprises(this IEndpointRouteBuilder api)
    {
        var enterprises = api.MapGroup("/enterprises").WithTags("Enterprises");
        enterprises.MapGet("/", ListEnterprises)
            .UseCase(nameof(ListEnterprises), Permissions.EnterprisesRead, "List enterprises", "The enterprises that the caller may see. Sort by `name` (the default), `annualRevenue` or `createdAt`; `-` in front turns the order round.");
        enterprises.MapGet("/similar", ListSimilarEnterprises)
            .UseCase(nameof(ListSimilarEnterprises), Permissions.EnterprisesRead, "Enterprises that may be the same", "Enterprises with a name much like this one or with this very tax code, before a new one is registered. A warning only: two companies may be named almost alike, and only the tax code tells them apart.");
        enterprises.MapGet("/{enterpriseId:guid}", GetEnterprise).Produces(StatusCodes.Status304NotModified)
            .UseCase(nameof(GetEnterprise), Permissions.EnterprisesRead, "One enterprise", "Everything on record of one enterprise, with its size class by the law in force today and the comparisons behind it.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        enterprises.MapPost("/", RegisterEnterprise).TakesJson<EnterpriseInput>()
            .UseCase(nameof(RegisterEnterprise), Permissions.EnterprisesRegister, "Register an enterprise", "Registers an enterprise in the caller's province by its tax code. `taxCodeOverrideReason` takes a code whose check digit does not fit; it needs the permission `enterprises.overrideTaxCode`.")
            .NeedsIdempotencyKey();
        enterprises.MapPut("/{enterpriseId:guid}", UpdateEnterprise).TakesJson<EnterpriseInput>()
            .UseCase(nameof(UpdateEnterprise), Permissions.EnterprisesUpdate, "Update an enterprise", "Replaces what the enterprise says about itself. `declaredFacts` and `sites` that are left out stay as they are. Another tax code puts right one that was recorded wrongly and needs the permission `enterprises.register`.")
            .NeedsIfMatch();
        enterprises.MapPut("/{enterpriseId:guid}/products", ReplaceEnterpriseProducts).TakesJson<ReplaceEnterpriseProductsRequest>()
            .UseCase(nameof(ReplaceEnterpriseProducts), Permissions.EnterprisesUpdate, "Replace the products", "Makes the list of products exactly the given one. A product keeps its id as long as its entry names it: support is counted per product.")
            .NeedsIfMatch();
        MapSheets(enterprises);
        MapCertificates(enterprises.MapGroup("/{enterpriseId:guid}/certificates"));
        MapIdentifiers(api);
    }

    private static void MapSheets(RouteGroupBuilder enterprises)
    {
        enterprises.MapGet("/export", ExportEnterprises)
            .UseCase(nameof(ExportEnterprises), Permissions.EnterprisesExport, "Export enterprises", "The list with the same filters as an Excel workbook, by name. Headings and words follow Accept-Language. The file can be imported; personal ids are whole only with the permission `enterprises.readPersonalIds`.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType);
        enterprises.MapGet("/import-template", GetEnterpriseImportTemplate)
            .UseCase(nameof(GetEnterpriseImportTemplate), Permissions.EnterprisesImport, "Template for an import", "An empty workbook with the columns of an import, the lists to choose from and a guide, in the language of Accept-Language.")
            .Produces<Stream>(StatusCodes.Status200OK, SheetMediaType);
        enterprises.MapPost("/import-checks", CheckEnterpriseImport).TakesWorkbook()
            .UseCase(nameof(CheckEnterpriseImport), Permissions.EnterprisesImport, "Check an import", "What `ImportEnterprises` would do with this file: every faulty row and column, warnings for a person to look at, how many enterprises are new. Changes nothing.");
        enterprises.MapPost("/imports", ImportEnterprises).TakesWorkbook()
            .UseCase(nameof(ImportEnterprises), Permissions.EnterprisesImport, "Import enterprises", "Registers the enterprises of an Excel workbook (.xlsx, at most 10 MiB and 5,000 rows): all that are new, or none at all and every faulty row and column named as `/rows/{row}/{field}`. A row whose tax code is registered already is left out, and what is on record stays. Headings may be Vietnamese or English.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsIdempotencyKey();
    }

    private static RouteHandlerBuilder TakesWorkbook(this RouteHandlerBuilder endpoint) => endpoint
        .DisableAntiforgery()
        .Accepts<EnterpriseFileForm>("multipart/form-data")
        .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes))
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static void MapCertificates(RouteGroupBuilder certificates)
    {
        certificates.MapPost("/", RecordCertificate).TakesJson<CertificateEntry>()
            .UseCase(nameof(RecordCertificate), Permissions.EnterprisesUpdate, "Record a certificate", "Records a certificate that the enterprise holds already. Answers with the enterprise, of which the certificate is a part.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .TakesIdempotencyKey();
        certificates.MapPut("/{certificateId:guid}", CorrectCertificate).TakesJson<CertificateEntry>()
            .UseCase(nameof(CorrectCertificate), Permissions.EnterprisesUpdate, "Correct a certificate", "Replaces what is recorded of one certificate.")
            .NeedsIfMatch();
        certificates.MapDelete("/{certificateId:guid}", RemoveCertificate)
            .UseCase(nameof(RemoveCertificate), Permissions.EnterprisesUpdate, "Remove a certificate", "Takes away a certificate that was recorded by mistake; an expired one stays on record.")
            .NeedsIfMatch();
    }

    private static void MapIdentifiers(IEndpointRouteBuilder api)
    {
        api.MapPost("/tax-code-validations", ValidateTaxCode).WithTags("Enterprises").TakesJson<ValidateTaxCodeRequest>()
            .UseCase(nameof(ValidateTaxCode), Permissions.ReferenceDataRead, "Check a tax code", "Normalises a tax code, says what it stands for and whether its check digit holds. A malformed code is an answer, not an error: `valid` is false and `reason` says why.");
        api.MapPost("/enterprise-size-classifications", ClassifyEnterpriseSize).WithTags("Enterprises").TakesJson<ClassifyEnterpriseSizeRequest>()
            .UseCase(nameof(ClassifyEnterpriseSize), Permissions.ReferenceDataRead, "Tell the size class", "Size of an enterprise under the scale in force on `asOf`, with every comparison made. Dates before 2021-10-15 are refused: the older scale is not stored.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<EnterpriseListItem>>> ListEnterprises([AsParameters] EnterpriseFilter filter, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListEnterprisesQuery(filter, page), cancellationToken));

    private static async Task<Ok<SimilarEnterpriseList>> ListSimilarEnterprises([AsParameters] SimilarEnterpriseFilter filter, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListSimilarEnterprisesQuery(filter), cancellationToken));

    private static async Task<Results<Ok<EnterpriseDetails>, StatusCodeHttpResult>> GetEnterprise(Guid enterpriseId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new GetEnterpriseQuery(enterpriseId), cancellationToken));

    private static async Task<FileStreamHttpResult> ExportEnterprises([AsParameters] EnterpriseFilter filter, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Download(await sender.Send(new ExportEnterprisesCommand(filter, ReaderLanguage.Of(http.Request)), cancellationToken));

    private static async Task<FileStreamHttpResult> GetEnterpriseImportTemplate(HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        Download(await sender.Send(new GetEnterpriseImportTemplateQuery(ReaderLanguage.Of(http.Request)), cancellationToken));

    private static FileStreamHttpResult Download(DownloadedFile file) => TypedResults.File(file.Content, file.MediaType, file.FileName);

    private static async Task<Ok<EnterpriseImportCheck>> CheckEnterpriseImport(IFormFile file, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return TypedResults.Ok(EnterpriseImportCheck.Of(await sender.Send(new CheckEnterpriseImportQuery(new EnterpriseFile(file.FileName, content)), cancellationToken)));
    }

    private static async Task<Ok<EnterpriseImport>> ImportEnterprises(IFormFile file, ISender sender, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return TypedResults.Ok(await sender.Send(new ImportEnterprisesCommand(new EnterpriseFile(file.FileName, content)), cancellationToken));
    }

    private static async Task<Created<EnterpriseDetails>> RegisterEnterprise(Body<EnterpriseInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var registered = await sender.Send(new RegisterEnterpriseCommand(body.Value), cancellationToken);
        return EntityTags.Created(http, $"{Route}/{registered.Value.Id}", registered);
    }

    private static async Task<Results<Ok<EnterpriseDetails>, StatusCodeHttpResult>> UpdateEnterprise(Guid enterpriseId, Body<EnterpriseInput> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new UpdateEnterpriseCommand(enterpriseId, EntityTags.Expected(http), body.Value), cancellationToken));

    private static async Task<Results<Ok<EnterpriseDetails>, StatusCodeHttpResult>> ReplaceEnterpriseProducts(Guid enterpriseId, Body<ReplaceEnterpriseProductsRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new ReplaceEnterpriseProductsCommand(enterpriseId, EntityTags.Expected(http), body.Value), cancellationToken));

    private static async Task<Created<EnterpriseDetails>> RecordCertificate(Guid enterpriseId, Body<CertificateEntry> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Created(http, $"{Route}/{enterpriseId}", await sender.Send(new RecordCertificateCommand(enterpriseId, body.Value), cancellationToken));

    private static async Task<Results<Ok<EnterpriseDetails>, StatusCodeHttpResult>> CorrectCertificate(Guid enterpriseId, Guid certificateId, Body<CertificateEntry> body, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new CorrectCertificateCommand(enterpriseId, certificateId, EntityTags.Expected(http), body.Value), cancellationToken));

    private static async Task<Results<Ok<EnterpriseDetails>, StatusCodeHttpResult>> RemoveCertificate(Guid enterpriseId, Guid certificateId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        EntityTags.Ok(http, await sender.Send(new RemoveCertificateCommand(enterpriseId, certificateId, EntityTags.Expected(http)), cancellationToken));

    private static async Task<Ok<TaxCodeVerdict>> ValidateTaxCode(Body<ValidateTaxCodeRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ValidateTaxCodeQuery(body.Value), cancellationToken));

    private static async Task<Ok<SizeClassification>> ClassifyEnterpriseSize(Body<ClassifyEnterpriseSizeRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ClassifyEnterpriseSizeQuery(body.Value), cancellationToken));

    /// <summary>The form, for the document.</summary>
    /// <param name="File">An Excel workbook (.xlsx).</param>
    internal sealed record EnterpriseFileForm(IFormFile File);
}
