using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class CourseAttendanceConfiguration : IEntityTypeConfiguration<CourseAttendance>
{
    public void Configure(EntityTypeBuilder<CourseAttendance> builder)
    {
        builder.ToTable("course_attendances", static table =>
            table.HasCheckConstraint("ck_course_attendances_present_at", "(present_at IS NOT NULL) = is_present"));
        builder.Property(static attendance => attendance.RecordedByName).HasMaxLength(200);
        builder.HasIndex(static attendance => new { attendance.RegistrationId, attendance.SessionId }).IsUnique().HasDatabaseName("ux__attendance__recorded_already");
        builder.HasIndex(static attendance => attendance.CourseId)
            .IncludeProperties(static attendance => new { attendance.SessionId, attendance.RegistrationId, attendance.IsPresent, attendance.Province }).HasDatabaseName("ix_course_attendances_course");
        builder.HasOne<CourseRegistration>().WithMany().HasForeignKey(static attendance => attendance.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(static attendance => attendance.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseCheckInConfiguration : IEntityTypeConfiguration<CourseCheckIn>
{
    public void Configure(EntityTypeBuilder<CourseCheckIn> builder)
    {
        builder.ToTable("course_check_ins");
        // Keys to a door: they stay out of the trail.
        builder.Property(static checkIn => checkIn.Token).HasMaxLength(PublicCodes.SecretLength).IsPersonalData();
        builder.Property(static checkIn => checkIn.Code).HasMaxLength(PublicCodes.ShortLength).IsPersonalData();
        builder.Property(static checkIn => checkIn.OpenedByName).HasMaxLength(200);
        builder.HasIndex(static checkIn => checkIn.SessionId).IsUnique().HasDatabaseName("ux__check_in__opened_already");
        builder.HasIndex(static checkIn => checkIn.Token).IsUnique().HasDatabaseName("ux__check_in__token_taken");
        builder.HasIndex(static checkIn => checkIn.Code).IsUnique().HasFilter("closed_at IS NULL").HasDatabaseName("ux__check_in__code_taken");
        builder.HasOne<Course>().WithMany().HasForeignKey(static checkIn => checkIn.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}
