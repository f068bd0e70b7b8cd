using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Application.Training;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Programs;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");
        builder.ToTable(static table => table.HasCheckConstraint("ck_courses_attendance_minimum", "attendance_minimum BETWEEN 1 AND 10000"));
        builder.Ignore(static course => course.AttendanceMinimumInForce);
        builder.Ignore(static course => course.FillsSeats).Ignore(static course => course.NoticeText).Ignore(static course => course.NoticeVersion);
        builder.Property(static course => course.Code).HasMaxLength(Course.CodeMaxLength);
        builder.Property(static course => course.Title).HasMaxLength(Course.TitleMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static course => course.Description).HasMaxLength(Course.DescriptionMaxLength);
        builder.Property(static course => course.Topics).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static course => course.Standards).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static course => course.CoOrganizers).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static course => course.Audience).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static course => course.Notices).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static course => course.Provider).HasMaxLength(Course.NameMaxLength);
        builder.Property(static course => course.Venue).HasMaxLength(Course.NameMaxLength);
        builder.Property(static course => course.DistrictCode).HasMaxLength(Course.DistrictCodeMaxLength);
        builder.Property(static course => course.Link).HasMaxLength(Course.LinkMaxLength);
        builder.Property(static course => course.CancellationReason).HasMaxLength(Course.ReasonMaxLength);
        builder.Property(static course => course.CreatedByName).HasMaxLength(200);
        builder.OwnsMany(static course => course.Sessions, static sessions =>
        {
            sessions.ToTable("course_sessions");
            sessions.WithOwner().HasForeignKey("CourseId");
            sessions.HasKey(static session => session.Id);
            sessions.Property(static session => session.Id).ValueGeneratedNever();
            sessions.Property(static session => session.Title).HasMaxLength(CourseSession.TitleMaxLength);
            sessions.Property(static session => session.Room).HasMaxLength(CourseSession.RoomMaxLength);
            sessions.Property(static session => session.Link).HasMaxLength(Course.LinkMaxLength);
            sessions.Property(static session => session.Trainer).HasMaxLength(CourseSession.TrainerMaxLength);
        });
        // Without marks, with the code: what people type into the search field (SearchText.Fold says the same in C#).
        builder.Property<string>(CourseColumns.SearchKey).HasMaxLength(500).HasComputedColumnSql("f_search_key(title || ' ' || code)", stored: true);
        builder.HasIndex(static course => new { course.Province, course.Code }).IsUnique().HasDatabaseName("ux__course__code_taken");
        builder.HasIndex(static course => new { course.Province, course.Status, course.StartsOn, course.Id }).HasDatabaseName("ix_courses_status");
        builder.HasIndex(static course => new { course.Province, course.StartsOn, course.Id }).HasDatabaseName("ix_courses_starts_on");
        // Calendars ask for what is not over on a day: the few late courses, however many there were.
        builder.HasIndex(static course => new { course.Province, course.EndsOn }).HasDatabaseName("ix_courses_ends_on");
        builder.HasIndex(static course => course.ProgramId).HasDatabaseName("ix_courses_program");
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static course => course.ProgramId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseRegistrationConfiguration : IEntityTypeConfiguration<CourseRegistration>
{
    public void Configure(EntityTypeBuilder<CourseRegistration> builder)
    {
        builder.ToTable("course_registrations", static table =>
            table.HasCheckConstraint("ck_course_registrations_seat_number", "seat_number > 0 AND (seat_number IS NOT NULL) = (status IN ('registered', 'offered'))"));
        builder.Property(static registration => registration.FullName).HasMaxLength(CourseRegistration.FullNameMaxLength).UseCollation(NsclDbContext.VietnameseCollation).IsPersonalData();
        builder.Property(static registration => registration.OrganizationName).HasMaxLength(CourseRegistration.OrganizationNameMaxLength);
        builder.Property(static registration => registration.DistrictCode).HasMaxLength(Course.DistrictCodeMaxLength);
        builder.Property(static registration => registration.Phone).HasMaxLength(CourseRegistration.PhoneMaxLength).IsPersonalData();
        builder.Property(static registration => registration.Email).HasMaxLength(CourseRegistration.EmailMaxLength).IsPersonalData();
        builder.Property(static registration => registration.PhoneKey).HasMaxLength(CourseRegistration.PhoneMaxLength).IsPersonalData();
        builder.Property(static registration => registration.EmailKey).HasMaxLength(CourseRegistration.EmailMaxLength).IsPersonalData();
        builder.Property(static registration => registration.LinkHash).HasMaxLength(CourseRegistration.LinkHashLength).IsPersonalData();
        // Not personal, but a key to what is: it stays out of the trail.
        builder.Property(static registration => registration.PersonalCode).HasMaxLength(PublicCodes.ShortLength).IsPersonalData();
        builder.Property(static registration => registration.PersonKey).HasMaxLength(CourseRegistration.PersonKeyMaxLength).IsPersonalData();
        builder.Property(static registration => registration.OrganizationKey).HasMaxLength(CourseRegistration.OrganizationNameMaxLength);
        builder.Property(static registration => registration.RegisteredByName).HasMaxLength(200);
        builder.Property(static registration => registration.Reason).HasMaxLength(CourseRegistration.ReasonMaxLength);
        builder.Property<string>(CourseColumns.SearchKey).HasMaxLength(600)
            .HasComputedColumnSql("f_search_key(full_name || ' ' || coalesce(organization_name, ''))", stored: true);

        // What the lock of the course sees to, held once more by the table itself.
        builder.HasIndex(static registration => new { registration.CourseId, registration.SeatNumber })
            .IsUnique().HasFilter("seat_number IS NOT NULL").HasDatabaseName("ux__course_registration__seat_taken");
        builder.HasIndex(static registration => new { registration.CourseId, registration.PersonKey, registration.Homonym })
            .IsUnique().HasFilter("status IN ('awaitingApproval', 'registered', 'offered', 'waitlisted')").HasDatabaseName("ux__course_registration__duplicate_person");
        builder.HasIndex(static registration => new { registration.CourseId, registration.QueueNumber }).IsUnique().HasDatabaseName("ux__course_registration__queue_number_taken");
        // Drawn from 887 million: at 5,000 people one in 180,000 is told to send the registration again.
        builder.HasIndex(static registration => new { registration.CourseId, registration.PersonalCode }).IsUnique().HasDatabaseName("ux__course_registration__personal_code_taken");
        // With the province, so that counts are answered by the index alone, row-level security included.
        builder.HasIndex(static registration => new { registration.CourseId, registration.Status, registration.QueueNumber })
            .IncludeProperties(static registration => registration.Province).HasDatabaseName("ix_course_registrations_status");
        builder.HasIndex(static registration => new { registration.Province, registration.PersonKey }).HasDatabaseName("ix_course_registrations_person");
        builder.HasIndex(static registration => registration.LinkHash).IsUnique().HasFilter("link_hash IS NOT NULL").HasDatabaseName("ux_course_registrations_link_hash");
        builder.HasIndex(static registration => new { registration.CourseId, registration.PhoneKey }).HasFilter("phone_key IS NOT NULL").HasDatabaseName("ix_course_registrations_phone");
        builder.HasIndex(static registration => new { registration.CourseId, registration.EmailKey }).HasFilter("email_key IS NOT NULL").HasDatabaseName("ix_course_registrations_email");
        builder.HasIndex(static registration => registration.EnterpriseId).HasDatabaseName("ix_course_registrations_enterprise");
        builder.HasIndex(static registration => registration.ConfirmBy).HasFilter("confirm_by IS NOT NULL").HasDatabaseName("ix_course_registrations_confirm_by");
        builder.HasOne<Course>().WithMany().HasForeignKey(static registration => registration.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static registration => registration.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
