using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Awards;

/// <summary>The organization does not go on, with the reason.</summary>
public sealed record RefuseAwardDossierCommand(Guid SeasonId, Guid NominationId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<AwardNominationDetails>>;

internal sealed class RefuseAwardDossierValidator : AbstractValidator<RefuseAwardDossierCommand>
{
    public RefuseAwardDossierValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class RefuseAwardDossierHandler(AwardNominationActing nominations) : ICommandHandler<RefuseAwardDossierCommand, Versioned<AwardNominationDetails>>
{
    public async ValueTask<Versioned<AwardNominationDetails>> Handle(RefuseAwardDossierCommand command, CancellationToken cancellationToken) =>
        await nominations.DoAsync(command.SeasonId, command.NominationId, command.ExpectedVersion, (nomination, season, act) => nomination.Refuse(season, command.Body.Reason, act), cancellationToken);
}
