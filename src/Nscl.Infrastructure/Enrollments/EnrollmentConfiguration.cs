using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Application.Enrollments;
using Nscl.Domain.Common;
using Nscl.Domain.Enrollments;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Files;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Domain.Subsidies;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Enrollments;

internal sealed class EnrollmentConfiguration : IEntityTypeConfiguration<Enrollment>
{
    /// <summary>Columns of a line that repeat its dossier's, so that one index can hold "no two open dossiers for one unit".</summary>
    private const string LineEnterprise = "EnterpriseId";
    private const string LineProgram = "ProgramId";
    private const string LineIsOpen = "IsOpen";

    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("enrollments");
        builder.Ignore(static enrollment => enrollment.IsOpen).Ignore(static enrollment => enrollment.OpenSupplement);
        builder.Property(static enrollment => enrollment.Code).HasMaxLength(Enrollment.CodeMaxLength);
        builder.Property(static enrollment => enrollment.ProgramCode).HasMaxLength(32);
        builder.Property(static enrollment => enrollment.Statement).HasMaxLength(Enrollment.StatementMaxLength);
        builder.Property(static enrollment => enrollment.CheckedByName).HasMaxLength(200);
        builder.Property(static enrollment => enrollment.Declarations).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static enrollment => enrollment.Supplements).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static enrollment => enrollment.CouncilConclusion).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static enrollment => enrollment.Decision).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static enrollment => enrollment.Timeline).HasField("_timeline").IsJson().Metadata.SetMaxLength(null);
        builder.OwnsMany(static enrollment => enrollment.Clocks, static clocks =>
        {
            clocks.ToJson();
            clocks.OwnsOne(static clock => clock.Clock, static statutory =>
            {
                statutory.Ignore(static clock => clock.State);
                statutory.OwnsMany(static clock => clock.Stops);
            });
        });
        ConfigureLines(builder);
        ConfigureDocuments(builder);

        // What lists show, filter and sort by.
        builder.Property<DateTimeOffset>(EnrollmentColumns.ListedAt).HasComputedColumnSql("coalesce(submitted_at, created_at)", stored: true);
        builder.Property<bool>(EnrollmentColumns.DecisionPublished).HasComputedColumnSql("coalesce(decision ->> 'publishedAt', '') <> ''", stored: true);
        builder.Property<EnrollmentStatus>(EnrollmentColumns.ApplicantStatus)
            .HasComputedColumnSql("CASE WHEN decision IS NOT NULL AND decision ->> 'publishedAt' IS NULL THEN decision ->> 'from' ELSE status END", stored: true);
        // Made of its parts: a plain cast from text depends on settings of the session, which a stored column must not.
        builder.Property<DateOnly?>(EnrollmentColumns.SupplementDeadline).HasComputedColumnSql(
            """
            CASE WHEN status = 'supplementRequired' THEN make_date(
              split_part(supplements -> -1 ->> 'deadline', '-', 1)::int,
              split_part(supplements -> -1 ->> 'deadline', '-', 2)::int,
              split_part(supplements -> -1 ->> 'deadline', '-', 3)::int) END
            """,
            stored: true);
        builder.Property<long>(EnrollmentColumns.RequestedTotal);
        builder.Property<long?>(EnrollmentColumns.GrantedTotal);
        builder.HasIndex(static enrollment => enrollment.Code).IsUnique().HasDatabaseName("ux__enrollment__code_taken");
        builder.HasIndex(nameof(Enrollment.Province), EnrollmentColumns.ListedAt, nameof(Enrollment.Id)).HasDatabaseName("ix_enrollments_listed");
        builder.HasIndex(nameof(Enrollment.Province), nameof(Enrollment.Status), EnrollmentColumns.ListedAt, nameof(Enrollment.Id)).HasDatabaseName("ix_enrollments_status");
        // With the province, so that "has a dossier in this state" is answered by the index alone, row-level security included.
        builder.HasIndex(nameof(Enrollment.EnterpriseId), nameof(Enrollment.Status), nameof(Enrollment.Province)).HasDatabaseName("ix_enrollments_enterprise");
        builder.HasIndex(EnrollmentColumns.SupplementDeadline).HasFilter("supplement_deadline IS NOT NULL").HasDatabaseName("ix_enrollments_supplement_deadline");
        builder.HasIndex(nameof(Enrollment.ProgramId), nameof(Enrollment.Status), EnrollmentColumns.ListedAt, nameof(Enrollment.Id)).HasDatabaseName("ix_enrollments_program");
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static enrollment => enrollment.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static enrollment => enrollment.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(static enrollment => enrollment.PolicyVersionId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>
    /// Called before every save of a dossier: its lines repeat whose they are and whether they compete for their unit, and the dossier
    /// repeats the sums that lists show.
    /// </summary>
    public static void Stamp(EntityEntry dossier)
    {
        var enrollment = (Enrollment)dossier.Entity;
        Set(dossier, EnrollmentColumns.RequestedTotal, Money.Sum(enrollment.SupportLines.Select(static line => line.EligibleCost)).Dong);
        var final = dossier.Context.ChangeTracker.Entries<SubsidyCalculation>()
            .FirstOrDefault(entry => entry.State == EntityState.Added && entry.Entity.EnrollmentId == enrollment.Id && entry.Entity.Kind == CalculationKind.Final);
        if (final is not null)
        {
            Set(dossier, EnrollmentColumns.GrantedTotal, final.Entity.Total?.Dong);
        }

        foreach (var line in enrollment.SupportLines)
        {
            var entry = dossier.Context.Entry(line);
            Set(entry, LineEnterprise, enrollment.EnterpriseId);
            Set(entry, LineProgram, enrollment.ProgramId);
            Set(entry, LineIsOpen, enrollment.IsOpen);
        }
    }

    private static void Set<TValue>(EntityEntry entry, string property, TValue value)
    {
        var column = entry.Property(property);
        if (!Equals(column.CurrentValue, value))
        {
            column.CurrentValue = value;
        }
    }

    private static void ConfigureLines(EntityTypeBuilder<Enrollment> builder) =>
        builder.OwnsMany(static enrollment => enrollment.SupportLines, static lines =>
        {
            lines.ToTable("enrollment_support_lines");
            lines.WithOwner().HasForeignKey("EnrollmentId");
            lines.HasKey(static line => line.Id);
            lines.Property(static line => line.Id).ValueGeneratedNever();
            lines.Property(static line => line.ItemCode).HasMaxLength(SupportLine.ItemCodeMaxLength);
            lines.Property(static line => line.UnitKey).HasMaxLength(SupportLine.UnitKeyMaxLength);
            lines.Property(static line => line.UnitName).HasMaxLength(SupportLine.UnitNameMaxLength);
            lines.Property(static line => line.Sources).IsJson().Metadata.SetMaxLength(null);
            lines.Property<Guid>(LineEnterprise);
            lines.Property<Guid>(LineProgram);
            lines.Property<bool>(LineIsOpen);
            lines.HasIndex(LineEnterprise, LineProgram, nameof(SupportLine.ItemCode), nameof(SupportLine.UnitKey))
                .IsUnique().HasFilter("is_open").HasDatabaseName("ux__enrollment__unit_in_open_dossier");
        });

    private static void ConfigureDocuments(EntityTypeBuilder<Enrollment> builder) =>
        builder.OwnsMany(static enrollment => enrollment.Documents, static documents =>
        {
            documents.ToTable("enrollment_documents");
            documents.WithOwner().HasForeignKey("EnrollmentId");
            documents.HasKey(static document => document.Id);
            documents.Property(static document => document.Id).ValueGeneratedNever();
            documents.Property(static document => document.Kind).HasMaxLength(EnrollmentDocument.KindLength);
            documents.Property(static document => document.FileName).HasMaxLength(EnrollmentDocument.FileNameMaxLength);
            documents.Property(static document => document.UploadedByName).HasMaxLength(200);
            documents.HasOne<StoredFile>().WithMany().HasForeignKey(static document => document.StoredFileId).OnDelete(DeleteBehavior.Restrict);
        });
}
