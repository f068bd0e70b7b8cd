using FluentValidation;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>What is said of a season while it is planned.</summary>
/// <param name="Year">Round of the award; a province has one season a year.</param>
/// <param name="Regime">Code of the regime; left out, the one that holds for the year.</param>
/// <param name="ReentryYears">Years that a winner of gold waits: the guides disagree, so the season says. Needed before it opens.</param>
/// <param name="ReentrySource">The guide that says so.</param>
/// <param name="OperationMonths">Left out, as the regime has it.</param>
/// <param name="ProductMarketMonths">Left out, as the regime has it.</param>
/// <param name="Deadlines">Last days; those left out are not limited.</param>
public sealed record AwardSeasonInput(
    int Year,
    string Title,
    string? Regime = null,
    Guid? ProgramId = null,
    int? ReentryYears = null,
    string? ReentrySource = null,
    int? OperationMonths = null,
    int? ProductMarketMonths = null,
    IReadOnlyList<AwardDeadlineEntry>? Deadlines = null)
{
    internal AwardSeasonContent ToContent() => new(Year, Title, ProgramId, ReentryYears, ReentrySource, OperationMonths, ProductMarketMonths, Deadlines);
}

internal sealed class AwardSeasonInputValidator : AbstractValidator<AwardSeasonInput>
{
    public AwardSeasonInputValidator()
    {
        RuleFor(static input => input.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear);
        RuleFor(static input => input.Title).NotEmpty().MaximumLength(AwardSeason.TitleMaxLength);
        RuleFor(static input => input.Regime).MaximumLength(80);
        RuleFor(static input => input.ReentryYears).InclusiveBetween(0, AwardSeason.MaxReentryYears);
        RuleFor(static input => input.ReentrySource).MaximumLength(AwardSeason.SourceMaxLength);
        RuleFor(static input => input.OperationMonths).InclusiveBetween(0, AwardSeason.MaxMonths);
        RuleFor(static input => input.ProductMarketMonths).InclusiveBetween(0, AwardSeason.MaxMonths);
        RuleFor(static input => input.Deadlines!.Count).LessThanOrEqualTo(10).OverridePropertyName("Deadlines").When(static input => input.Deadlines is not null);
    }
}
