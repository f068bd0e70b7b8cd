using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Application.Identity;
using Nscl.Application.ReferenceData;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Outreach;

namespace Nscl.Application.Outreach;

/// <summary>Turns campaigns and prospects into what their reader sees: the one way out, for the pages and for the answer to every act.</summary>
internal sealed class OutreachDescriber(INsclDb db, ICurrentUser current)
{
    public async Task<Versioned<OutreachCampaignDetails>> DescribeAsync(OutreachCampaign campaign, CancellationToken cancellationToken)
    {
        var program = await db.Programs.AsNoTracking().Where(row => row.Id == campaign.ProgramId).Select(static row => new { row.Code, row.ShortTitle }).SingleAsync(cancellationToken);
        var details = new OutreachCampaignDetails(
            campaign.Id,
            campaign.Province,
            campaign.ProgramId,
            program.Code,
            program.ShortTitle,
            campaign.Title,
            campaign.StartsOn,
            campaign.EndsOn,
            await NamedAsync(campaign.Districts, campaign.StartsOn, cancellationToken),
            campaign.Note,
            campaign.Status,
            campaign.IsIllustrative,
            campaign.CreatedByName,
            campaign.CreatedAt,
            current.User.ManagesOutreach() ? OutreachCampaignStateMachine.Instance.Actions(campaign.Status) : []);
        return new Versioned<OutreachCampaignDetails>(details, db.VersionOf(campaign));
    }

    public async Task<Versioned<OutreachProspectDetails>> DescribeAsync(OutreachProspect prospect, CancellationToken cancellationToken)
    {
        var campaign = await db.OutreachCampaigns.AsNoTracking().Where(row => row.Id == prospect.CampaignId)
            .Select(static row => new { row.Title, row.Status, row.StartsOn }).SingleAsync(cancellationToken);
        var enterprise = await db.Enterprises.AsNoTracking().Where(row => row.Id == prospect.EnterpriseId).Select(static row => row.Name).SingleAsync(cancellationToken);
        var names = await NameBook.OpenAsync(db, prospect.Province, cancellationToken);
        var district = (await NamedAsync([prospect.DistrictCode], campaign.StartsOn, cancellationToken))[0];
        var code = prospect.EnrollmentId is null ? null
            : await db.Enrollments.AsNoTracking().Where(row => row.Id == prospect.EnrollmentId).Select(static row => row.Code).FirstOrDefaultAsync(cancellationToken);
        var details = new OutreachProspectDetails(
            prospect.Id,
            prospect.CampaignId,
            campaign.Title,
            campaign.Status,
            prospect.ProgramId,
            prospect.EnterpriseId,
            enterprise,
            district,
            prospect.Stage,
            prospect.LastActOn,
            prospect.FollowUpOn,
            names.Items(ReferenceLists.NonParticipationReasons, prospect.Reasons),
            names.Systems(prospect.HeldSystems),
            prospect.EnrollmentId,
            code,
            prospect.IsIllustrative,
            prospect.LastActOn ?? campaign.StartsOn,
            [.. prospect.Acts.Select(act => Described(act, names))],
            current.User.ManagesOutreach() ? [.. OutreachProspect.AllowedFor(prospect.Stage, prospect.Acts.Count > 0, campaign.Status)] : []);
        return new Versioned<OutreachProspectDetails>(details, db.VersionOf(prospect));
    }

    private static OutreachActDetails Described(OutreachAct act, NameBook names) => new(
        act.Id,
        act.Kind,
        act.On,
        act.Channel,
        act.CarriedOutBy,
        act.MetWith,
        act.Note,
        names.Items(ReferenceLists.NonParticipationReasons, act.Reasons),
        act.FollowUpOn,
        act.HeldSystems is null ? null : names.Systems(act.HeldSystems),
        act.EnrollmentId,
        act.EnteredByName,
        act.EnteredAt,
        act.IsTakenBack,
        act.TakenBackReason,
        act.TakenBackByName);

    private async Task<IReadOnlyList<OutreachDistrict>> NamedAsync(IReadOnlyList<string> codes, DateOnly on, CancellationToken cancellationToken)
    {
        var units = codes.Count == 0 ? [] : await db.Set<AdminUnit>().AsNoTracking().Where(unit => codes.Contains(unit.Code)).ToDictionaryAsync(static unit => unit.Code, StringComparer.Ordinal, cancellationToken);
        return [.. codes.Select(code => units.TryGetValue(code, out var unit) ? new OutreachDistrict(code, unit.NameViOn(on), unit.NameEnOn(on)) : new OutreachDistrict(code, code, code))];
    }
}

internal static class OutreachLoading
{
    public static bool ManagesOutreach(this CurrentUser user) => user.May(Permissions.OutreachManage);

    public static OutreachEntry OutreachEntryOf(this CurrentUser user, IBusinessClock clock) => new(user.FullName, clock.Now, clock.Today);

    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<OutreachCampaign> LoadCampaignAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.OutreachCampaigns.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("outreachCampaign");

    /// <exception cref="NotFoundException">Unknown, or not visible to the caller.</exception>
    public static async Task<OutreachProspect> LoadProspectAsync(this INsclDb db, Guid id, CancellationToken cancellationToken) =>
        await db.OutreachProspects.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("outreachProspect");
}

/// <summary>Does one thing, saves, and tells how it stands.</summary>
internal sealed class OutreachActing(INsclDb db, ICurrentUser current, IBusinessClock clock, OutreachDescriber describer)
{
    /// <summary>One caller at a time: what a campaign lets in depends on whether it is open.</summary>
    public async Task<Versioned<OutreachCampaignDetails>> DoAsync(Guid campaignId, uint expectedVersion, Action<OutreachCampaign> act, CancellationToken cancellationToken)
    {
        await db.LockAsync<OutreachCampaign>(campaignId, cancellationToken);
        var campaign = await db.LoadCampaignAsync(campaignId, cancellationToken);
        db.ExpectVersion(campaign, expectedVersion);
        act(campaign);
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(campaign, cancellationToken);
    }

    public async Task<Versioned<OutreachProspectDetails>> DoAsync(Guid prospectId, uint expectedVersion, Action<OutreachProspect, OutreachCampaign, OutreachEntry> act, CancellationToken cancellationToken)
    {
        var prospect = await db.LoadProspectAsync(prospectId, cancellationToken);
        db.ExpectVersion(prospect, expectedVersion);
        // Nobody closes the campaign meanwhile.
        await db.LockSharedAsync<OutreachCampaign>(prospect.CampaignId, cancellationToken);
        act(prospect, await db.LoadCampaignAsync(prospect.CampaignId, cancellationToken), current.User.OutreachEntryOf(clock));
        await db.SaveChangesAsync(cancellationToken);
        return await describer.DescribeAsync(prospect, cancellationToken);
    }
}
