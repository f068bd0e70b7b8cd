using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>A figure of the statistics. They are figures beside one another: an enterprise may be in several.</summary>
public enum OutreachFigureKind
{
    Surveyed,
    Mobilized,
    Guided,
    Applied,

    /// <summary>Its last word within the period was no.</summary>
    Declined,
}

/// <param name="Q">Words of the enterprise's name in any order, with or without diacritics, or a tax code.</param>
/// <param name="DistrictCode">Unit as recorded.</param>
/// <param name="Reason">Code of a reason for which it does not take part now.</param>
/// <param name="Figure">Rows behind a figure of <c>GetOutreachStatistics</c> of the same year and day.</param>
/// <param name="Year">Acts of the year; with <paramref name="Figure"/>.</param>
/// <param name="AsOf">Acts up to and including the day; with <paramref name="Figure"/>.</param>
/// <param name="FollowUpBy">Declining, and to be asked again on this day or before.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record OutreachProspectFilter(
    string? Q = null,
    Guid? CampaignId = null,
    Guid? ProgramId = null,
    Guid? EnterpriseId = null,
    ProspectStage? Stage = null,
    string? DistrictCode = null,
    string? Reason = null,
    OutreachFigureKind? Figure = null,
    int? Year = null,
    DateOnly? AsOf = null,
    DateOnly? FollowUpBy = null,
    string? Province = null);

/// <summary>An enterprise of a campaign in a list.</summary>
/// <param name="DistrictCode">Unit as recorded.</param>
/// <param name="ActCount">Acts that stand.</param>
public sealed record OutreachProspectListItem(
    Guid Id,
    Guid CampaignId,
    string CampaignTitle,
    OutreachCampaignStatus CampaignStatus,
    Guid EnterpriseId,
    string EnterpriseName,
    string DistrictCode,
    ProspectStage Stage,
    DateOnly? LastActOn,
    DateOnly? FollowUpOn,
    Guid? EnrollmentId,
    bool IsIllustrative,
    int ActCount)
{
    /// <summary>Why it does not take part, while it declines.</summary>
    public IReadOnlyList<NamedCode> Reasons { get; init; } = [];

    /// <summary>What it is certified for by its own word.</summary>
    public IReadOnlyList<NamedCode> HeldSystems { get; init; } = [];
}

public sealed record ListOutreachProspectsQuery(OutreachProspectFilter Filter, PageRequest Page) : IQuery<Page<OutreachProspectListItem>>;

internal sealed class ListOutreachProspectsValidator : AbstractValidator<ListOutreachProspectsQuery>
{
    public ListOutreachProspectsValidator()
    {
        RuleFor(static query => query.Filter.Q).MaximumLength(VietnameseSearch.MaxLength).OverridePropertyName("?q");
        RuleFor(static query => query.Filter.DistrictCode).MaximumLength(Enterprise.DistrictCodeMaxLength).OverridePropertyName("?districtCode");
        RuleFor(static query => query.Filter.Reason).MaximumLength(OutreachAct.ReasonMaxLength).OverridePropertyName("?reason");
        RuleFor(static query => query.Filter.Year).InclusiveBetween(1900, 2200).OverridePropertyName("?year");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListOutreachProspectsHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListOutreachProspectsQuery, Page<OutreachProspectListItem>>
{
    // Ids are given in the order of time.
    private static readonly Keyset<OutreachProspect> Sorts = new Keyset<OutreachProspect>(static row => row.Id, "-addedAt")
        .By("addedAt", static row => row.Id, static text => Guid.Parse(text));

    public async ValueTask<Page<OutreachProspectListItem>> Handle(ListOutreachProspectsQuery query, CancellationToken cancellationToken)
    {
        var page = await Sorts.PageAsync(
            db.FilteredProspects(query.Filter, current.User),
            query.Page,
            query.Filter.ToString(),
            cursors,
            row => new Row(
                new OutreachProspectListItem(
                    row.Id,
                    row.CampaignId,
                    db.OutreachCampaigns.First(campaign => campaign.Id == row.CampaignId).Title,
                    db.OutreachCampaigns.First(campaign => campaign.Id == row.CampaignId).Status,
                    row.EnterpriseId,
                    db.Enterprises.First(enterprise => enterprise.Id == row.EnterpriseId).Name,
                    row.DistrictCode,
                    row.Stage,
                    row.LastActOn,
                    row.FollowUpOn,
                    row.EnrollmentId,
                    row.IsIllustrative,
                    row.Acts.Count(act => !act.IsTakenBack)),
                row.Reasons,
                row.HeldSystems),
            cancellationToken);
        var names = await NameBook.OpenAsync(db, current.User.Province, cancellationToken);
        return new Page<OutreachProspectListItem>(
            [.. page.Items.Select(row => row.Item with { Reasons = names.Items(ReferenceLists.NonParticipationReasons, row.Reasons), HeldSystems = names.Systems(row.HeldSystems) })],
            page.NextCursor,
            page.Count);
    }

    private sealed record Row(OutreachProspectListItem Item, IReadOnlyList<string> Reasons, IReadOnlyList<string> HeldSystems);
}

/// <summary>What the list, its export and the statistics have in common.</summary>
internal static class OutreachProspects
{
    public static IQueryable<OutreachProspect> FilteredProspects(this INsclDb db, OutreachProspectFilter filter, CurrentUser user)
    {
        var rows = db.OutreachProspects.AsNoTracking().InProvince(filter.Province, user);
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var found = db.SearchEnterprises(filter.Q);
            rows = rows.Where(row => found.Contains(row.EnterpriseId));
        }

        rows = filter.CampaignId is null ? rows : rows.Where(row => row.CampaignId == filter.CampaignId);
        rows = filter.ProgramId is null ? rows : rows.Where(row => row.ProgramId == filter.ProgramId);
        rows = filter.EnterpriseId is null ? rows : rows.Where(row => row.EnterpriseId == filter.EnterpriseId);
        rows = filter.Stage is null ? rows : rows.Where(row => row.Stage == filter.Stage);
        rows = filter.DistrictCode is null ? rows : rows.Where(row => row.DistrictCode == filter.DistrictCode);
        rows = filter.FollowUpBy is null ? rows : rows.Where(row => row.FollowUpOn <= filter.FollowUpBy);
        rows = filter.Reason is null || filter.Figure is not null ? rows : rows.Where(row => row.Reasons.Contains(filter.Reason));
        return filter.Figure is { } figure ? rows.BehindFigure(figure, filter) : rows;
    }

    private static IQueryable<OutreachProspect> BehindFigure(this IQueryable<OutreachProspect> rows, OutreachFigureKind figure, OutreachProspectFilter filter)
    {
        var from = new DateOnly(filter.Year ?? 1900, 1, 1);
        var yearEnd = new DateOnly(filter.Year ?? 2200, 12, 31);
        var to = filter.AsOf < yearEnd ? filter.AsOf.Value : yearEnd;
        if (figure != OutreachFigureKind.Declined)
        {
            var kind = KindOf(figure);
            return rows.Where(row => row.Acts.Any(act => act.Kind == kind && !act.IsTakenBack && act.On >= from && act.On <= to));
        }

        return filter.Reason is { } reason
            ? rows.Where(row => row.Acts.Any(act => act.Kind == OutreachActKind.Decline && !act.IsTakenBack && act.On >= from && act.On <= to && act.Reasons.Contains(reason)
                && !row.Acts.Any(later => !later.IsTakenBack && later.Sequence > act.Sequence && later.On <= to)))
            : rows.Where(row => row.Acts.Any(act => act.Kind == OutreachActKind.Decline && !act.IsTakenBack && act.On >= from && act.On <= to
                && !row.Acts.Any(later => !later.IsTakenBack && later.Sequence > act.Sequence && later.On <= to)));
    }

    public static OutreachActKind KindOf(OutreachFigureKind figure) => figure switch
    {
        OutreachFigureKind.Surveyed => OutreachActKind.Survey,
        OutreachFigureKind.Mobilized => OutreachActKind.Mobilization,
        OutreachFigureKind.Guided => OutreachActKind.Guidance,
        OutreachFigureKind.Applied => OutreachActKind.Application,
        _ => OutreachActKind.Decline,
    };
}
