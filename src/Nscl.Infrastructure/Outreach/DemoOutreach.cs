using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nscl.Application.Common;
using Nscl.Domain.Common;
using Nscl.Domain.Outreach;

namespace Nscl.Infrastructure.Outreach;

/// <summary>A survey with the figures of the source – 19 enterprises in 8 of 10 districts, 4 guided, 1 application (S4.19, S4.20) – among invented enterprises, and marked so.</summary>
internal sealed class DemoOutreach(INsclDb db, ICurrentUser current, IDemoCallers callers) : IDemoSeed
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly TimeOnly OfficeHour = new(15, 0);

    public int Order => DemoSeedOrder.Outreach;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var demo = Read();
        using var asOfficer = current.ActAs(await callers.FindAsync(demo.Officer, cancellationToken));
        if (await db.OutreachCampaigns.AnyAsync(cancellationToken))
        {
            return;
        }

        var program = await db.Programs.AsNoTracking().FirstAsync(row => row.Code == demo.ProgramCode, cancellationToken);
        var campaign = OutreachCampaign.Plan(program, demo.Province, demo.Campaign, EntryOn(demo.Campaign.StartsOn));
        campaign.MarkIllustrative();
        db.OutreachCampaigns.Add(campaign);
        foreach (var entry in demo.Prospects)
        {
            var enterprise = await db.Enterprises.AsNoTracking().FirstAsync(row => row.TaxCode == entry.TaxCode, cancellationToken);
            var prospect = OutreachProspect.Add(campaign, enterprise, null, EntryOn(demo.Campaign.StartsOn));
            foreach (var act in entry.Acts)
            {
                await DoAsync(campaign, prospect, act, cancellationToken);
            }

            db.OutreachProspects.Add(prospect);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task DoAsync(OutreachCampaign campaign, OutreachProspect prospect, DemoOutreachAct act, CancellationToken cancellationToken)
    {
        var (contact, entry) = (new OutreachContact(act.On, act.Channel, Note: act.Note), EntryOn(act.On));
        switch (act.Kind)
        {
            case OutreachActKind.Survey:
                prospect.Survey(campaign, contact, act.HeldSystems, entry);
                break;
            case OutreachActKind.Mobilization:
                prospect.Mobilize(campaign, contact, entry);
                break;
            case OutreachActKind.Guidance:
                prospect.Guide(campaign, contact, entry);
                break;
            case OutreachActKind.Decline:
                prospect.Decline(campaign, contact, act.Reasons ?? [], act.FollowUpOn, entry);
                break;
            default:
                // Where the demo's dossiers were left out, nothing has come in yet.
                if (await db.Enrollments.AsNoTracking().FirstOrDefaultAsync(row => row.EnterpriseId == prospect.EnterpriseId && row.ReceivedOn != null, cancellationToken) is { } enrollment)
                {
                    prospect.RecordApplication(campaign, enrollment, entry, act.Note);
                }

                break;
        }
    }

    private OutreachEntry EntryOn(DateOnly day) => new(current.User.FullName, new DateTimeOffset(day, OfficeHour, Vietnam).ToUniversalTime(), day);

    private static DemoOutreachRound Read()
    {
        using var stream = typeof(DemoOutreach).Assembly.GetManifestResourceStream("demo-outreach.json")!;
        return JsonSerializer.Deserialize<DemoOutreachRound>(stream, DomainJson.Options)!;
    }

    private sealed record DemoOutreachRound(string Province, string Officer, string ProgramCode, OutreachCampaignContent Campaign, IReadOnlyList<DemoProspect> Prospects);

    private sealed record DemoProspect(string TaxCode, IReadOnlyList<DemoOutreachAct> Acts);

    private sealed record DemoOutreachAct(
        OutreachActKind Kind,
        DateOnly On,
        OutreachChannel Channel = OutreachChannel.Visit,
        string? Note = null,
        IReadOnlyList<string>? HeldSystems = null,
        IReadOnlyList<string>? Reasons = null,
        DateOnly? FollowUpOn = null);
}
