using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <summary>Turns a season into what its reader sees: the one way out, for the page and for the answer to every act.</summary>
internal sealed class AwardSeasonDescriber(INsclDb db, ICurrentUser current, IBusinessClock clock)
{
    public async Task<Versioned<AwardSeasonDetails>> DescribeAsync(AwardSeason season, CancellationToken cancellationToken)
    {
        var reader = current.User;
        var counts = await db.CountNominationsAsync(season.Id, cancellationToken);
        var program = season.ProgramId is null ? null
            : await db.Programs.AsNoTracking().Where(row => row.Id == season.ProgramId).Select(static row => new { row.Code, row.ShortTitle }).FirstOrDefaultAsync(cancellationToken);
        var actions = season.ActionsOn(clock.Today, counts.Tally());
        var details = new AwardSeasonDetails(
            season.Id,
            season.Province,
            season.Year,
            season.Title,
            season.ProgramId,
            program?.Code,
            program?.ShortTitle,
            season.Regime,
            season.OpenPoints,
            season.Fillings,
            season.ReentryYears,
            season.ReentrySource,
            season.OperationMonths,
            season.ProductMarketMonths,
            season.Deadlines,
            season.Status,
            counts,
            season.ClosingExplanation,
            season.CancellationReason,
            season.OpenedOn,
            season.ForwardedOn,
            season.ClosedOn,
            season.CreatedByName,
            season.CreatedAt,
            [.. actions.Allowed.Where(reader.May)],
            [.. actions.Blocked.Where(blocked => reader.May(blocked.Action))]);
        return new Versioned<AwardSeasonDetails>(details, db.VersionOf(season));
    }
}

/// <summary>Does one thing to a season under its lock, saves, and tells how it stands: what every act on a season has in common.</summary>
internal sealed class AwardSeasonActing(INsclDb db, ICurrentUser current, IBusinessClock clock, AwardSeasonDescriber describer)
{
    public async Task<Versioned<AwardSeasonDetails>> DoAsync(Guid seasonId, uint expectedVersion, Action<AwardSeason, AwardSeasonTally, AwardAct> act, CancellationToken cancellationToken)
    {
        var season = await db.LockSeasonAsync(seasonId, expectedVersion, cancellationToken);
        var counts = await db.CountNominationsAsync(season.Id, cancellationToken);
        act(season, counts.Tally(), current.User.AwardActOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(season, cancellationToken);
    }
}
