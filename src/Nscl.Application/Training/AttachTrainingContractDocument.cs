using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Files;
using Nscl.Domain.Training;

namespace Nscl.Application.Training;

/// <param name="Kind"><c>contract</c>, <c>acceptanceMinutes</c> or <c>other</c>.</param>
public sealed record AttachTrainingContractDocumentCommand(Guid CourseId, Guid ContractId, string Kind, string FileName, Stream Content)
    : ICommand<Versioned<TrainingContractDetails>>;

internal sealed class AttachTrainingContractDocumentValidator : AbstractValidator<AttachTrainingContractDocumentCommand>
{
    public AttachTrainingContractDocumentValidator()
    {
        RuleFor(static command => command.Kind).NotEmpty().Matches(TrainingContractDocument.KindPattern);
        RuleFor(static command => command.FileName).NotEmpty().MaximumLength(TrainingContractDocument.FileNameMaxLength);
    }
}

internal sealed class AttachTrainingContractDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current, IBusinessClock clock, TimeProvider time, TrainingContractDescriber describer)
    : ICommandHandler<AttachTrainingContractDocumentCommand, Versioned<TrainingContractDetails>>
{
    private const string FileKind = "trainingContract";

    public async ValueTask<Versioned<TrainingContractDetails>> Handle(AttachTrainingContractDocumentCommand command, CancellationToken cancellationToken)
    {
        var user = current.User;
        var course = await db.LoadCourseOfContractAsync(command.CourseId, cancellationToken);
        var contract = await db.LoadContractAsync(course, command.ContractId, cancellationToken);
        var content = await files.SaveAsync(command.Content, command.FileName, StoredFile.MaxSizeBytes, cancellationToken);
        var file = StoredFile.Record(contract.Province, content.Sha256, content.SizeBytes, content.MediaType, command.FileName, FileKind, user.Id, time.GetUtcNow());
        db.StoredFiles.Add(file);
        contract.Attach(course, Enum.Parse<TrainingContractDocumentKind>(command.Kind, ignoreCase: true), file.Id, file.FileName, user.CourseActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(contract, course, cancellationToken);
    }
}
