using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Application.Awards;
using Nscl.Domain.Awards;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Files;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Awards;

internal sealed class AwardSeasonConfiguration : IEntityTypeConfiguration<AwardSeason>
{
    public void Configure(EntityTypeBuilder<AwardSeason> builder)
    {
        builder.ToTable("award_seasons");
        builder.Ignore(static season => season.OpenPoints);
        builder.Property(static season => season.Title).HasMaxLength(AwardSeason.TitleMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static season => season.Regime).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static season => season.Fillings).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static season => season.Deadlines).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static season => season.ReentrySource).HasMaxLength(AwardSeason.SourceMaxLength);
        builder.Property(static season => season.ClosingExplanation).HasMaxLength(AwardSeason.ReasonMaxLength);
        builder.Property(static season => season.CancellationReason).HasMaxLength(AwardSeason.ReasonMaxLength);
        builder.Property(static season => season.CreatedByName).HasMaxLength(200);
        builder.HasIndex(static season => new { season.Province, season.Year }).IsUnique().HasFilter("status <> 'cancelled'").HasDatabaseName("ux__award_season__year_taken");
        builder.HasIndex(static season => season.ProgramId).HasDatabaseName("ix_award_seasons_program");
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static season => season.ProgramId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AwardNominationConfiguration : IEntityTypeConfiguration<AwardNomination>
{
    public void Configure(EntityTypeBuilder<AwardNomination> builder)
    {
        builder.ToTable("award_nominations");
        builder.Ignore(static nomination => nomination.OpenSupplement);
        builder.Property(static nomination => nomination.Code).HasMaxLength(AwardNomination.CodeMaxLength);
        builder.Property(static nomination => nomination.EnterpriseName).HasMaxLength(Enterprise.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static nomination => nomination.OutreachNote).HasMaxLength(AwardNomination.NoteMaxLength);
        builder.Property(static nomination => nomination.EndReason).HasMaxLength(AwardSeason.ReasonMaxLength);
        builder.Property(static nomination => nomination.Declarations).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.SelfAssessment).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Confirmations).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.AcceptedChecks).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Supplements).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Timeline).IsJson().Metadata.SetMaxLength(null);
        builder.Ignore(static nomination => nomination.Points);
        builder.Property(static nomination => nomination.Stages).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Conclusion).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Consent).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Result).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static nomination => nomination.Feedback).IsJson().Metadata.SetMaxLength(null);
        builder.OwnsMany(static nomination => nomination.Documents, static documents =>
        {
            documents.ToTable("award_documents");
            documents.WithOwner().HasForeignKey("NominationId");
            documents.HasKey(static document => document.Id);
            documents.Property(static document => document.Id).ValueGeneratedNever();
            documents.Property(static document => document.Part).HasMaxLength(AwardNomination.PartMaxLength);
            documents.Property(static document => document.FileName).HasMaxLength(AwardDocument.FileNameMaxLength);
            documents.Property(static document => document.AttachedByName).HasMaxLength(200);
            documents.HasOne<StoredFile>().WithMany().HasForeignKey(static document => document.StoredFileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Property<string>(AwardColumns.SearchKey).HasMaxLength(500).HasComputedColumnSql("f_search_key(enterprise_name || ' ' || code)", stored: true);
        builder.HasIndex(static nomination => new { nomination.Province, nomination.Code }).IsUnique().HasDatabaseName("ux__award_nomination__code_taken");
        // Two at once: one stands, the other is told that the organization is nominated already.
        builder.HasIndex(static nomination => new { nomination.SeasonId, nomination.EnterpriseId })
            .IsUnique().HasFilter("status <> 'withdrawn'").HasDatabaseName("ux__award_nomination__enterprise_nominated");
        builder.HasIndex(static nomination => new { nomination.SeasonId, nomination.Status })
            .IncludeProperties(static nomination => nomination.Province).HasDatabaseName("ix_award_nominations_status");
        builder.HasIndex(static nomination => nomination.EnterpriseId).HasDatabaseName("ix_award_nominations_enterprise");
        builder.HasOne<AwardSeason>().WithMany().HasForeignKey(static nomination => nomination.SeasonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static nomination => nomination.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AwardWinConfiguration : IEntityTypeConfiguration<AwardWin>
{
    public void Configure(EntityTypeBuilder<AwardWin> builder)
    {
        builder.ToTable("award_wins");
        builder.Property(static win => win.EnterpriseName).HasMaxLength(Enterprise.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static win => win.Source).HasMaxLength(AwardWin.SourceMaxLength);
        builder.Property(static win => win.Entitlement).IsJson().Metadata.SetMaxLength(null);
        builder.HasIndex(static win => new { win.Province, win.Year, win.EnterpriseId }).IsUnique().HasDatabaseName("ux__award_win__year_taken");
        builder.HasIndex(static win => win.EnterpriseId).HasDatabaseName("ix_award_wins_enterprise");
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static win => win.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AwardNomination>().WithMany().HasForeignKey(static win => win.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AwardScoreSheetConfiguration : IEntityTypeConfiguration<AwardScoreSheet>
{
    public void Configure(EntityTypeBuilder<AwardScoreSheet> builder)
    {
        builder.ToTable("award_score_sheets");
        builder.Ignore(static sheet => sheet.Total);
        builder.Property(static sheet => sheet.AssessorName).HasMaxLength(200);
        builder.Property(static sheet => sheet.Comment).HasMaxLength(AwardScoreSheet.CommentMaxLength);
        builder.Property(static sheet => sheet.Scores).IsJson().Metadata.SetMaxLength(null);
        // What the lock of the nomination sees to, held once more by the table itself.
        builder.HasIndex(static sheet => new { sheet.NominationId, sheet.Stage, sheet.AssessorId }).IsUnique().HasDatabaseName("ux__award_nomination__scored_already");
        builder.HasOne<AwardNomination>().WithMany().HasForeignKey(static sheet => sheet.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}
