using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Enters points and thresholds that the sources of the regime do not say, with the text they come from.</summary>
public sealed record FillAwardOpenPointsCommand(Guid SeasonId, uint ExpectedVersion, AwardRegimeValues Body) : ICommand<Versioned<AwardSeasonDetails>>;

internal sealed class FillAwardOpenPointsValidator : AbstractValidator<FillAwardOpenPointsCommand>
{
    public FillAwardOpenPointsValidator()
    {
        RuleFor(static command => command.Body.Source).NotEmpty().MaximumLength(AwardSeason.SourceMaxLength);
        RuleFor(static command => command.Body.Criteria!.Count).LessThanOrEqualTo(100).OverridePropertyName("Body.Criteria").When(static command => command.Body.Criteria is not null);
        RuleFor(static command => command.Body.Levels!.Count).LessThanOrEqualTo(10).OverridePropertyName("Body.Levels").When(static command => command.Body.Levels is not null);
        RuleForEach(static command => command.Body.Criteria).ChildRules(static criterion => criterion.RuleFor(static entry => entry.Criterion).NotEmpty().MaximumLength(80));
    }
}

internal sealed class FillAwardOpenPointsHandler(AwardSeasonActing seasons) : ICommandHandler<FillAwardOpenPointsCommand, Versioned<AwardSeasonDetails>>
{
    public async ValueTask<Versioned<AwardSeasonDetails>> Handle(FillAwardOpenPointsCommand command, CancellationToken cancellationToken) =>
        await seasons.DoAsync(command.SeasonId, command.ExpectedVersion, (season, _, act) => season.FillOpenPoints(command.Body, act), cancellationToken);
}
