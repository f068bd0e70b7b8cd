using System.Globalization;
using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="Year">Campaigns of which a day lies in the year.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record OutreachCampaignFilter(Guid? ProgramId = null, int? Year = null, OutreachCampaignStatus? Status = null, string? Province = null);

/// <summary>A campaign in a list.</summary>
/// <param name="Prospects">Enterprises on its list, as far as the caller sees them.</param>
/// <param name="Surveyed">Of them, surveyed.</param>
/// <param name="Applied">Of them, whose dossier is in.</param>
public sealed record OutreachCampaignListItem(
    Guid Id,
    Guid ProgramId,
    string ProgramCode,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    OutreachCampaignStatus Status,
    bool IsIllustrative,
    int Prospects,
    int Surveyed,
    int Applied);

public sealed record ListOutreachCampaignsQuery(OutreachCampaignFilter Filter, PageRequest Page) : IQuery<Page<OutreachCampaignListItem>>;

internal sealed class ListOutreachCampaignsValidator : AbstractValidator<ListOutreachCampaignsQuery>
{
    public ListOutreachCampaignsValidator()
    {
        RuleFor(static query => query.Filter.Year).InclusiveBetween(1900, 2200).OverridePropertyName("?year");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
        this.RulesForPaging(static query => query.Page);
    }
}

internal sealed class ListOutreachCampaignsHandler(INsclDb db, ICurrentUser current, ICursorCodec cursors) : IQueryHandler<ListOutreachCampaignsQuery, Page<OutreachCampaignListItem>>
{
    private static readonly Keyset<OutreachCampaign> Sorts = new Keyset<OutreachCampaign>(static row => row.Id, "-startsOn")
        .By("startsOn", static row => row.StartsOn, static text => DateOnly.Parse(text, CultureInfo.InvariantCulture))
        .By("title", static row => row.Title, static text => text);

    public async ValueTask<Page<OutreachCampaignListItem>> Handle(ListOutreachCampaignsQuery query, CancellationToken cancellationToken) => await Sorts.PageAsync(
        Filtered(query.Filter),
        query.Page,
        query.Filter.ToString(),
        cursors,
        row => new OutreachCampaignListItem(
            row.Id,
            row.ProgramId,
            db.Programs.First(program => program.Id == row.ProgramId).Code,
            row.Title,
            row.StartsOn,
            row.EndsOn,
            row.Status,
            row.IsIllustrative,
            db.OutreachProspects.Count(prospect => prospect.CampaignId == row.Id),
            db.OutreachProspects.Count(prospect => prospect.CampaignId == row.Id && prospect.Acts.Any(act => act.Kind == OutreachActKind.Survey && !act.IsTakenBack)),
            db.OutreachProspects.Count(prospect => prospect.CampaignId == row.Id && prospect.EnrollmentId != null)),
        cancellationToken);

    private IQueryable<OutreachCampaign> Filtered(OutreachCampaignFilter filter)
    {
        var rows = db.OutreachCampaigns.AsNoTracking().InProvince(filter.Province, current.User);
        rows = filter.ProgramId is null ? rows : rows.Where(row => row.ProgramId == filter.ProgramId);
        rows = filter.Status is null ? rows : rows.Where(row => row.Status == filter.Status);
        return filter.Year is { } year ? rows.OverlappingYear(year) : rows;
    }
}

internal static class OutreachYears
{
    public static IQueryable<OutreachCampaign> OverlappingYear(this IQueryable<OutreachCampaign> rows, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return rows.Where(row => row.StartsOn <= last && row.EndsOn >= first);
    }
}
