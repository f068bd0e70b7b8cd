using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class CourseEvaluationConfiguration : IEntityTypeConfiguration<CourseEvaluation>
{
    public void Configure(EntityTypeBuilder<CourseEvaluation> builder)
    {
        builder.ToTable("course_evaluations", static table => table.HasCheckConstraint("ck_course_evaluations_on_paper", "on_paper >= 0"));
        builder.Property(static evaluation => evaluation.Form).IsJson().Metadata.SetMaxLength(null);
        // Keys to a door: they stay out of the trail.
        builder.Property(static evaluation => evaluation.Token).HasMaxLength(PublicCodes.SecretLength).IsPersonalData();
        builder.Property(static evaluation => evaluation.Code).HasMaxLength(PublicCodes.ShortLength).IsPersonalData();
        // What people wrote stands in it.
        builder.Property(static evaluation => evaluation.Shown).IsPersonalData().IsJson().Metadata.SetMaxLength(null);
        builder.Property(static evaluation => evaluation.OpenedByName).HasMaxLength(200);
        builder.HasIndex(static evaluation => evaluation.CourseId).IsUnique().HasDatabaseName("ux__evaluation__opened_already");
        builder.HasIndex(static evaluation => evaluation.Token).IsUnique().HasDatabaseName("ux__evaluation__token_taken");
        builder.HasIndex(static evaluation => evaluation.Code).IsUnique().HasDatabaseName("ux__evaluation__code_taken");
        builder.HasOne<Course>().WithMany().HasForeignKey(static evaluation => evaluation.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvaluationBoxConfiguration : IEntityTypeConfiguration<EvaluationBox>
{
    public void Configure(EntityTypeBuilder<EvaluationBox> builder)
    {
        builder.ToTable("evaluation_boxes");
        builder.HasKey(static box => box.EvaluationId);
        builder.Property(static box => box.EvaluationId).ValueGeneratedNever();
        builder.Property(static box => box.Answers).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static box => box.Papers).IsJson().Metadata.SetMaxLength(null);
        builder.Ignore(static box => box.OnPaper);
        builder.HasOne<CourseEvaluation>().WithOne().HasForeignKey<EvaluationBox>(static box => box.EvaluationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvaluationMarkerConfiguration : IEntityTypeConfiguration<EvaluationMarker>
{
    public void Configure(EntityTypeBuilder<EvaluationMarker> builder)
    {
        builder.ToTable("evaluation_markers");
        // What the lock of the evaluation sees to, held once more by the table itself.
        builder.HasKey(static marker => new { marker.EvaluationId, marker.RegistrationId }).HasName("ux__evaluation__already_answered");
        builder.HasOne<CourseEvaluation>().WithMany().HasForeignKey(static marker => marker.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CourseRegistration>().WithMany().HasForeignKey(static marker => marker.RegistrationId).OnDelete(DeleteBehavior.Restrict);
    }
}
