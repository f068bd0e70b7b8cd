using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Awards;

namespace Nscl.Application.Awards;

public sealed record PublicAwardWinnerFilter(int? Year = null, string? Province = null);

/// <summary>A winner as anybody may see it.</summary>
public sealed record PublicAwardWinner(Guid Id, string Province, string EnterpriseName, int Year, AwardLevel Level);

public sealed record ListPublicAwardWinnersQuery(PublicAwardWinnerFilter Filter, PageRequest Page) : IQuery<Page<PublicAwardWinner>>;

internal sealed class ListPublicAwardWinnersValidator : AbstractValidator<ListPublicAwardWinnersQuery>
{
    public ListPublicAwardWinnersValidator()
    {
        RuleFor(static query => query.Filter.Year).InclusiveBetween(AwardSeason.MinYear, AwardSeason.MaxYear).OverridePropertyName("?year");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListPublicAwardWinnersHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListPublicAwardWinnersQuery, Page<PublicAwardWinner>>
{
    private static readonly Keyset<AwardWin> Sorts = new Keyset<AwardWin>(static win => win.Id, "-year").By("year", static win => win.Year, static text => int.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<PublicAwardWinner>> Handle(ListPublicAwardWinnersQuery query, CancellationToken cancellationToken)
    {
        var rows = db.AwardWins.AsNoTracking().Where(static win => win.PublishedOn != null);
        rows = query.Filter.Year is null ? rows : rows.Where(win => win.Year == query.Filter.Year);
        rows = query.Filter.Province is null ? rows : rows.Where(win => win.Province == query.Filter.Province);
        return await Sorts.PageAsync(rows, query.Page, query.Filter.ToString(), cursors, static win => new PublicAwardWinner(win.Id, win.Province, win.EnterpriseName, win.Year, win.Level), cancellationToken);
    }
}
