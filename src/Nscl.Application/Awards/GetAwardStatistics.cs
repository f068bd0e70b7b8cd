using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>How many of a type took part and won.</summary>
public sealed record AwardTypeCount(AwardType Type, int TookPart, int Won);

public sealed record AwardLevelCount(AwardLevel Level, int Won);

/// <summary>Who took part in a round and who won, counted apart and together (S1.10, S3.11). Zero is a figure like any other.</summary>
/// <param name="Registered">Nominated and not withdrawn.</param>
/// <param name="TookPart">Of those, with a dossier that was handed in.</param>
/// <param name="Won">Also wins that are known from documents of a round before the system.</param>
/// <param name="TookPartAndWon">Took part in this province's season and won: what the targets count.</param>
/// <param name="Explanation">What the season says of its end; why nobody took part.</param>
public sealed record AwardStatistics(
    int Year,
    Guid? SeasonId,
    AwardSeasonStatus? SeasonStatus,
    int Registered,
    int TookPart,
    int Won,
    int TookPartAndWon,
    IReadOnlyList<AwardTypeCount> ByType,
    IReadOnlyList<AwardLevelCount> ByLevel,
    string? Explanation);

/// <param name="Year">Round of the award.</param>
public sealed record GetAwardStatisticsQuery(int Year) : IQuery<AwardStatistics>;

internal sealed class GetAwardStatisticsValidator : AbstractValidator<GetAwardStatisticsQuery>
{
    public GetAwardStatisticsValidator() => RuleFor(static query => query.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear).OverridePropertyName("?year");
}

internal sealed class GetAwardStatisticsHandler(INsclDb db, ICurrentUser current) : IQueryHandler<GetAwardStatisticsQuery, AwardStatistics>
{
    public async ValueTask<AwardStatistics> Handle(GetAwardStatisticsQuery query, CancellationToken cancellationToken)
    {
        var province = current.User.Province;
        var season = await db.AwardSeasons.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Year == query.Year && row.Province == province && row.Status != AwardSeasonStatus.Cancelled, cancellationToken);
        var seasonId = season?.Id;
        var nominations = await db.AwardNominations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.SeasonId == seasonId && row.Status != AwardNominationStatus.Withdrawn)
            .Select(static row => new { row.Id, row.Type, HandedIn = row.SubmittedOn != null }).ToListAsync(cancellationToken);
        var wins = await db.AwardWins.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => row.Year == query.Year && row.Province == province)
            .Select(static row => new { row.NominationId, row.Level }).ToListAsync(cancellationToken);
        var tookPart = nominations.Where(static row => row.HandedIn).ToList();
        var winners = wins.Select(static win => win.NominationId).OfType<Guid>().ToHashSet();
        return new AwardStatistics(
            query.Year,
            season?.Id,
            season?.Status,
            nominations.Count,
            tookPart.Count,
            wins.Count,
            tookPart.Count(row => winners.Contains(row.Id)),
            [.. Enum.GetValues<AwardType>().Select(type => new AwardTypeCount(type, tookPart.Count(row => row.Type == type), tookPart.Count(row => row.Type == type && winners.Contains(row.Id))))],
            [.. Enum.GetValues<AwardLevel>().Select(level => new AwardLevelCount(level, wins.Count(win => win.Level == level)))],
            season?.ClosingExplanation);
    }
}
