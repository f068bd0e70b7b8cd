using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

/// <param name="Province">Founding province, for those who see several.</param>
public sealed record AwardSeasonFilter(int? Year = null, AwardSeasonStatus? Status = null, Guid? ProgramId = null, string? Province = null);

/// <summary>A season in a list.</summary>
public sealed record AwardSeasonListItem(Guid Id, string Province, int Year, string Title, AwardSeasonStatus Status, DateOnly? OpenedOn, DateOnly? ClosedOn, string? ClosingExplanation)
{
    public AwardSeasonCounts Counts { get; init; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>The last day that comes next; absent where none is ahead or the season is over.</summary>
    public AwardDeadlineEntry? NextDeadline { get; init; }

    internal IReadOnlyList<AwardDeadline> Deadlines { get; init; } = [];

    internal AwardDeadlineEntry? NextAfter(DateOnly today) => Status is AwardSeasonStatus.Closed or AwardSeasonStatus.Cancelled
        ? null
        : Deadlines.Where(deadline => deadline.Date >= today).OrderBy(static deadline => deadline.Date).Select(static deadline => new AwardDeadlineEntry(deadline.Kind, deadline.Date)).FirstOrDefault();
}

public sealed record ListAwardSeasonsQuery(AwardSeasonFilter Filter, PageRequest Page) : IQuery<Page<AwardSeasonListItem>>;

internal sealed class ListAwardSeasonsValidator : AbstractValidator<ListAwardSeasonsQuery>
{
    public ListAwardSeasonsValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new AwardSeasonFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class AwardSeasonFilterValidator : AbstractValidator<AwardSeasonFilter>
{
    public AwardSeasonFilterValidator()
    {
        RuleFor(static filter => filter.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear);
        RuleFor(static filter => filter.Province).MaximumLength(32);
    }
}

internal sealed class ListAwardSeasonsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListAwardSeasonsQuery, Page<AwardSeasonListItem>>
{
    private static readonly Keyset<AwardSeason> Sorts = new Keyset<AwardSeason>(static season => season.Id, "-year")
        .By("year", static season => season.Year, static text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<AwardSeasonListItem>> Handle(ListAwardSeasonsQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            static season => new AwardSeasonListItem(season.Id, season.Province, season.Year, season.Title, season.Status, season.OpenedOn, season.ClosedOn, season.ClosingExplanation) { Deadlines = season.Deadlines },
            cancellationToken);
        var counts = await db.CountNominationsAsync([.. page.Items.Select(static item => item.Id)], cancellationToken);
        return page with { Items = [.. page.Items.Select(item => item with { Counts = counts.GetValueOrDefault(item.Id, item.Counts), NextDeadline = item.NextAfter(clock.Today) })] };
    }

    private IQueryable<AwardSeason> Filtered(AwardSeasonFilter filter)
    {
        var rows = db.AwardSeasons.AsNoTracking().InProvince(filter.Province, current.User);
        rows = filter.Year is null ? rows : rows.Where(season => season.Year == filter.Year);
        rows = filter.Status is null ? rows : rows.Where(season => season.Status == filter.Status);
        return filter.ProgramId is null ? rows : rows.Where(season => season.ProgramId == filter.ProgramId);
    }
}
