using System.IO.Compression;
using Mediator;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Nscl.Api.Common;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;
using Nscl.Application.Identity;
using Nscl.Application.Training;
using Nscl.Domain.Files;
using Nscl.Domain.Training;

namespace Nscl.Api.Training;

/// <summary>Certificates of courses: issued in batches, downloaded, revoked, and checked by anybody who holds one.</summary>
internal static class CertificateEndpoints
{
    private const string Archive = "application/zip";

    public static void MapCertificates(this IEndpointRouteBuilder api)
    {
        var course = api.MapGroup("/courses/{courseId:guid}").WithTags("Certificates");
        course.MapPost("/issue-certificates", IssueCertificates).TakesJson<IssueCertificatesRequest>(optional: true).TakesIdempotencyKey()
            .UseCase(nameof(IssueCertificates), Permissions.CoursesIssueCertificates, "Issue certificates", "Begins a batch for everybody who completed the course and has no certificate, or for those named; the certificates follow in the background. Once the course has ended and attendance is recorded.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        course.MapGet("/certificate-batches/{batchId:guid}", GetCertificateBatch)
            .UseCase(nameof(GetCertificateBatch), Permissions.CoursesIssueCertificates, "Get a batch of certificates", "How far it is, and who got none and why.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        course.MapGet("/certificates", ListTrainingCertificates)
            .UseCase(nameof(ListTrainingCertificates), Permissions.CoursesRead, "List the certificates of a course", "By number, revoked ones included, page by page, with what stands in the way of issuing more. An enterprise's own people see those of their people.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        course.MapGet("/certificates/archive", DownloadTrainingCertificates)
            .UseCase(nameof(DownloadTrainingCertificates), Permissions.CoursesRead, "Download all certificates of a course", "The papers that are good as one ZIP archive. Not found where there is none.")
            .Produces<Stream>(StatusCodes.Status200OK, Archive).ProducesProblem(StatusCodes.Status404NotFound);
        course.MapGet("/certificates/{trainingCertificateId:guid}/content", DownloadTrainingCertificate).AnswersRanges()
            .UseCase(nameof(DownloadTrainingCertificate), Permissions.CoursesRead, "Download a certificate", "The PDF as it was issued, with its SHA-256 in Repr-Digest.")
            .ProducesPdf().Produces<Stream>(StatusCodes.Status206PartialContent, MediaTypes.Pdf).ProducesProblem(StatusCodes.Status416RangeNotSatisfiable).ProducesProblem(StatusCodes.Status404NotFound);
        course.MapPost("/certificates/{trainingCertificateId:guid}/revoke", RevokeTrainingCertificate).TakesJson<ReasonRequest>()
            .UseCase(nameof(RevokeTrainingCertificate), Permissions.CoursesIssueCertificates, "Revoke a certificate", "It is no longer good, with the reason, and whoever checks it reads so. Final; a new one gets a new number.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        course.MapGet("/sessions/{sessionId:guid}/attendance-sheet", GetAttendanceSheet)
            .UseCase(nameof(GetAttendanceSheet), Permissions.CoursesRecordAttendance, "Print the attendance sheet of a session", "Everybody with a seat, in the order of arrival, with room for signatures, as PDF.")
            .ProducesPdf().ProducesProblem(StatusCodes.Status404NotFound);
        MapTemplate(api.MapGroup("/certificate-template").WithTags("Certificates"));
        api.MapGet("/public/certificates/{verificationCode}", VerifyCertificate).WithTags("Public").LimitedByAddress()
            .UseCase(nameof(VerifyCertificate), permission: null, "Check a certificate", "What is printed on it and whether it is still good, for whoever has its code; blanks, hyphens and small letters do not matter.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapTemplate(RouteGroupBuilder template)
    {
        template.MapGet("/", GetCertificateTemplate)
            .UseCase(nameof(GetCertificateTemplate), Permissions.CoursesManage, "Get the wording of certificates", "The version in force in the caller's province, and the fields that its text may name.");
        template.MapPost("/", SaveCertificateTemplate).TakesJson<CertificateTemplateContent>().TakesIdempotencyKey()
            .UseCase(nameof(SaveCertificateTemplate), Permissions.CoursesManage, "Change the wording of certificates", "A new version, for certificates that are issued from now on. A field that there is not is named.");
        template.MapPost("/preview", PreviewCertificate).TakesJson<CertificateTemplateContent>()
            .UseCase(nameof(PreviewCertificate), Permissions.CoursesManage, "Preview a wording of certificates", "A sample with made-up facts as PDF; keeps nothing.")
            .ProducesPdf();
    }

    private static RouteHandlerBuilder ProducesPdf(this RouteHandlerBuilder endpoint) => endpoint.Produces<Stream>(StatusCodes.Status200OK, MediaTypes.Pdf);

    private static async Task<Created<CertificateBatchDetails>> IssueCertificates(Guid courseId, Body<IssueCertificatesRequest> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var batch = await sender.Send(new IssueCertificatesCommand(courseId, body.Value, Problems.BaseAddress(http)), cancellationToken);
        return TypedResults.Created($"/api/v1/courses/{courseId}/certificate-batches/{batch.Id}", batch);
    }

    private static async Task<Ok<CertificateBatchDetails>> GetCertificateBatch(Guid courseId, Guid batchId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetCertificateBatchQuery(courseId, batchId), cancellationToken));

    private static async Task<Ok<TrainingCertificateList>> ListTrainingCertificates(Guid courseId, [AsParameters] PageRequest page, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new ListTrainingCertificatesQuery(courseId, page), cancellationToken));

    private static async Task<FileStreamHttpResult> DownloadTrainingCertificate(Guid courseId, Guid trainingCertificateId, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var paper = await sender.Send(new DownloadTrainingCertificateQuery(courseId, trainingCertificateId), cancellationToken);
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(paper.Sha256))}:";
        return TypedResults.File(paper.Content, paper.MediaType, paper.FileName, enableRangeProcessing: true);
    }

    /// <summary>Written while the papers are read, one at a time; PDFs are packed already and are only stored.</summary>
    private static async Task<PushStreamHttpResult> DownloadTrainingCertificates(Guid courseId, HttpContext http, ISender sender, IFileStore store, CancellationToken cancellationToken)
    {
        var papers = await sender.Send(new ListCertificateFilesQuery(courseId), cancellationToken);
        // The archive writer knows no asynchronous way to write the few bytes between two papers.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            async output =>
            {
                await using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
                foreach (var paper in papers.Files)
                {
                    await using var content = await store.OpenAsync(paper.Sha256, cancellationToken);
                    await using var entry = await archive.CreateEntry(paper.Name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                    await content.CopyToAsync(entry, cancellationToken);
                }
            },
            Archive,
            papers.FileName);
    }

    private static async Task<Ok<TrainingCertificateDetails>> RevokeTrainingCertificate(Guid courseId, Guid trainingCertificateId, Body<ReasonRequest> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new RevokeTrainingCertificateCommand(courseId, trainingCertificateId, body.Value), cancellationToken));

    private static async Task<FileContentHttpResult> GetAttendanceSheet(Guid courseId, Guid sessionId, ISender sender, CancellationToken cancellationToken)
    {
        var paper = await sender.Send(new GetAttendanceSheetQuery(courseId, sessionId), cancellationToken);
        return TypedResults.File(paper.Content, MediaTypes.Pdf, paper.FileName);
    }

    private static async Task<Ok<CertificateTemplateDetails>> GetCertificateTemplate(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetCertificateTemplateQuery(), cancellationToken));

    private static async Task<Ok<CertificateTemplateDetails>> SaveCertificateTemplate(Body<CertificateTemplateContent> body, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new SaveCertificateTemplateCommand(body.Value), cancellationToken));

    private static async Task<FileContentHttpResult> PreviewCertificate(Body<CertificateTemplateContent> body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var paper = await sender.Send(new PreviewCertificateQuery(body.Value, Problems.BaseAddress(http)), cancellationToken);
        return TypedResults.File(paper.Content, MediaTypes.Pdf, paper.FileName);
    }

    private static async Task<Ok<VerifiedCertificate>> VerifyCertificate(string verificationCode, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new VerifyCertificateQuery(verificationCode), cancellationToken));
}
