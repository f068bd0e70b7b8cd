using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Policies;
using Nscl.Domain.Programs;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Policies;

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("policy_versions");
        builder.Ignore(static version => version.Items).Ignore(static version => version.Rules).Ignore(static version => version.Effective);
        builder.Property(static version => version.ProgramCode).HasMaxLength(32);
        builder.Property(static version => version.Content).IsJson().Metadata.SetMaxLength(null);
        builder.HasIndex(static version => new { version.ProgramId, version.Version }).IsUnique().HasDatabaseName("ux__policy__version_exists");
        builder.HasOne<SupportProgram>().WithMany().HasForeignKey(static version => version.ProgramId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Versions of a program never overlap, whoever writes them at the same time: no two periods of one program share a day.</summary>
internal static class PolicyVersionConstraints
{
    public static Task ApplyAsync(DbContext owner, CancellationToken cancellationToken) => owner.Database.ExecuteSqlRawAsync(
        """
        DO $do$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'ex__policy__versions_overlap') THEN
            ALTER TABLE policy_versions ADD CONSTRAINT ex__policy__versions_overlap
              EXCLUDE USING gist (program_id WITH =, daterange(effective_from, effective_to, '[]') WITH &&);
          END IF;
        END $do$;
        """,
        cancellationToken);
}
