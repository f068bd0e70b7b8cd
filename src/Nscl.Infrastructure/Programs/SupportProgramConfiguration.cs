using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Programs;

internal sealed class SupportProgramConfiguration : IEntityTypeConfiguration<SupportProgram>
{
    public void Configure(EntityTypeBuilder<SupportProgram> builder)
    {
        builder.ToTable("support_programs");
        builder.Ignore(static program => program.Period).Ignore(static program => program.DocumentsRequiredAtSubmission);
        builder.Property(static program => program.Code).HasMaxLength(32);
        builder.Property(static program => program.Title).HasMaxLength(1000).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static program => program.ShortTitle).HasMaxLength(300);
        builder.Property(static program => program.TitleEn).HasMaxLength(1000);
        builder.Property(static program => program.Content).IsJson().Metadata.SetMaxLength(null);
        builder.HasIndex(static program => program.Code).IsUnique().HasDatabaseName("ux__program__code_taken");
        builder.HasIndex(static program => new { program.Province, program.PeriodFrom, program.Id });
    }
}
