using FluentValidation;
using Mediator;
using Nscl.Application.Common;
using Nscl.Domain.Packs;

namespace Nscl.Application.Packs;

/// <summary>The packs that the caller's provinces and everybody work with.</summary>
public sealed record ListPacksQuery(PageRequest Page) : IQuery<Page<PackDetails>>;

internal sealed class ListPacksValidator : AbstractValidator<ListPacksQuery>
{
    public ListPacksValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListPacksHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListPacksQuery, Page<PackDetails>>
{
    private static readonly Keyset<InstalledPack> Order = new Keyset<InstalledPack>(static pack => pack.Id, "key")
        .By("key", static pack => pack.Key, static text => text)
        .By("importedAt", static pack => pack.ImportedAt, static text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask<Page<PackDetails>> Handle(ListPacksQuery query, CancellationToken cancellationToken)
    {
        var page = await Order.PageAsync(db.Set<InstalledPack>(), query.Page, string.Empty, cursors, static pack => pack, cancellationToken);
        return new Page<PackDetails>([.. page.Items.Select(PackDetails.Of)], page.NextCursor, page.Count);
    }
}
