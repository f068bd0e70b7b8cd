using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Packs;

namespace Nscl.Infrastructure.Packs;

internal sealed class PackConfiguration : IEntityTypeConfiguration<InstalledPack>, IEntityTypeConfiguration<PackEntry>
{
    public void Configure(EntityTypeBuilder<InstalledPack> builder)
    {
        builder.ToTable("packs");
        builder.HasKey(static pack => pack.Id);
        builder.Property(static pack => pack.Id).ValueGeneratedNever();
        builder.Property(static pack => pack.Key).HasMaxLength(InstalledPack.KeyMaxLength);
        builder.Property(static pack => pack.OwnerProvince).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static pack => pack.Title).HasMaxLength(InstalledPack.TitleMaxLength);
        builder.Property(static pack => pack.TitleEn).HasMaxLength(InstalledPack.TitleMaxLength);
        // json, not jsonb: the hash is over these very bytes, and jsonb would put them in another order.
        builder.Property(static pack => pack.Content).HasColumnType("json").Metadata.SetMaxLength(null);
        builder.Property(static pack => pack.Sha256).HasMaxLength(64).IsFixedLength();
        builder.Property(static pack => pack.ImportedByName).HasMaxLength(200);
        builder.HasIndex(static pack => pack.Key).IsUnique().HasDatabaseName("ux__pack__key_taken");
    }

    public void Configure(EntityTypeBuilder<PackEntry> builder)
    {
        builder.ToTable("pack_entries");
        builder.HasKey(static entry => new { entry.List, entry.Key });
        builder.Property(static entry => entry.List).HasMaxLength(PackEntry.ListMaxLength);
        builder.Property(static entry => entry.Key).HasMaxLength(PackEntry.KeyMaxLength);
        builder.Property(static entry => entry.PackKey).HasMaxLength(InstalledPack.KeyMaxLength);
        builder.HasIndex(static entry => entry.PackKey);
    }
}
