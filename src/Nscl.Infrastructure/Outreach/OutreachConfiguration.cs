using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Outreach;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Outreach;

internal sealed class OutreachCampaignConfiguration : IEntityTypeConfiguration<OutreachCampaign>
{
    public void Configure(EntityTypeBuilder<OutreachCampaign> builder)
    {
        builder.ToTable("outreach_campaigns");
        builder.Property(static campaign => campaign.Title).HasMaxLength(OutreachCampaign.TitleMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static campaign => campaign.Note).HasMaxLength(OutreachCampaign.NoteMaxLength);
        builder.Property(static campaign => campaign.CreatedByName).HasMaxLength(200);
        builder.PrimitiveCollection(static campaign => campaign.Districts);
        builder.HasIndex(static campaign => new { campaign.Province, campaign.StartsOn, campaign.Id }).HasDatabaseName("ix_outreach_campaigns_starts_on");
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static campaign => campaign.ProgramId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutreachProspectConfiguration : IEntityTypeConfiguration<OutreachProspect>
{
    public void Configure(EntityTypeBuilder<OutreachProspect> builder)
    {
        builder.ToTable("outreach_prospects");
        builder.Property(static prospect => prospect.DistrictCode).HasMaxLength(Enterprise.DistrictCodeMaxLength);
        builder.Property(static prospect => prospect.AddedByName).HasMaxLength(200);
        builder.PrimitiveCollection(static prospect => prospect.Reasons);
        builder.PrimitiveCollection(static prospect => prospect.HeldSystems);
        builder.OwnsMany(static prospect => prospect.Acts, static acts =>
        {
            acts.ToTable("outreach_acts");
            acts.WithOwner().HasForeignKey("ProspectId");
            acts.HasKey(static act => act.Id);
            acts.Property(static act => act.Id).ValueGeneratedNever();
            acts.Property(static act => act.CarriedOutBy).HasMaxLength(OutreachAct.NameMaxLength);
            acts.Property(static act => act.MetWith).HasMaxLength(OutreachAct.NameMaxLength).IsPersonalData();
            acts.Property(static act => act.Note).HasMaxLength(OutreachAct.NoteMaxLength).IsPersonalData();
            acts.Property(static act => act.EnteredByName).HasMaxLength(200);
            acts.Property(static act => act.TakenBackReason).HasMaxLength(OutreachProspect.ReasonMaxLength);
            acts.Property(static act => act.TakenBackByName).HasMaxLength(200);
            acts.PrimitiveCollection(static act => act.Reasons);
            acts.PrimitiveCollection(static act => act.HeldSystems);
            acts.HasIndex("ProspectId", nameof(OutreachAct.Sequence)).IsUnique().HasDatabaseName("ix_outreach_acts_prospect");
            acts.HasIndex(static act => new { act.Kind, act.On }).HasDatabaseName("ix_outreach_acts_kind");
        });
        // An enterprise is on the list of a campaign once.
        builder.HasIndex(static prospect => new { prospect.CampaignId, prospect.EnterpriseId }).IsUnique().HasDatabaseName("ux__outreach_prospect__already_on_list");
        // A dossier came of one campaign.
        builder.HasIndex(static prospect => prospect.EnrollmentId).IsUnique().HasFilter("enrollment_id IS NOT NULL").HasDatabaseName("ux__outreach_prospect__enrollment_taken");
        builder.HasIndex(static prospect => prospect.EnterpriseId).HasDatabaseName("ix_outreach_prospects_enterprise");
        builder.HasIndex(static prospect => new { prospect.Province, prospect.Id }).HasDatabaseName("ix_outreach_prospects_added");
        builder.HasOne<OutreachCampaign>().WithMany().HasForeignKey(static prospect => prospect.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static prospect => prospect.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static prospect => prospect.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(static prospect => prospect.EnrollmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
