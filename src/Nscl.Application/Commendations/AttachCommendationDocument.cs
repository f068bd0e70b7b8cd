using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;
using Nscl.Domain.Files;

namespace Nscl.Application.Commendations;

/// <param name="Kind"><c>achievementReport</c>, <c>minutes</c>, <c>submissionLetter</c>, <c>decision</c> or <c>other</c>.</param>
public sealed record AttachCommendationDocumentCommand(Guid ProposalId, string Kind, string FileName, Stream Content) : ICommand<Versioned<CommendationDetails>>;

internal sealed class AttachCommendationDocumentValidator : AbstractValidator<AttachCommendationDocumentCommand>
{
    public AttachCommendationDocumentValidator()
    {
        RuleFor(static command => command.Kind).NotEmpty().Matches(CommendationDocument.KindPattern);
        RuleFor(static command => command.FileName).NotEmpty().MaximumLength(CommendationDocument.FileNameMaxLength);
    }
}

internal sealed class AttachCommendationDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current, IBusinessClock clock, TimeProvider time, CommendationDescriber describer)
    : ICommandHandler<AttachCommendationDocumentCommand, Versioned<CommendationDetails>>
{
    private const string FileKind = "commendation";

    public async ValueTask<Versioned<CommendationDetails>> Handle(AttachCommendationDocumentCommand command, CancellationToken cancellationToken)
    {
        var user = current.User;
        var proposal = await db.LoadCommendationAsync(command.ProposalId, cancellationToken);
        var content = await files.SaveAsync(command.Content, command.FileName, StoredFile.MaxSizeBytes, cancellationToken);
        var file = StoredFile.Record(proposal.Province, content.Sha256, content.SizeBytes, content.MediaType, command.FileName, FileKind, user.Id, time.GetUtcNow());
        db.StoredFiles.Add(file);
        proposal.Attach(Enum.Parse<CommendationDocumentKind>(command.Kind, ignoreCase: true), file.Id, file.FileName, user.CommendationActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(proposal, cancellationToken);
    }
}
