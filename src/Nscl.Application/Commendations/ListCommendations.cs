using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Commendations;

namespace Nscl.Application.Commendations;

/// <summary>Columns that exist for lists only, kept by the database.</summary>
public static class CommendationColumns
{
    /// <summary>What is searched, folded.</summary>
    public const string SearchKey = "SearchKey";
}

/// <param name="Q">Words of the name or the agency in any order, with or without diacritics, or a code.</param>
/// <param name="Form">Code of the list <c>commendationForms</c>, as proposed.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record CommendationFilter(
    string? Q = null,
    CommendationStatus? Status = null,
    CommendationSubjectKind? Kind = null,
    string? Form = null,
    Guid? ProgramId = null,
    int? Year = null,
    string? Province = null);

/// <summary>A proposal in a list.</summary>
/// <param name="Form">As proposed.</param>
/// <param name="DecisionNumber">Absent before the decision.</param>
public sealed record CommendationListItem(
    Guid Id,
    string Code,
    string Province,
    Guid ProgramId,
    int Year,
    CommendationSubjectKind Kind,
    string Name,
    string? Agency,
    CommendationForm Form,
    CommendationStatus Status,
    string? DecisionNumber);

public sealed record ListCommendationsQuery(CommendationFilter Filter, PageRequest Page) : IQuery<Page<CommendationListItem>>;

internal sealed class ListCommendationsValidator : AbstractValidator<ListCommendationsQuery>
{
    public ListCommendationsValidator()
    {
        RuleFor(static query => query.Filter).SetValidator(new CommendationFilterValidator());
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class CommendationFilterValidator : AbstractValidator<CommendationFilter>
{
    public CommendationFilterValidator()
    {
        RuleFor(static filter => filter.Q).MaximumLength(VietnameseSearch.MaxLength);
        RuleFor(static filter => filter.Form).MaximumLength(CommendationProposal.FormMaxLength);
        RuleFor(static filter => filter.Year).InclusiveBetween(1900, 2200);
        RuleFor(static filter => filter.Province).MaximumLength(32);
    }
}

internal sealed class ListCommendationsHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListCommendationsQuery, Page<CommendationListItem>>
{
    private static readonly Keyset<CommendationProposal> Sorts = new Keyset<CommendationProposal>(static row => row.Id, "-code")
        .By("code", static row => row.Code, static text => text)
        .By("name", static row => row.Name, static text => text);

    public async ValueTask<Page<CommendationListItem>> Handle(ListCommendationsQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            static row => new Row(row.Id, row.Code, row.Province, row.ProgramId, row.Year, row.Kind, row.Name, row.Agency, row.Form, row.Status, row.Decision),
            cancellationToken);
        var forms = await db.ReadFormsAsync(cancellationToken);
        return new Page<CommendationListItem>([.. page.Items.Select(row => ItemOf(row, forms[row.Form]))], page.NextCursor, page.Count);
    }

    private static CommendationListItem ItemOf(Row row, CommendationForm form) =>
        new(row.Id, row.Code, row.Province, row.ProgramId, row.Year, row.Kind, row.Name, row.Agency, form, row.Status, row.Decision?.Number);

    private IQueryable<CommendationProposal> Filtered(CommendationFilter filter)
    {
        var rows = db.CommendationProposals.AsNoTracking().InProvince(filter.Province, current.User);
        foreach (var alternatives in VietnameseSearch.Patterns(filter.Q ?? string.Empty))
        {
            rows = rows.Where(row => alternatives.Any(pattern => EF.Functions.Like(EF.Property<string>(row, CommendationColumns.SearchKey), pattern)));
        }

        rows = filter.Status is null ? rows : rows.Where(row => row.Status == filter.Status);
        rows = filter.Kind is null ? rows : rows.Where(row => row.Kind == filter.Kind);
        rows = filter.Form is null ? rows : rows.Where(row => row.Form == filter.Form);
        rows = filter.ProgramId is null ? rows : rows.Where(row => row.ProgramId == filter.ProgramId);
        return filter.Year is null ? rows : rows.Where(row => row.Year == filter.Year);
    }

    /// <summary>What is read of a proposal: its decision is one JSON column.</summary>
    private sealed record Row(
        Guid Id,
        string Code,
        string Province,
        Guid ProgramId,
        int Year,
        CommendationSubjectKind Kind,
        string Name,
        string? Agency,
        string Form,
        CommendationStatus Status,
        CommendationDecision? Decision);
}
