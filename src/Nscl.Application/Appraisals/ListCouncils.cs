using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

public sealed record CouncilFilter(CouncilKind? Kind = null);

/// <param name="TermTo">Last day.</param>
public sealed record CouncilListItem(Guid Id, string Province, CouncilKind Kind, string Name, string DecisionNumber, DateOnly DecisionDate, DateOnly TermFrom, DateOnly TermTo);

public sealed record ListCouncilsQuery(CouncilFilter Filter, PageRequest Page) : IQuery<Page<CouncilListItem>>;

internal sealed class ListCouncilsValidator : AbstractValidator<ListCouncilsQuery>
{
    public ListCouncilsValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListCouncilsHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListCouncilsQuery, Page<CouncilListItem>>
{
    private static readonly Keyset<Council> Sorts = new Keyset<Council>(static council => council.Id, "-decisionDate")
        .By("decisionDate", static council => council.DecisionDate, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<CouncilListItem>> Handle(ListCouncilsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Councils.AsNoTracking();
        return await Sorts.PageAsync(
            query.Filter.Kind is null ? rows : rows.Where(council => council.Kind == query.Filter.Kind),
            query.Page,
            query.Filter.ToString(),
            cursors,
            static council => new CouncilListItem(council.Id, council.Province, council.Kind, council.Name, council.DecisionNumber, council.DecisionDate, council.TermFrom, council.TermTo),
            cancellationToken);
    }
}
