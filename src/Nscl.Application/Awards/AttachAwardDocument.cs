using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;
using Nscl.Domain.Files;

namespace Nscl.Application.Awards;

/// <param name="Part">Code of the part of the dossier it belongs to.</param>
public sealed record AttachAwardDocumentCommand(Guid SeasonId, Guid NominationId, string Part, string FileName, Stream Content) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class AttachAwardDocumentValidator : AbstractValidator<AttachAwardDocumentCommand>
{
    public AttachAwardDocumentValidator()
    {
        RuleFor(static command => command.Part).NotEmpty().MaximumLength(AwardNomination.PartMaxLength);
        RuleFor(static command => command.FileName).NotEmpty().MaximumLength(AwardDocument.FileNameMaxLength);
    }
}

internal sealed class AttachAwardDocumentHandler(INsclDb db, IFileStore files, ICurrentUser current, IBusinessClock clock, TimeProvider time, AwardNominationDescriber describer)
    : ICommandHandler<AttachAwardDocumentCommand, Versioned<AwardNominationDetails>>
{
    private const string FileKind = "award";

    public async ValueTask<Versioned<AwardNominationDetails>> Handle(AttachAwardDocumentCommand command, CancellationToken cancellationToken)
    {
        var user = current.User;
        var season = await db.LoadSeasonAsync(command.SeasonId, cancellationToken);
        var nomination = await db.LoadNominationAsync(season, command.NominationId, cancellationToken);
        var content = await files.SaveAsync(command.Content, command.FileName, StoredFile.MaxSizeBytes, cancellationToken);
        var file = StoredFile.Record(nomination.Province, content.Sha256, content.SizeBytes, content.MediaType, command.FileName, FileKind, user.Id, time.GetUtcNow());
        db.StoredFiles.Add(file);
        nomination.Attach(season, command.Part, file.Id, file.FileName, user.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(nomination, season, cancellationToken);
    }
}
