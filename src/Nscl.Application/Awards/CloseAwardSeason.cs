using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Explanation">Needed where nobody took part: that is a result to report, with its cause.</param>
public sealed record CloseAwardSeasonRequest(string? Explanation = null);

/// <summary>The end of the season.</summary>
public sealed record CloseAwardSeasonCommand(Guid SeasonId, uint ExpectedVersion, CloseAwardSeasonRequest Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class CloseAwardSeasonValidator : AbstractValidator<CloseAwardSeasonCommand>
{
    public CloseAwardSeasonValidator() => RuleFor(static command => command.Body.Explanation).MaximumLength(AwardSeason.ReasonMaxLength);
}

internal sealed class CloseAwardSeasonHandler(AwardSeasonActing seasons) : ICommandHandler<CloseAwardSeasonCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(CloseAwardSeasonCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, (season, tally, act) => season.Close(command.Body.Explanation, tally, act), cancellationToken);
}
