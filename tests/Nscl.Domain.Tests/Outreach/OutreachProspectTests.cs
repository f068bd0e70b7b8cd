using System.Globalization;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;
using Nscl.Domain.Programs;
using Nscl.Domain.Tests.Awards;
using Nscl.Domain.Tests.Enrollments;
using Nscl.Domain.Tests.Policies;
using Nscl.TestSupport;
using Shouldly;
using Xunit;

namespace Nscl.Domain.Tests.Outreach;

public sealed class OutreachProspectTests
{
    private static readonly DateOnly Start = new(2022, 7, 1);
    private static readonly OutreachEntry Officer = new("Nguyễn Thị Hồng Nhung", new DateTimeOffset(2022, 10, 3, 2, 0, 0, TimeSpan.Zero), new DateOnly(2022, 10, 3));
    private static readonly SupportProgram Program = SupportProgram.Create("konTum", PackData.ProgramContent("KT2021"));

    private static readonly Enterprise Company = Enterprise.Register(
        "konTum", "6100.123.454", null, new EnterpriseProfile("Công ty TNHH Cà phê Đắk Hà", OrganizationType.Enterprise, "615", "coffee"), Officer.On);

    /// <summary>domain-reference §3.3; an act may be skipped and repeated, and never leads back.</summary>
    private static readonly List<(ProspectStage From, ProspectAction Action, ProspectStage To)> Expected =
    [
        (ProspectStage.Prospect, ProspectAction.Survey, ProspectStage.Surveyed),
        (ProspectStage.Prospect, ProspectAction.Mobilize, ProspectStage.Mobilized),
        (ProspectStage.Prospect, ProspectAction.Guide, ProspectStage.Guided),
        (ProspectStage.Prospect, ProspectAction.Remove, ProspectStage.Prospect),
        (ProspectStage.Surveyed, ProspectAction.Survey, ProspectStage.Surveyed),
        (ProspectStage.Surveyed, ProspectAction.Mobilize, ProspectStage.Mobilized),
        (ProspectStage.Surveyed, ProspectAction.Guide, ProspectStage.Guided),
        (ProspectStage.Surveyed, ProspectAction.RecordApplication, ProspectStage.Applied),
        (ProspectStage.Surveyed, ProspectAction.Decline, ProspectStage.Declined),
        (ProspectStage.Surveyed, ProspectAction.TakeBack, ProspectStage.Prospect),
        (ProspectStage.Mobilized, ProspectAction.Survey, ProspectStage.Mobilized),
        (ProspectStage.Mobilized, ProspectAction.Mobilize, ProspectStage.Mobilized),
        (ProspectStage.Mobilized, ProspectAction.Guide, ProspectStage.Guided),
        (ProspectStage.Mobilized, ProspectAction.RecordApplication, ProspectStage.Applied),
        (ProspectStage.Mobilized, ProspectAction.Decline, ProspectStage.Declined),
        (ProspectStage.Mobilized, ProspectAction.TakeBack, ProspectStage.Prospect),
        (ProspectStage.Guided, ProspectAction.Survey, ProspectStage.Guided),
        (ProspectStage.Guided, ProspectAction.Mobilize, ProspectStage.Guided),
        (ProspectStage.Guided, ProspectAction.Guide, ProspectStage.Guided),
        (ProspectStage.Guided, ProspectAction.RecordApplication, ProspectStage.Applied),
        (ProspectStage.Guided, ProspectAction.Decline, ProspectStage.Declined),
        (ProspectStage.Guided, ProspectAction.TakeBack, ProspectStage.Prospect),
        (ProspectStage.Declined, ProspectAction.Mobilize, ProspectStage.Mobilized),
        (ProspectStage.Declined, ProspectAction.TakeBack, ProspectStage.Surveyed),
        (ProspectStage.Applied, ProspectAction.TakeBack, ProspectStage.Surveyed),
    ];

    public static TheoryData<ProspectStage, ProspectAction> EveryPair() => Transitions.EveryPair<ProspectStage, ProspectAction>();

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Do_when_the_table_has_the_pair_moves_and_otherwise_refuses(ProspectStage stage, ProspectAction action)
    {
        var (campaign, prospect) = At(stage);

        if (Expected.Exists(row => row.From == stage && row.Action == action))
        {
            Do(campaign, prospect, action);

            prospect.Stage.ShouldBe(Expected.Single(row => row.From == stage && row.Action == action).To);
            return;
        }

        Refusal.CodeOf(() => Do(campaign, prospect, action)).ShouldBe("outreachProspect.wrongState");
        prospect.Stage.ShouldBe(stage);
    }

    [Fact]
    [SourceFact("S4.24", "S4.25")]
    public void Decline_when_reasons_are_given_keeps_them_with_the_day_to_ask_again_until_it_is_asked_again()
    {
        var (campaign, prospect) = At(ProspectStage.Surveyed);

        prospect.Decline(campaign, Said("2022-09-01"), ["alreadyCertified", "recovering", "recovering"], new DateOnly(2023, 2, 15), Officer);

        (prospect.Stage, prospect.FollowUpOn).ShouldBe((ProspectStage.Declined, new DateOnly(2023, 2, 15)));
        prospect.Reasons.ShouldBe(["alreadyCertified", "recovering"]);
        prospect.Mobilize(campaign, Said("2022-10-01"), Officer);
        (prospect.Stage, prospect.FollowUpOn).ShouldBe((ProspectStage.Mobilized, null));
        prospect.Reasons.ShouldBeEmpty();
        prospect.Acts[1].Reasons.ShouldBe(["alreadyCertified", "recovering"]);
    }

    [Fact]
    public void Decline_when_the_reason_is_missing_or_not_written_out_refuses_and_changes_nothing()
    {
        var (campaign, prospect) = At(ProspectStage.Surveyed);

        Refusal.CodeOf(() => prospect.Decline(campaign, Said("2022-09-01"), [], null, Officer)).ShouldBe("outreachProspect.reasonMissing");
        Refusal.CodeOf(() => prospect.Decline(campaign, Said("2022-09-01"), ["other"], null, Officer)).ShouldBe("outreachProspect.otherReasonMissing");
        Refusal.CodeOf(() => prospect.Decline(campaign, Said("2022-09-01"), ["recovering"], new DateOnly(2022, 8, 31), Officer)).ShouldBe("outreachProspect.followUpBeforeAct");
        prospect.Acts.Count.ShouldBe(1);

        prospect.Decline(campaign, Said("2022-09-01") with { Note = "Chủ cơ sở chuyển nghề" }, ["other"], null, Officer);
        prospect.Stage.ShouldBe(ProspectStage.Declined);
    }

    [Theory]
    [InlineData("2022-06-30")]
    [InlineData("2022-10-04")]
    public void Survey_when_the_day_is_before_the_campaign_or_in_the_future_refuses(string on)
    {
        var (campaign, prospect) = At(ProspectStage.Prospect);

        Refusal.CodeOf(() => prospect.Survey(campaign, Said(on), null, Officer)).ShouldBe("outreachProspect.actOnOutOfRange");
    }

    [Fact]
    public void Record_when_the_day_is_before_the_act_before_it_refuses()
    {
        var (campaign, prospect) = At(ProspectStage.Surveyed);

        Refusal.CodeOf(() => prospect.Mobilize(campaign, Said("2022-07-31"), Officer)).ShouldBe("outreachProspect.actOnOutOfRange");
        prospect.Mobilize(campaign, Said("2022-08-01"), Officer);
    }

    [Fact]
    [SourceFact("S4.24")]
    public void Survey_when_it_asks_for_certificates_notes_them_and_a_survey_that_does_not_ask_leaves_them()
    {
        var (campaign, prospect) = At(ProspectStage.Prospect);

        prospect.Survey(campaign, Said("2022-08-01"), ["vietGapCrop", "organic"], Officer);
        prospect.Survey(campaign, Said("2022-08-02"), null, Officer);
        prospect.HeldSystems.ShouldBe(["vietGapCrop", "organic"]);

        prospect.Survey(campaign, Said("2022-08-03"), [], Officer);
        prospect.HeldSystems.ShouldBeEmpty();
    }

    [Fact]
    public void TakeBack_when_the_last_act_was_a_mistake_leaves_it_on_record_and_the_prospect_where_it_was()
    {
        var (campaign, prospect) = At(ProspectStage.Declined);

        Refusal.CodeOf(() => prospect.TakeBack(campaign, " ", Officer)).ShouldBe("outreachProspect.takeBackReasonMissing");
        prospect.TakeBack(campaign, "Nhầm doanh nghiệp", Officer);

        (prospect.Stage, prospect.Acts.Count, prospect.LastActOn).ShouldBe((ProspectStage.Surveyed, 2, new DateOnly(2022, 8, 1)));
        (prospect.Acts[1].IsTakenBack, prospect.Acts[1].TakenBackReason).ShouldBe((true, "Nhầm doanh nghiệp"));
        prospect.TakeBack(campaign, "Nhầm ngày", Officer);
        prospect.Stage.ShouldBe(ProspectStage.Prospect);
        OutreachProspect.AllowedFor(prospect.Stage, hasActs: true, campaign.Status).ShouldNotContain(ProspectAction.Remove);
        Refusal.CodeOf(() => prospect.RequireRemovable(campaign)).ShouldBe("outreachProspect.wrongState");
    }

    [Fact]
    [SourceFact("S4.20")]
    public void RecordApplication_when_the_dossier_is_handed_in_bears_its_day()
    {
        var (campaign, prospect) = At(ProspectStage.Guided);

        prospect.RecordApplication(campaign, Submitted(Company.Id), Officer);

        (prospect.Stage, prospect.LastActOn, prospect.EnrollmentId).ShouldBe((ProspectStage.Applied, EnrollmentBuilder.Today, prospect.Acts[^1].EnrollmentId));
    }

    [Fact]
    public void RecordApplication_when_the_dossier_is_anothers_or_a_draft_or_older_than_the_campaign_refuses()
    {
        var (campaign, prospect) = At(ProspectStage.Guided);

        Refusal.CodeOf(() => prospect.RecordApplication(campaign, Submitted(Guid.CreateVersion7()), Officer)).ShouldBe("outreachProspect.wrongApplicant");
        Refusal.CodeOf(() => prospect.RecordApplication(campaign, Draft(Company.Id), Officer)).ShouldBe("outreachProspect.notSubmitted");
        var later = OutreachCampaign.Plan(Program, "konTum", new OutreachCampaignContent("Đợt sau", new DateOnly(2022, 10, 4), new DateOnly(2022, 12, 1)), Officer);
        var afterwards = OutreachProspect.Add(later, Company, null, Officer);
        afterwards.Survey(later, Said("2022-10-04"), null, Officer with { On = new DateOnly(2022, 10, 5) });
        Refusal.CodeOf(() => afterwards.RecordApplication(later, Submitted(Company.Id), Officer)).ShouldBe("outreachProspect.appliedBeforeContact");
    }

    [Fact]
    public void Act_when_the_campaign_is_closed_refuses_until_it_is_opened_again()
    {
        var (campaign, prospect) = At(ProspectStage.Surveyed);
        campaign.Close();

        Refusal.CodeOf(() => prospect.Guide(campaign, Said("2022-09-01"), Officer)).ShouldBe("outreachProspect.campaignClosed");
        Refusal.CodeOf(() => prospect.TakeBack(campaign, "Nhầm", Officer)).ShouldBe("outreachProspect.campaignClosed");
        Refusal.CodeOf(() => OutreachProspect.Add(campaign, Company, null, Officer)).ShouldBe("outreachCampaign.wrongState");
        OutreachProspect.AllowedFor(prospect.Stage, hasActs: true, campaign.Status).ShouldBeEmpty();

        campaign.Reopen();
        prospect.Guide(campaign, Said("2022-09-01"), Officer);
    }

    [Fact]
    public void Add_when_the_district_is_not_the_enterprises_refuses()
    {
        var (campaign, _) = At(ProspectStage.Prospect);

        Refusal.CodeOf(() => OutreachProspect.Add(campaign, Company, "608", Officer)).ShouldBe("outreachProspect.districtNotOfEnterprise");
        OutreachProspect.Add(campaign, Company, null, Officer).DistrictCode.ShouldBe("615");
    }

    [Fact]
    public void Plan_when_the_days_are_in_the_wrong_order_or_outside_the_program_refuses()
    {
        Refusal.CodeOf(() => Planned("2022-07-01", "2022-06-30")).ShouldBe("outreachCampaign.endsBeforeItStarts");
        Refusal.CodeOf(() => Planned("2020-12-31", "2021-06-30")).ShouldBe("outreachCampaign.outsideProgram");
        Refusal.CodeOf(() => Planned("2025-07-01", "2026-01-01")).ShouldBe("outreachCampaign.outsideProgram");
        Refusal.CodeOf(() => OutreachCampaign.Plan(Program, "konTum", new OutreachCampaignContent(" ", Start, Start), Officer)).ShouldBe("outreachCampaign.titleRequired");
    }

    [Fact]
    public void Update_when_acts_would_lie_before_the_new_first_day_refuses()
    {
        var campaign = Planned("2022-07-01", "2022-12-15");
        var later = new OutreachCampaignContent("Đợt 1", new DateOnly(2022, 8, 2), new DateOnly(2022, 12, 15));

        Refusal.CodeOf(() => campaign.Update(later, Program, new DateOnly(2022, 8, 1))).ShouldBe("outreachCampaign.actsBeforeStart");
        campaign.Update(later, Program, new DateOnly(2022, 8, 2));
        campaign.StartsOn.ShouldBe(new DateOnly(2022, 8, 2));
    }

    private static OutreachCampaign Planned(string from, string to) =>
        OutreachCampaign.Plan(Program, "konTum", new OutreachCampaignContent("Khảo sát năm 2022", Day(from), Day(to)), Officer);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static OutreachContact Said(string on) => new(Day(on), OutreachChannel.Visit);

    private static (OutreachCampaign Campaign, OutreachProspect Prospect) At(ProspectStage stage)
    {
        var campaign = Planned("2022-07-01", "2022-12-15");
        var prospect = OutreachProspect.Add(campaign, Company, null, Officer);
        ProspectAction[] way = stage switch
        {
            ProspectStage.Prospect => [],
            ProspectStage.Surveyed => [ProspectAction.Survey],
            ProspectStage.Mobilized => [ProspectAction.Mobilize],
            ProspectStage.Guided => [ProspectAction.Guide],
            ProspectStage.Declined => [ProspectAction.Survey, ProspectAction.Decline],
            _ => [ProspectAction.Survey, ProspectAction.RecordApplication],
        };
        foreach (var action in way)
        {
            Do(campaign, prospect, action);
        }

        return (campaign, prospect);
    }

    private static void Do(OutreachCampaign campaign, OutreachProspect prospect, ProspectAction action)
    {
        switch (action)
        {
            case ProspectAction.Survey:
                prospect.Survey(campaign, Said("2022-08-01"), null, Officer);
                break;
            case ProspectAction.Mobilize:
                prospect.Mobilize(campaign, Said("2022-08-01"), Officer);
                break;
            case ProspectAction.Guide:
                prospect.Guide(campaign, Said("2022-08-01"), Officer);
                break;
            case ProspectAction.RecordApplication:
                prospect.RecordApplication(campaign, Submitted(Company.Id), Officer);
                break;
            case ProspectAction.Decline:
                prospect.Decline(campaign, Said("2022-08-01"), ["recovering"], null, Officer);
                break;
            case ProspectAction.TakeBack:
                prospect.TakeBack(campaign, "Nhầm", Officer);
                break;
            default:
                prospect.RequireRemovable(campaign);
                break;
        }
    }

    private static Enrollment Draft(Guid enterpriseId)
    {
        var draft = Enrollment.Draft("konTum", Program.Id, enterpriseId, EnrollmentChannel.Online, EnrollmentBuilder.Content, EnrollmentBuilder.Terms, EnrollmentBuilder.By(EnrollmentBuilder.Enterprise));
        foreach (var kind in EnrollmentBuilder.Terms.RequiredDocuments)
        {
            draft.Attach(kind, EnrollmentBuilder.FileId, $"{kind}.pdf", EnrollmentBuilder.By(EnrollmentBuilder.Enterprise));
        }

        return draft;
    }

    private static Enrollment Submitted(Guid enterpriseId)
    {
        var enrollment = Draft(enterpriseId);
        enrollment.Submit(1, EnrollmentBuilder.Terms, EnrollmentBuilder.By(EnrollmentBuilder.Enterprise));
        return enrollment;
    }
}
