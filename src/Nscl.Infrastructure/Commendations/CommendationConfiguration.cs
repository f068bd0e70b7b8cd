using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Application.Commendations;
using Nscl.Domain.Commendations;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Files;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Commendations;

internal sealed class CommendationConfiguration : IEntityTypeConfiguration<CommendationProposal>
{
    public void Configure(EntityTypeBuilder<CommendationProposal> builder)
    {
        builder.ToTable("commendation_proposals");
        builder.Property(static proposal => proposal.Code).HasMaxLength(CommendationProposal.CodeMaxLength);
        // A person's name and deeds as much as an organization's, and why somebody was declined: none of it enters the trail or a log.
        builder.Property(static proposal => proposal.Name).HasMaxLength(CommendationProposal.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation).IsPersonalData();
        builder.Property(static proposal => proposal.Achievement).HasMaxLength(CommendationProposal.AchievementMaxLength).IsPersonalData();
        builder.Property(static proposal => proposal.Agency).HasMaxLength(CommendationProposal.NameMaxLength);
        builder.Property(static proposal => proposal.Form).HasMaxLength(CommendationProposal.FormMaxLength);
        builder.Property(static proposal => proposal.EndReason).HasMaxLength(CommendationProposal.ReasonMaxLength).IsPersonalData();
        builder.Property(static proposal => proposal.Review).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static proposal => proposal.Decision).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static proposal => proposal.Timeline).IsPersonalData().IsJson().Metadata.SetMaxLength(null);
        builder.OwnsMany(static proposal => proposal.Documents, static documents =>
        {
            documents.ToTable("commendation_documents");
            documents.WithOwner().HasForeignKey("ProposalId");
            documents.HasKey(static document => document.Id);
            documents.Property(static document => document.Id).ValueGeneratedNever();
            documents.Property(static document => document.FileName).HasMaxLength(CommendationDocument.FileNameMaxLength);
            documents.Property(static document => document.AttachedByName).HasMaxLength(200);
            documents.HasOne<StoredFile>().WithMany().HasForeignKey(static document => document.StoredFileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Property<string>(CommendationColumns.SearchKey).HasMaxLength(1_000)
            .HasComputedColumnSql("f_search_key(name || ' ' || coalesce(agency, '') || ' ' || code)", stored: true).IsPersonalData();
        builder.HasIndex(static proposal => new { proposal.Province, proposal.Code }).IsUnique().HasDatabaseName("ux__commendation__code_taken");
        builder.HasIndex(static proposal => new { proposal.ProgramId, proposal.Status }).HasDatabaseName("ix_commendation_proposals_program");
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static proposal => proposal.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static proposal => proposal.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
