using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Standards;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Standards;

internal sealed class StandardConfiguration : IEntityTypeConfiguration<Standard>, IEntityTypeConfiguration<ManagementSystem>
{
    /// <summary>Column that search reads: number and both names, folded as <c>SearchText.Fold</c> folds.</summary>
    internal const string SearchKey = Application.Standards.StandardColumns.SearchKey;

    public void Configure(EntityTypeBuilder<Standard> builder)
    {
        builder.ToTable("standards");
        builder.HasKey(static standard => standard.Id);
        builder.Property(static standard => standard.Id).ValueGeneratedNever();
        builder.Property(static standard => standard.Code).HasMaxLength(Standard.CodeMaxLength);
        builder.Property(static standard => standard.Number).HasMaxLength(Standard.NumberMaxLength);
        builder.Property(static standard => standard.NameVi).HasMaxLength(Standard.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static standard => standard.NameEn).HasMaxLength(Standard.NameMaxLength);
        builder.Property(static standard => standard.LevelCode).HasMaxLength(Standard.CodeMaxLength);
        builder.Property(static standard => standard.Issuer).HasMaxLength(Standard.IssuerMaxLength);
        builder.Property(static standard => standard.PublishedBy).HasMaxLength(Standard.PublishedByMaxLength);
        builder.Property(static standard => standard.ReplacedByCode).HasMaxLength(Standard.CodeMaxLength);
        builder.Property(static standard => standard.Equivalents).HasField("_equivalents").IsJson();
        builder.Property(static standard => standard.Related).HasField("_related").IsJson();
        builder.Property(static standard => standard.Links).HasField("_links").IsJson();
        builder.Property<string>(SearchKey).HasMaxLength(1000).HasComputedColumnSql("f_search_key(number || ' ' || name_vi || ' ' || name_en)", stored: true);
        builder.HasIndex(static standard => standard.Code).IsUnique();
        builder.HasIndex(static standard => new { standard.Number, standard.Id });
        builder.HasIndex(SearchKey).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_standards_search_key");
    }

    public void Configure(EntityTypeBuilder<ManagementSystem> builder)
    {
        builder.ToTable("management_systems");
        builder.HasKey(static system => system.Id);
        builder.Property(static system => system.Id).ValueGeneratedNever();
        builder.Property(static system => system.Code).HasMaxLength(ManagementSystem.CodeMaxLength);
        builder.Property(static system => system.NameVi).HasMaxLength(ManagementSystem.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static system => system.NameEn).HasMaxLength(ManagementSystem.NameMaxLength);
        builder.Property(static system => system.Tiers).HasField("_tiers").IsJson();
        builder.Property(static system => system.StandardNumbers).HasField("_standardNumbers").IsJson();
        builder.Property(static system => system.SupportCategories).HasField("_supportCategories").IsJson();
        builder.Property(static system => system.Aliases).HasField("_aliases").IsJson();
        builder.HasIndex(static system => system.Code).IsUnique();
    }
}
