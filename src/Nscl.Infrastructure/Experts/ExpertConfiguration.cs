using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Application.Experts;
using Nscl.Domain.Documents;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Experts;
using Nscl.Domain.Files;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Experts;

internal sealed class ExpertConfiguration : IEntityTypeConfiguration<Expert>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("experts", static table => table.HasCheckConstraint("ck_experts_appointment", "(appointment_number IS NULL) = (appointed_on IS NULL)"));
        builder.Property(static expert => expert.FullName).HasMaxLength(Expert.FullNameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static expert => expert.AgencyName).HasMaxLength(Expert.AgencyNameMaxLength);
        builder.Property(static expert => expert.Position).HasMaxLength(Expert.PositionMaxLength);
        builder.Property(static expert => expert.Phone).HasMaxLength(Expert.PhoneMaxLength).IsPersonalData();
        builder.Property(static expert => expert.Email).HasMaxLength(Expert.EmailMaxLength).IsPersonalData();
        builder.Property(static expert => expert.PersonKey).HasMaxLength(Expert.PersonKeyMaxLength);
        builder.Property(static expert => expert.AppointmentNumber).HasMaxLength(OfficialDocumentNumber.MaxLength);
        builder.Property(static expert => expert.UserName).HasMaxLength(256);
        builder.Property(static expert => expert.InactiveReason).HasMaxLength(Expert.ReasonMaxLength);
        builder.Property(static expert => expert.CreatedByName).HasMaxLength(200);
        builder.OwnsMany(static expert => expert.Qualifications, static qualifications =>
        {
            qualifications.ToTable("expert_qualifications");
            qualifications.WithOwner().HasForeignKey("ExpertId");
            qualifications.HasKey(static row => row.Id);
            qualifications.Property(static row => row.Id).ValueGeneratedNever();
            qualifications.Ignore(static row => row.IsProven);
            qualifications.Property(static row => row.Title).HasMaxLength(ExpertQualification.TitleMaxLength);
            qualifications.Property(static row => row.Place).HasMaxLength(ExpertQualification.PlaceMaxLength);
            qualifications.Property(static row => row.EvidenceFileName).HasMaxLength(ExpertQualification.FileNameMaxLength);
            qualifications.Property(static row => row.AddedByName).HasMaxLength(200);
            // One place on a course's list is one person's.
            qualifications.HasIndex(static row => row.RegistrationId).IsUnique().HasFilter("registration_id IS NOT NULL").HasDatabaseName("ux__expert__training_recorded");
            qualifications.HasIndex(static row => row.EndsOn).HasDatabaseName("ix_expert_qualifications_ends_on");
            qualifications.HasOne<Course>().WithMany().HasForeignKey(static row => row.CourseId).OnDelete(DeleteBehavior.Restrict);
            qualifications.HasOne<CourseRegistration>().WithMany().HasForeignKey(static row => row.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            qualifications.HasOne<StoredFile>().WithMany().HasForeignKey(static row => row.EvidenceFileId).OnDelete(DeleteBehavior.Restrict);
        });
        // Without marks: what people type into the search field (SearchText.Fold says the same in C#).
        builder.Property<string>(ExpertColumns.SearchKey).HasMaxLength(600).HasComputedColumnSql("f_search_key(full_name || ' ' || agency_name)", stored: true);
        builder.HasIndex(static expert => new { expert.Province, expert.FullName, expert.Id }).HasDatabaseName("ix_experts_full_name");
        builder.HasIndex(static expert => new { expert.Province, expert.CreatedAt, expert.Id }).HasDatabaseName("ix_experts_created_at");
        builder.HasIndex(static expert => new { expert.Province, expert.PersonKey }).HasDatabaseName("ix_experts_person");
        // An account is one person's.
        builder.HasIndex(static expert => expert.UserId).IsUnique().HasFilter("user_id IS NOT NULL").HasDatabaseName("ux__expert__account_taken");
        builder.HasOne<NsclUser>().WithMany().HasForeignKey(static expert => expert.UserId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_experts_users_user_id");
    }
}

internal sealed class ExpertAssignmentConfiguration : IEntityTypeConfiguration<ExpertAssignment>
{
    public void Configure(EntityTypeBuilder<ExpertAssignment> builder)
    {
        builder.ToTable("expert_assignments");
        builder.Property(static assignment => assignment.Purpose).HasMaxLength(ExpertAssignment.PurposeMaxLength);
        builder.Property(static assignment => assignment.Note).HasMaxLength(ExpertAssignment.NoteMaxLength);
        builder.Property(static assignment => assignment.ClosingNote).HasMaxLength(ExpertAssignment.NoteMaxLength);
        builder.Property(static assignment => assignment.ClosedByName).HasMaxLength(200);
        builder.Property(static assignment => assignment.AssignedByName).HasMaxLength(200);
        builder.HasIndex(static assignment => new { assignment.Province, assignment.StartsOn, assignment.Id }).HasDatabaseName("ix_expert_assignments_starts_on");
        builder.HasIndex(static assignment => new { assignment.ExpertId, assignment.StartsOn, assignment.Id }).HasDatabaseName("ix_expert_assignments_expert");
        builder.HasIndex(static assignment => new { assignment.EnterpriseId, assignment.StartsOn, assignment.Id }).HasDatabaseName("ix_expert_assignments_enterprise");
        builder.HasOne<Expert>().WithMany().HasForeignKey(static assignment => assignment.ExpertId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static assignment => assignment.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Whoever writes at the same time: two assignments of one expert to one enterprise share no day, unless one did not come about.</summary>
internal static class ExpertAssignmentConstraints
{
    public static Task ApplyAsync(DbContext owner, CancellationToken cancellationToken) => owner.Database.ExecuteSqlRawAsync(
        """
        DO $do$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'ex__expert_assignment__overlaps') THEN
            ALTER TABLE expert_assignments ADD CONSTRAINT ex__expert_assignment__overlaps
              EXCLUDE USING gist (expert_id WITH =, enterprise_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (status <> 'cancelled');
          END IF;
        END $do$;
        """,
        cancellationToken);
}
