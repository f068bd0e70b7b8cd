using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Files;

namespace Nscl.Application.Enrollments;

/// <param name="Kind">D01 … D12 of the applicant, M01 for the council's signed minutes.</param>
/// <param name="Replaces">The current document of the same kind that this is a newer version of.</param>
public sealed record AttachDocumentCommand(Guid EnrollmentId, string Kind, string FileName, Stream Content, Guid? Replaces) : ICommand<Versioned<EnrollmentDocumentDetails>>;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocumentCommand>
{
    public AttachDocumentValidator()
    {
        RuleFor(static command => command.Kind).NotEmpty().Matches($"{EnrollmentDocument.ApplicantKindPattern}|^{EnrollmentDocument.MinutesKind}$");
        RuleFor(static command => command.FileName).NotEmpty().MaximumLength(EnrollmentDocument.FileNameMaxLength);
    }
}

internal sealed class AttachDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current, IBusinessClock clock, TimeProvider time)
    : ICommandHandler<AttachDocumentCommand, Versioned<EnrollmentDocumentDetails>>
{
    public async ValueTask<Versioned<EnrollmentDocumentDetails>> Handle(AttachDocumentCommand command, CancellationToken cancellationToken)
    {
        var user = current.User;
        var enrollment = await db.Enrollments.FirstOrDefaultAsync(row => row.Id == command.EnrollmentId, cancellationToken) ?? throw new NotFoundException("enrollment");
        // Minutes are the office's paper: whoever may attach the applicant's may not attach those.
        var action = EnrollmentDocument.IsProceedingsKind(command.Kind) ? EnrollmentAction.AttachProceedings : EnrollmentAction.AttachDocument;
        if (!user.May(action))
        {
            throw new PermissionMissingException(EnrollmentPermissions.Of(action)!);
        }

        var content = await files.SaveAsync(command.Content, command.FileName, StoredFile.MaxSizeBytes, cancellationToken);
        var file = StoredFile.Record(enrollment.Province, content.Sha256, content.SizeBytes, content.MediaType, command.FileName, command.Kind, user.Id, time.GetUtcNow());
        db.StoredFiles.Add(file);
        var documentId = enrollment.Attach(command.Kind, file.Id, file.FileName, user.ActOf(clock), command.Replaces);
        await db.SaveChangesAsync(cancellationToken);
        var document = enrollment.Documents.Single(row => row.Id == documentId);
        return new Versioned<EnrollmentDocumentDetails>(
            new EnrollmentDocumentDetails(document.Id, document.Kind, document.FileName, document.Version, document.IsCurrent, file.SizeBytes, file.MediaType, document.UploadedByName, document.UploadedAt, enrollment.CanRemove(document, user.ActorIn(), clock.Today)),
            db.VersionOf(enrollment));
    }
}
