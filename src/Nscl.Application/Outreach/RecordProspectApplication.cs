using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="EnrollmentId">The dossier that came of it: this enterprise's, in the campaign's program, handed in. The day is the dossier's.</param>
public sealed record RecordProspectApplicationRequest(Guid EnrollmentId, string? Note = null);

/// <summary>
/// An enterprise's dossier is in (S4.20). The officer says which: an enterprise may hand in several, and whether one came of the campaign is for
/// people to judge.
/// </summary>
public sealed record RecordProspectApplicationCommand(Guid ProspectId, uint ExpectedVersion, RecordProspectApplicationRequest Body) : ICommand<Versioned<OutreachProspectDetails>>;

internal sealed class RecordProspectApplicationValidator : AbstractValidator<RecordProspectApplicationCommand>
{
    public RecordProspectApplicationValidator() => RuleFor(static command => command.Body.Note).MaximumLength(OutreachAct.NoteMaxLength);
}

internal sealed class RecordProspectApplicationHandler(INsclDb db, OutreachActing acting) : ICommandHandler<RecordProspectApplicationCommand, Versioned<OutreachProspectDetails>>
{
    public async ValueTask<Versioned<OutreachProspectDetails>> Handle(RecordProspectApplicationCommand command, CancellationToken cancellationToken)
    {
        var enrollment = await db.Enrollments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Body.EnrollmentId, cancellationToken) ?? throw new NotFoundException("enrollment");
        return await acting.DoAsync(command.ProspectId, command.ExpectedVersion, (prospect, campaign, entry) => prospect.RecordApplication(campaign, enrollment, entry, command.Body.Note), cancellationToken);
    }
}
