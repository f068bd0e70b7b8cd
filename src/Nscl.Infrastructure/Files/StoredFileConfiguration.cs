using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Files;

namespace Nscl.Infrastructure.Files;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.Property(static file => file.Sha256).HasMaxLength(StoredFile.Sha256Length);
        builder.Property(static file => file.MediaType).HasMaxLength(StoredFile.MediaTypeMaxLength);
        builder.Property(static file => file.FileName).HasMaxLength(FileNames.MaxLength);
        builder.Property(static file => file.Kind).HasMaxLength(StoredFile.KindMaxLength);
        builder.HasIndex(static file => file.Sha256);
    }
}
