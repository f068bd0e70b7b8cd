using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Application.Enrollments;

namespace Nscl.Application.Awards;

/// <summary>The season is not held. Who was nominated stays on record.</summary>
public sealed record CancelAwardSeasonCommand(Guid SeasonId, uint ExpectedVersion, ReasonRequest Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class CancelAwardSeasonValidator : AbstractValidator<CancelAwardSeasonCommand>
{
    public CancelAwardSeasonValidator() => RuleFor(static command => command.Body).SetValidator(new ReasonRequestValidator());
}

internal sealed class CancelAwardSeasonHandler(AwardSeasonActing seasons) : ICommandHandler<CancelAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(CancelAwardSeasonCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, (season, _, act) => season.Cancel(command.Body.Reason, act), cancellationToken);
}
