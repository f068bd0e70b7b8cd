using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.ReferenceData;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.ReferenceData;

internal sealed class ReferenceItemConfiguration : IEntityTypeConfiguration<ReferenceItem>
{
    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.ToTable("reference_items");
        builder.HasKey(static item => item.Id);
        builder.Property(static item => item.Id).ValueGeneratedNever();
        builder.Property(static item => item.List).HasMaxLength(ReferenceItem.ListMaxLength);
        builder.Property(static item => item.ProvinceCode).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static item => item.Code).HasMaxLength(ReferenceItem.CodeMaxLength);
        builder.Property(static item => item.NameVi).HasMaxLength(ReferenceItem.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static item => item.NameEn).HasMaxLength(ReferenceItem.NameMaxLength);
        builder.Property(static item => item.Content).IsJsonText();
        builder.Property(static item => item.Source).IsJsonText();
        builder.HasIndex(static item => new { item.List, item.ProvinceCode, item.Code }).IsUnique().AreNullsDistinct(false);
    }
}
