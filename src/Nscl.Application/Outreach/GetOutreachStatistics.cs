using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.ReferenceData;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <param name="ProgramId">Campaigns of the program.</param>
/// <param name="CampaignId">One campaign.</param>
/// <param name="Year">Acts of the year.</param>
/// <param name="AsOf">Acts up to and including the day, and the districts of that day. Left out: today; of a year or a campaign that is over, its last day.</param>
/// <param name="Province">Founding province, for those who see several.</param>
public sealed record OutreachPeriod(Guid? ProgramId = null, Guid? CampaignId = null, int? Year = null, DateOnly? AsOf = null, string? Province = null);

/// <summary>A figure of the report (S4.19, S4.20).</summary>
/// <param name="Enterprises">Distinct enterprises: surveyed twice is one.</param>
/// <param name="Acts">How often.</param>
public sealed record OutreachFigure(int Enterprises, int Acts);

/// <summary>In how many of the districts of a day enterprises were surveyed (S4.19: 8/10).</summary>
/// <param name="Total">District-level units of the province on the day: ten in Kon Tum in 2022, nine before 2015-03-11, none from 2025-07-01.</param>
/// <param name="Covered">Of them, those with a surveyed enterprise.</param>
/// <param name="UnplacedEnterprises">Surveyed enterprises whose recorded unit is no single district of the day.</param>
public sealed record OutreachCoverage(DateOnly AsOf, int Total, int Covered, int UnplacedEnterprises);

/// <param name="Surveyed">Distinct enterprises, as all figures of a district.</param>
public sealed record OutreachDistrictFigures(string Code, string NameVi, string NameEn, int Surveyed, int Guided, int Applied, int Declined);

/// <param name="Enterprises">Distinct enterprises whose last word was no and gave this reason; one may give several.</param>
public sealed record OutreachReasonFigures(string Code, string NameVi, string NameEn, int Enterprises);

/// <summary>What outreach came to. Surveyed, guided and applied are figures beside one another, not one nested set.</summary>
/// <param name="From">First day of the acts counted; absent where the period has no beginning.</param>
/// <param name="AsOf">Last day of the acts counted.</param>
/// <param name="Prospects">Distinct enterprises on the lists of the campaigns.</param>
/// <param name="Declined">Enterprises whose last word was no; they count as surveyed all the same.</param>
/// <param name="Illustrative">Of the enterprises on the lists, those of campaigns invented for a demo.</param>
/// <param name="Districts">Every district-level unit of the day.</param>
/// <param name="Reasons">In the order of the list of reasons; only those that were given.</param>
public sealed record OutreachStatistics(
    DateOnly? From,
    DateOnly AsOf,
    int Prospects,
    OutreachFigure Surveyed,
    OutreachFigure Mobilized,
    OutreachFigure Guided,
    OutreachFigure Applied,
    OutreachFigure Declined,
    int Illustrative,
    OutreachCoverage Coverage,
    IReadOnlyList<OutreachDistrictFigures> Districts,
    IReadOnlyList<OutreachReasonFigures> Reasons);

public sealed record GetOutreachStatisticsQuery(OutreachPeriod Filter) : IQuery<OutreachStatistics>;

internal sealed class GetOutreachStatisticsValidator : AbstractValidator<GetOutreachStatisticsQuery>
{
    public GetOutreachStatisticsValidator()
    {
        RuleFor(static query => query.Filter.Year).InclusiveBetween(1900, 2200).OverridePropertyName("?year");
        RuleFor(static query => query.Filter.Province).MaximumLength(32).OverridePropertyName("?province");
    }
}

internal sealed class GetOutreachStatisticsHandler(INsclDb db, ICurrentUser current, IBusinessClock clock) : IQueryHandler<GetOutreachStatisticsQuery, OutreachStatistics>
{
    public async ValueTask<OutreachStatistics> Handle(GetOutreachStatisticsQuery query, CancellationToken cancellationToken)
    {
        var filter = query.Filter;
        var campaign = filter.CampaignId is { } campaignId ? await db.LoadCampaignAsync(campaignId, cancellationToken) : null;
        var campaigns = db.OutreachCampaigns.AsNoTracking().InProvince(filter.Province, current.User);
        campaigns = filter.ProgramId is null ? campaigns : campaigns.Where(row => row.ProgramId == filter.ProgramId);
        campaigns = campaign is null ? campaigns : campaigns.Where(row => row.Id == campaign.Id);
        var listed = filter.Year is { } onLists ? campaigns.OverlappingYear(onLists) : campaigns;
        var prospects = await db.OutreachProspects.AsNoTracking().Where(row => listed.Any(known => known.Id == row.CampaignId))
            .Select(static row => new { row.EnterpriseId, row.IsIllustrative }).ToListAsync(cancellationToken);
        var all = await db.OutreachProspects.AsNoTracking().Where(row => campaigns.Any(known => known.Id == row.CampaignId))
            .SelectMany(static row => row.Acts.Where(static act => !act.IsTakenBack)
                .Select(act => new ActRow(row.Id, row.EnterpriseId, row.DistrictCode, act.Kind, act.On, act.Sequence, act.Reasons)))
            .ToListAsync(cancellationToken);
        DateOnly? from = filter.Year is { } year ? new DateOnly(year, 1, 1) : null;
        var asOf = DayOf(filter, campaign, all);
        var known = all.Where(act => act.On <= asOf).ToList();
        var acts = known.Where(act => from is null || act.On >= from).ToList();
        // The last word is looked for among all acts up to the day, and counts where it fell into the period.
        var declined = known.GroupBy(static act => act.ProspectId).Select(static one => one.MaxBy(static act => act.Sequence)!)
            .Where(act => act.Kind == OutreachActKind.Decline && (from is null || act.On >= from)).ToList();
        var directory = new AdminUnitDirectory(
            await db.Set<AdminUnit>().AsNoTracking().ToListAsync(cancellationToken),
            await db.Set<AdminUnitSuccession>().AsNoTracking().ToListAsync(cancellationToken));
        var units = directory.InForce(filter.Province ?? campaign?.Province ?? current.User.Province, AdminUnitLevel.District, asOf);
        var placed = new PlacedActs(directory, units, asOf, acts, declined);
        var reasons = await NameBook.OpenAsync(db, current.User.Province, cancellationToken);
        return new OutreachStatistics(
            from,
            asOf,
            prospects.Select(static row => row.EnterpriseId).Distinct().Count(),
            FigureOf(acts, OutreachActKind.Survey),
            FigureOf(acts, OutreachActKind.Mobilization),
            FigureOf(acts, OutreachActKind.Guidance),
            FigureOf(acts, OutreachActKind.Application),
            new OutreachFigure(Enterprises(declined), declined.Count),
            prospects.Where(static row => row.IsIllustrative).Select(static row => row.EnterpriseId).Distinct().Count(),
            placed.Coverage(),
            placed.Districts(),
            [
                .. declined.SelectMany(static act => act.Reasons.Select(reason => (Reason: reason, act.EnterpriseId))).GroupBy(static pair => pair.Reason, StringComparer.Ordinal)
                    .Select(group => (Name: reasons.Item(ReferenceLists.NonParticipationReasons, group.Key), Count: group.Select(static pair => pair.EnterpriseId).Distinct().Count()))
                    .OrderByDescending(static reason => reason.Count).ThenBy(static reason => reason.Name.Code, StringComparer.Ordinal)
                    .Select(static reason => new OutreachReasonFigures(reason.Name.Code, reason.Name.NameVi, reason.Name.NameEn, reason.Count)),
            ]);
    }

    /// <summary>Of what is over, its last day: the districts of a survey of 2022 are those of 2022.</summary>
    private DateOnly DayOf(OutreachPeriod filter, OutreachCampaign? campaign, List<ActRow> acts)
    {
        if (filter.AsOf is { } asked)
        {
            return asked;
        }

        var last = filter.Year is { } year ? new DateOnly(year, 12, 31)
            : campaign is null ? DateOnly.MaxValue
            : acts.Select(static act => act.On).Append(campaign.EndsOn).Max();
        return last < clock.Today ? last : clock.Today;
    }

    private static OutreachFigure FigureOf(List<ActRow> acts, OutreachActKind kind)
    {
        var ofKind = acts.Where(act => act.Kind == kind).ToList();
        return new OutreachFigure(Enterprises(ofKind), ofKind.Count);
    }

    private static int Enterprises(IEnumerable<ActRow> acts) => acts.Select(static act => act.EnterpriseId).Distinct().Count();

    private sealed record ActRow(Guid ProspectId, Guid EnterpriseId, string DistrictCode, OutreachActKind Kind, DateOnly On, int Sequence, IReadOnlyList<string> Reasons);

    /// <summary>The acts on the map of a day: a unit as recorded stands for the one district that holds its area then, and for none where that is not certain.</summary>
    private sealed class PlacedActs(AdminUnitDirectory directory, IReadOnlyList<AdminUnit> units, DateOnly asOf, List<ActRow> acts, List<ActRow> declined)
    {
        private readonly Dictionary<string, string?> _districts = new(StringComparer.Ordinal);

        public OutreachCoverage Coverage()
        {
            var surveyed = acts.Where(static act => act.Kind == OutreachActKind.Survey).ToList();
            return new OutreachCoverage(
                asOf,
                units.Count,
                surveyed.Select(act => PlaceOf(act.DistrictCode)).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
                surveyed.Where(act => PlaceOf(act.DistrictCode) is null).Select(static act => act.EnterpriseId).Distinct().Count());
        }

        public IReadOnlyList<OutreachDistrictFigures> Districts() =>
        [
            .. units.Select(unit => new OutreachDistrictFigures(
                unit.Code,
                unit.NameViOn(asOf),
                unit.NameEnOn(asOf),
                CountIn(unit.Code, OutreachActKind.Survey),
                CountIn(unit.Code, OutreachActKind.Guidance),
                CountIn(unit.Code, OutreachActKind.Application),
                Enterprises(declined.Where(act => PlaceOf(act.DistrictCode) == unit.Code)))),
        ];

        private int CountIn(string district, OutreachActKind kind) => Enterprises(acts.Where(act => act.Kind == kind && PlaceOf(act.DistrictCode) == district));

        private string? PlaceOf(string recorded)
        {
            if (!_districts.TryGetValue(recorded, out var place))
            {
                var found = directory.Resolve(recorded, asOf);
                place = found is [var one] && units.Any(unit => unit.Code == one.Code) ? one.Code : null;
                _districts[recorded] = place;
            }

            return place;
        }
    }
}
