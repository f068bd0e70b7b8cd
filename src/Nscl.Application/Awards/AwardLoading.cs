using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Loads seasons and nominations, and counts where the nominations of a season stand.</summary>
internal static class AwardLoading
{
    public static async Task<AwardSeason> LoadSeasonAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.AwardSeasons.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("awardSeason");

    /// <summary>A season to decide over, one decision at a time: nobody is nominated while it closes.</summary>
    public static async Task<AwardSeason> LockSeasonAsync(this INsclDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.LockAsync<AwardSeason>(id, cancellationToken);
        return await db.LoadSeasonAsync(id, cancellationToken);
    }

    /// <summary>The same, to be changed itself.</summary>
    public static async Task<AwardSeason> LockSeasonAsync(this INsclDb db, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var season = await db.LockSeasonAsync(id, cancellationToken);
        db.ExpectVersion(season, expectedVersion);
        return season;
    }

    public static async Task<AwardNomination> LoadNominationAsync(this INsclDb db, AwardSeason season, Guid id, CancellationToken cancellationToken) =>
        await db.AwardNominations.FirstOrDefaultAsync(row => row.Id == id && row.SeasonId == season.Id, cancellationToken) ?? throw new NotFoundException("awardNomination");

    public static async Task<AwardNomination> LoadNominationAsync(this INsclDb db, AwardSeason season, Guid id, uint expectedVersion, CancellationToken cancellationToken)
    {
        var nomination = await db.LoadNominationAsync(season, id, cancellationToken);
        db.ExpectVersion(nomination, expectedVersion);
        return nomination;
    }

    /// <summary>Counts of whole seasons: how many take part may also those know who see only their own nomination.</summary>
    public static async Task<Dictionary<Guid, AwardSeasonCounts>> CountNominationsAsync(this INsclDb db, IReadOnlyList<Guid> seasonIds, CancellationToken cancellationToken)
    {
        var counts = await db.AwardNominations.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking()
            .Where(row => seasonIds.Contains(row.SeasonId))
            .GroupBy(static row => new { row.SeasonId, row.Status })
            .Select(static group => new { group.Key.SeasonId, group.Key.Status, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return counts.GroupBy(static count => count.SeasonId).ToDictionary(static group => group.Key, static group => CountsOf(group.ToDictionary(static count => count.Status, static count => count.Count)));
    }

    public static async Task<AwardSeasonCounts> CountNominationsAsync(this INsclDb db, Guid seasonId, CancellationToken cancellationToken) =>
        (await db.CountNominationsAsync([seasonId], cancellationToken)).GetValueOrDefault(seasonId, CountsOf([]));

    public static AwardSeasonTally Tally(this AwardSeasonCounts counts) =>
        new(counts.TakingPart, counts.BeforeConclusion, counts.Forwarded - counts.ResultRecorded, counts.Forwarded);

    private static AwardSeasonCounts CountsOf(Dictionary<AwardNominationStatus, int> of)
    {
        var recorded = of.GetValueOrDefault(AwardNominationStatus.ResultRecorded);
        return new AwardSeasonCounts(
            of.Where(static count => count.Key != AwardNominationStatus.Withdrawn).Sum(static count => count.Value),
            of.Where(static count => AwardNominationStateMachine.BeforeConclusion.Contains(count.Key)).Sum(static count => count.Value),
            of.GetValueOrDefault(AwardNominationStatus.Forwarded) + recorded,
            of.GetValueOrDefault(AwardNominationStatus.NotForwarded),
            of.GetValueOrDefault(AwardNominationStatus.Withdrawn),
            recorded);
    }
}
