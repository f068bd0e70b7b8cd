using Mediator;
using Nscl.Application.Calendar;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>Hands the full dossier in; the working days of the office begin.</summary>
public sealed record SubmitAwardDossierCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class SubmitAwardDossierHandler(AwardNominationActing nominations, IWorkingDays workingDays) : ICommandHandler<SubmitAwardDossierCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(SubmitAwardDossierCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, async (nomination, season, act) => nomination.SubmitDossier(season, await workingDays.CalendarAsync(cancellationToken), act), cancellationToken);
}
