using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Files;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class TrainingCertificateConfiguration : IEntityTypeConfiguration<TrainingCertificate>
{
    public void Configure(EntityTypeBuilder<TrainingCertificate> builder)
    {
        builder.ToTable("training_certificates", static table =>
            table.HasCheckConstraint("ck_training_certificates_revoked_on", "(revoked_on IS NOT NULL) = (status = 'revoked')"));
        builder.Property(static certificate => certificate.Number).HasMaxLength(TrainingCertificate.NumberMaxLength);
        // A key to what it says: it stays out of the trail.
        builder.Property(static certificate => certificate.VerificationCode).HasMaxLength(PublicCodes.SecretLength).IsPersonalData();
        builder.Property(static certificate => certificate.Facts).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static certificate => certificate.IssuedByName).HasMaxLength(200);
        builder.Property(static certificate => certificate.FileSha256).HasMaxLength(StoredFile.Sha256Length);
        builder.Property(static certificate => certificate.RevokedByName).HasMaxLength(200);
        builder.Property(static certificate => certificate.RevocationReason).HasMaxLength(TrainingCertificate.ReasonMaxLength);
        builder.HasIndex(static certificate => certificate.RegistrationId).IsUnique().HasFilter("status = 'issued'").HasDatabaseName("ux__certificate__already_issued");
        builder.HasIndex(static certificate => new { certificate.Province, certificate.Number }).IsUnique().HasDatabaseName("ux__certificate__number_taken");
        builder.HasIndex(static certificate => certificate.VerificationCode).IsUnique().HasDatabaseName("ux__certificate__code_taken");
        builder.HasIndex(static certificate => new { certificate.CourseId, certificate.Number }).HasDatabaseName("ix_training_certificates_course");
        builder.HasIndex(static certificate => certificate.PersonId).HasDatabaseName("ix_training_certificates_person");
        builder.HasOne<CourseRegistration>().WithMany().HasForeignKey(static certificate => certificate.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(static certificate => certificate.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateBatchConfiguration : IEntityTypeConfiguration<CertificateBatch>
{
    public void Configure(EntityTypeBuilder<CertificateBatch> builder)
    {
        builder.ToTable("certificate_batches", static table => table.HasCheckConstraint("ck_certificate_batches_handled", "issued >= 0 AND handled >= issued"));
        builder.Ignore(static batch => batch.Total).Ignore(static batch => batch.Act);
        builder.Property(static batch => batch.RegistrationIds).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static batch => batch.Skipped).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static batch => batch.PublicUrl).HasMaxLength(500);
        builder.Property(static batch => batch.RequestedByName).HasMaxLength(200);
        builder.HasIndex(static batch => batch.State).HasFilter("state = 'running'").HasDatabaseName("ix_certificate_batches_running");
        builder.HasIndex(static batch => batch.CourseId).HasDatabaseName("ix_certificate_batches_course");
        builder.HasOne<Course>().WithMany().HasForeignKey(static batch => batch.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateTemplateConfiguration : IEntityTypeConfiguration<CertificateTemplate>
{
    public void Configure(EntityTypeBuilder<CertificateTemplate> builder)
    {
        builder.ToTable("certificate_templates", static table => table.HasCheckConstraint("ck_certificate_templates_version", "version > 0"));
        builder.Property(static template => template.Content).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static template => template.CreatedByName).HasMaxLength(200);
        builder.HasIndex(static template => new { template.Province, template.Version }).IsUnique().HasDatabaseName("ux__certificate_template__version_taken");
    }
}
