using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Files;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class TrainingContractConfiguration : IEntityTypeConfiguration<TrainingContract>
{
    public void Configure(EntityTypeBuilder<TrainingContract> builder)
    {
        builder.ToTable("training_contracts");
        builder.Property(static contract => contract.Number).HasMaxLength(TrainingContract.NumberMaxLength);
        builder.Property(static contract => contract.ProviderName).HasMaxLength(TrainingContract.ProviderNameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static contract => contract.ProviderTaxCode).HasMaxLength(20);
        builder.Property(static contract => contract.Note).HasMaxLength(TrainingContract.NoteMaxLength);
        builder.Property(static contract => contract.TerminationReason).HasMaxLength(Course.ReasonMaxLength);
        builder.Property(static contract => contract.CreatedByName).HasMaxLength(200);
        builder.Property(static contract => contract.Acceptance).IsJson().Metadata.SetMaxLength(null);
        builder.OwnsMany(static contract => contract.Documents, static documents =>
        {
            documents.ToTable("training_contract_documents");
            documents.WithOwner().HasForeignKey("ContractId");
            documents.HasKey(static document => document.Id);
            documents.Property(static document => document.Id).ValueGeneratedNever();
            documents.Property(static document => document.FileName).HasMaxLength(TrainingContractDocument.FileNameMaxLength);
            documents.Property(static document => document.AttachedByName).HasMaxLength(200);
            documents.HasOne<StoredFile>().WithMany().HasForeignKey(static document => document.StoredFileId).OnDelete(DeleteBehavior.Restrict);
        });
        // Two officers at once: one contract stands, the other officer is told.
        builder.HasIndex(static contract => contract.CourseId).IsUnique().HasFilter("status <> 'terminated'").HasDatabaseName("ux__training_contract__course_has_contract");
        builder.HasIndex(static contract => new { contract.CourseId, contract.SignedOn, contract.Id }).HasDatabaseName("ix_training_contracts_signed_on");
        builder.HasOne<Course>().WithMany().HasForeignKey(static contract => contract.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseSupervisionNoteConfiguration : IEntityTypeConfiguration<CourseSupervisionNote>
{
    public void Configure(EntityTypeBuilder<CourseSupervisionNote> builder)
    {
        builder.ToTable("course_supervision_notes");
        builder.Property(static note => note.Text).HasMaxLength(CourseSupervisionNote.TextMaxLength);
        builder.Property(static note => note.ByName).HasMaxLength(200);
        builder.HasIndex(static note => new { note.CourseId, note.On, note.Id }).HasDatabaseName("ix_course_supervision_notes_on");
        builder.HasOne<Course>().WithMany().HasForeignKey(static note => note.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}
