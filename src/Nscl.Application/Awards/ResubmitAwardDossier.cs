using Mediator;
using Nscl.Application.Calendar;
using Nscl.Application.Common;

namespace Nscl.Application.Awards;

/// <summary>Hands the completed dossier in again.</summary>
public sealed record ResubmitAwardDossierCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class ResubmitAwardDossierHandler(AwardNominationActing nominations, IWorkingDays workingDays) : ICommandHandler<ResubmitAwardDossierCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(ResubmitAwardDossierCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, async (nomination, season, act) => nomination.Resubmit(season, await workingDays.CalendarAsync(cancellationToken), act), cancellationToken);
}
