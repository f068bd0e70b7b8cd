using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

public sealed record AwardWinFilter(int? Year = null, AwardLevel? Level = null, Guid? EnterpriseId = null);

/// <summary>A win in a list.</summary>
public sealed record AwardWinListItem(Guid Id, string Province, Guid EnterpriseId, string EnterpriseName, int Year, AwardLevel Level, Guid? NominationId, DateOnly? PublishedOn, AwardEntitlement? Entitlement)
{
    public IReadOnlyList<AwardWinAction> AllowedActions { get; init; } = [];
}

public sealed record ListAwardWinsQuery(AwardWinFilter Filter, PageRequest Page) : IQuery<Page<AwardWinListItem>>;

internal sealed class ListAwardWinsValidator : AbstractValidator<ListAwardWinsQuery>
{
    public ListAwardWinsValidator()
    {
        RuleFor(static query => query.Filter.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear).OverridePropertyName("?year");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListAwardWinsHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListAwardWinsQuery, Page<AwardWinListItem>>
{
    private static readonly Keyset<AwardWin> Sorts = new Keyset<AwardWin>(static win => win.Id, "-year").By("year", static win => win.Year, static text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<AwardWinListItem>> Handle(ListAwardWinsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.AwardWins.AsNoTracking();
        rows = query.Filter.Year is null ? rows : rows.Where(win => win.Year == query.Filter.Year);
        rows = query.Filter.Level is null ? rows : rows.Where(win => win.Level == query.Filter.Level);
        rows = query.Filter.EnterpriseId is null ? rows : rows.Where(win => win.EnterpriseId == query.Filter.EnterpriseId);
        var page = await Sorts.PageAsync(
            rows,
            query.Page,
            query.Filter.ToString(),
            cursors,
            static win => new AwardWinListItem(win.Id, win.Province, win.EnterpriseId, win.EnterpriseName, win.Year, win.Level, win.NominationId, win.PublishedOn, win.Entitlement),
            cancellationToken);
        return page with { Items = [.. page.Items.Select(item => item with { AllowedActions = AwardWinDetails.AllowedTo(current.User, item.PublishedOn, item.Entitlement) })] };
    }
}
