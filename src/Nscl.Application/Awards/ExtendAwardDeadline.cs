using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Date">New last day, after the one that stands.</param>
public sealed record ExtendAwardDeadlineRequest(AwardDeadlineKind Kind, DateOnly Date, string Reason);

/// <summary>Moves a last day forward, with the reason.</summary>
public sealed record ExtendAwardDeadlineCommand(Guid SeasonId, uint ExpectedVersion, ExtendAwardDeadlineRequest Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class ExtendAwardDeadlineValidator : AbstractValidator<ExtendAwardDeadlineCommand>
{
    public ExtendAwardDeadlineValidator() => RuleFor(static command => command.Body.Reason).NotEmpty().MaximumLength(AwardSeason.ReasonMaxLength);
}

internal sealed class ExtendAwardDeadlineHandler(AwardSeasonActing seasons) : ICommandHandler<ExtendAwardDeadlineCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(ExtendAwardDeadlineCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, (season, _, act) => season.ExtendDeadline(command.Body.Kind, command.Body.Date, command.Body.Reason, act), cancellationToken);
}
