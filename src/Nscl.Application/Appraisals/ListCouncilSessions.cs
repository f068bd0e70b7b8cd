using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Appraisals;

namespace Nscl.Application.Appraisals;

/// <param name="SubjectId">Sessions over one nomination or dossier.</param>
public sealed record CouncilSessionFilter(Guid? CouncilId = null, Guid? SubjectId = null);

/// <summary>A session in a list.</summary>
public sealed record CouncilSessionListItem(Guid Id, string Province, Guid CouncilId, DateOnly HeldOn, string? Place, IReadOnlyList<CouncilSubject> Subjects);

public sealed record ListCouncilSessionsQuery(CouncilSessionFilter Filter, PageRequest Page) : IQuery<Page<CouncilSessionListItem>>;

internal sealed class ListCouncilSessionsValidator : AbstractValidator<ListCouncilSessionsQuery>
{
    public ListCouncilSessionsValidator() => this.RulesForPaging(static query => query.Page);
}

internal sealed class ListCouncilSessionsHandler(INsclDb db, ICursorCodec cursors) : IQueryHandler<ListCouncilSessionsQuery, Page<CouncilSessionListItem>>
{
    private static readonly Keyset<CouncilSession> Sorts = new Keyset<CouncilSession>(static session => session.Id, "-heldOn")
        .By("heldOn", static session => session.HeldOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<CouncilSessionListItem>> Handle(ListCouncilSessionsQuery query, CancellationToken cancellationToken)
    {
        var rows = db.CouncilSessions.AsNoTracking();
        rows = query.Filter.CouncilId is null ? rows : rows.Where(session => session.CouncilId == query.Filter.CouncilId);
        rows = query.Filter.SubjectId is not { } subject ? rows : rows.Where(session => session.SubjectIds.Contains(subject));
        return await Sorts.PageAsync(
            rows,
            query.Page,
            query.Filter.ToString(),
            cursors,
            static session => new CouncilSessionListItem(session.Id, session.Province, session.CouncilId, session.HeldOn, session.Place, session.Subjects),
            cancellationToken);
    }
}
