using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Appraisals;
using Nscl.Domain.Documents;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Appraisals;

internal sealed class CouncilConfiguration : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.ToTable("councils");
        builder.Property(static council => council.Name).HasMaxLength(Council.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static council => council.DecisionNumber).HasMaxLength(OfficialDocumentNumber.MaxLength);
        builder.Property(static council => council.Quorum).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static council => council.Members).IsJson().Metadata.SetMaxLength(null);
        builder.PrimitiveCollection(static council => council.MemberUserIds);
        builder.HasIndex(static council => new { council.Province, council.DecisionDate, council.Id }).HasDatabaseName("ix_councils_decision_date");
    }
}

internal sealed class CouncilSessionConfiguration : IEntityTypeConfiguration<CouncilSession>
{
    public void Configure(EntityTypeBuilder<CouncilSession> builder)
    {
        builder.ToTable("council_sessions");
        builder.Property(static session => session.Place).HasMaxLength(CouncilSession.PlaceMaxLength);
        builder.Property(static session => session.Quorum).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static session => session.Members).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static session => session.Subjects).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static session => session.Attendance).IsJson().Metadata.SetMaxLength(null);
        builder.Property(static session => session.Declarations).IsJson().Metadata.SetMaxLength(null);
        builder.PrimitiveCollection(static session => session.MemberUserIds);
        builder.PrimitiveCollection(static session => session.SubjectIds);
        builder.HasIndex(static session => new { session.Province, session.HeldOn, session.Id }).HasDatabaseName("ix_council_sessions_held_on");
        builder.HasIndex(static session => session.SubjectIds).HasMethod("gin").HasDatabaseName("ix_council_sessions_subjects");
        builder.HasOne<Council>().WithMany().HasForeignKey(static session => session.CouncilId).OnDelete(DeleteBehavior.Restrict);
    }
}
