using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Experts;

namespace Nscl.Application.Experts;

/// <param name="On">Assignments that are in force on the day.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record ExpertAssignmentFilter(Guid? ExpertId = null, Guid? EnterpriseId = null, ExpertAssignmentStatus? Status = null, DateOnly? On = null, string? Province = null);

/// <summary>An assignment in a list.</summary>
/// <param name="EndsOn">Last day; absent while it is open.</param>
public sealed record ExpertAssignmentListItem(
    Guid Id,
    Guid ExpertId,
    string ExpertName,
    Guid EnterpriseId,
    string EnterpriseName,
    string Purpose,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string? Note,
    ExpertAssignmentStatus Status,
    string? ClosingNote)
{
    public string PurposeNameVi { get; init; } = string.Empty;

    public string PurposeNameEn { get; init; } = string.Empty;

    /// <summary>Where it stands today.</summary>
    public ExpertAssignmentStage Stage { get; init; }

    /// <summary>What the caller can do with it now.</summary>
    public IReadOnlyList<ExpertAssignmentAction> AllowedActions { get; init; } = [];
}

public sealed record ListExpertAssignmentsQuery(ExpertAssignmentFilter Filter, PageRequest Page) : IQuery<Page<ExpertAssignmentListItem>>;

internal sealed class ListExpertAssignmentsValidator : AbstractValidator<ListExpertAssignmentsQuery>
{
    public ListExpertAssignmentsValidator()
    {
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListExpertAssignmentsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock, ICursorCodec cursors) : IQueryHandler<ListExpertAssignmentsQuery, Page<ExpertAssignmentListItem>>
{
    private static readonly Keyset<ExpertAssignment> Sorts = new Keyset<ExpertAssignment>(static row => row.Id, "-startsOn")
        .By("startsOn", static row => row.StartsOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture));

    public async ValueTask<Page<ExpertAssignmentListItem>> Handle(ListExpertAssignmentsQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            Filtered(query.Filter),
            query.Page,
            query.Filter.ToString(),
            cursors,
            row => new ExpertAssignmentListItem(
                row.Id,
                row.ExpertId,
                db.Experts.First(expert => expert.Id == row.ExpertId).FullName,
                row.EnterpriseId,
                string.Empty,
                row.Purpose,
                row.StartsOn,
                row.EndsOn,
                row.Note,
                row.Status,
                row.ClosingNote),
            cancellationToken);
        if (page.Items.Count == 0)
        {
            return page;
        }

        // Whoever sees the assignment sees where it leads: the expert himself has no other way to the enterprise's name. A query of its own,
        // because a filter that is left out is left out of the whole query.
        var ids = page.Items.Select(static item => item.EnterpriseId).Distinct().ToList();
        var enterprises = await db.Enterprises.IgnoreQueryFilters([RowScope.FilterName]).AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(static row => new { row.Id, row.Name }).ToDictionaryAsync(static row => row.Id, static row => row.Name, cancellationToken);
        var names = await NameBook.OpenAsync(db, current.User.Province, cancellationToken);
        return page with { Items = [.. page.Items.Select(item => Shown(item with { EnterpriseName = enterprises[item.EnterpriseId] }, names.Item(ReferenceLists.AssignmentPurposes, item.Purpose)))] };
    }

    private ExpertAssignmentListItem Shown(ExpertAssignmentListItem item, NamedCode purpose) => item with
    {
        PurposeNameVi = purpose.NameVi,
        PurposeNameEn = purpose.NameEn,
        Stage = ExpertAssignment.StageOf(item.Status, item.StartsOn, item.EndsOn, clock.Today),
        AllowedActions = current.User.ManagesExperts() ? [.. ExpertAssignment.AllowedOn(item.Status, item.StartsOn, clock.Today)] : [],
    };

    private IQueryable<ExpertAssignment> Filtered(ExpertAssignmentFilter filter)
    {
        var rows = db.ExpertAssignments.AsNoTracking().InProvince(filter.Province, current.User);
        rows = filter.ExpertId is null ? rows : rows.Where(row => row.ExpertId == filter.ExpertId);
        rows = filter.EnterpriseId is null ? rows : rows.Where(row => row.EnterpriseId == filter.EnterpriseId);
        rows = filter.Status is null ? rows : rows.Where(row => row.Status == filter.Status);
        return filter.On is { } day
            ? rows.Where(row => row.Status != ExpertAssignmentStatus.Cancelled && row.StartsOn <= day && (row.EndsOn == null || row.EndsOn >= day))
            : rows;
    }
}
