using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Audit;

namespace Nscl.Infrastructure.Audit;

/// <summary>An entry that no link of the chain covers yet; the sealer removes the row when it has laid the link.</summary>
internal sealed class UnsealedAuditEntry
{
    public Guid EntryId { get; init; }

    public required string Province { get; init; }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>, IEntityTypeConfiguration<UnsealedAuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(static entry => entry.Id);
        builder.Property(static entry => entry.Id).ValueGeneratedNever();
        builder.Property(static entry => entry.Province).HasMaxLength(32);
        builder.Property(static entry => entry.ActorName).HasMaxLength(200);
        builder.Property(static entry => entry.Action).HasMaxLength(100);
        builder.Property(static entry => entry.EntityType).HasMaxLength(100);
        builder.Property(static entry => entry.Changes).HasColumnType("text").Metadata.SetMaxLength(null);
        builder.Property(static entry => entry.TraceId).HasMaxLength(64);
        builder.HasIndex(static entry => new { entry.Province, entry.OccurredAt, entry.Id });
        builder.HasIndex(static entry => new { entry.EntityId, entry.OccurredAt, entry.Id });
        builder.HasIndex(static entry => new { entry.Province, entry.ActorId, entry.OccurredAt, entry.Id });
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("audit_seals");
        builder.HasKey(static seal => new { seal.Province, seal.Sequence });
        builder.Property(static seal => seal.Province).HasMaxLength(32);
        builder.HasIndex(static seal => seal.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnsealedAuditEntry> builder)
    {
        builder.ToTable("audit_unsealed");
        builder.HasKey(static unsealed => unsealed.EntryId);
        builder.Property(static unsealed => unsealed.EntryId).ValueGeneratedNever();
        builder.Property(static unsealed => unsealed.Province).HasMaxLength(32);
    }
}
