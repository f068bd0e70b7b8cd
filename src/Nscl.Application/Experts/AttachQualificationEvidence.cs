using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Experts;
using Nscl.Domain.Files;

namespace Nscl.Application.Experts;

/// <summary>Keeps the paper of training elsewhere.</summary>
public sealed record AttachQualificationEvidenceCommand(Guid ExpertId, Guid QualificationId, string FileName, Stream Content) : ICommand<Versioned<ExpertDetails>>;

internal sealed class AttachQualificationEvidenceValidator : AbstractValidator<AttachQualificationEvidenceCommand>
{
    public AttachQualificationEvidenceValidator() => RuleFor(static command => command.FileName).NotEmpty().MaximumLength(ExpertQualification.FileNameMaxLength);
}

internal sealed class AttachQualificationEvidenceHandler(INsclDb db, IFileStore files, ICurrentUser current, TimeProvider time, ExpertDescriber describer)
    : ICommandHandler<AttachQualificationEvidenceCommand, Versioned<ExpertDetails>>
{
    private const string FileKind = "expertQualification";

    public async ValueTask<Versioned<ExpertDetails>> Handle(AttachQualificationEvidenceCommand command, CancellationToken cancellationToken)
    {
        var expert = await db.LoadExpertAsync(command.ExpertId, cancellationToken);
        var content = await files.SaveAsync(command.Content, command.FileName, StoredFile.MaxSizeBytes, cancellationToken);
        var file = StoredFile.Record(expert.Province, content.Sha256, content.SizeBytes, content.MediaType, command.FileName, FileKind, current.User.Id, time.GetUtcNow());
        db.StoredFiles.Add(file);
        if (!expert.Prove(command.QualificationId, file.Id, file.FileName))
        {
            throw new NotFoundException("expertQualification");
        }

        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(expert, cancellationToken);
    }
}
