using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.AdminUnits;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.AdminUnits;

/// <summary>Public reference data of the whole country: no table here is a tenant's, so none has a column named <c>province</c>.</summary>
internal sealed class AdminUnitConfiguration :
    IEntityTypeConfiguration<Province>,
    IEntityTypeConfiguration<ProvinceSuccession>,
    IEntityTypeConfiguration<AdminUnit>,
    IEntityTypeConfiguration<AdminUnitSuccession>
{
    public void Configure(EntityTypeBuilder<Province> builder)
    {
        builder.ToTable("provinces");
        builder.HasKey(static province => province.Id);
        builder.Property(static province => province.Id).ValueGeneratedNever();
        builder.Property(static province => province.Code).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static province => province.NameVi).HasMaxLength(Province.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static province => province.NameEn).HasMaxLength(Province.NameMaxLength);
        builder.Property(static province => province.ShortName).HasMaxLength(Province.ShortNameMaxLength);
        builder.Property(static province => province.OfficialCodes).HasField("_officialCodes").IsJson();
        builder.HasIndex(static province => province.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProvinceSuccession> builder)
    {
        builder.ToTable("province_successions");
        builder.HasKey(static succession => succession.Id);
        builder.Property(static succession => succession.Id).ValueGeneratedNever();
        builder.Property(static succession => succession.Predecessor).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static succession => succession.Successor).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static succession => succession.LegalBasis).HasMaxLength(AdminUnit.LegalBasisMaxLength);
        builder.HasIndex(static succession => succession.Predecessor).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AdminUnit> builder)
    {
        builder.ToTable("admin_units");
        builder.HasKey(static unit => unit.Id);
        builder.Property(static unit => unit.Id).ValueGeneratedNever();
        builder.Property(static unit => unit.Code).HasMaxLength(AdminUnit.CodeMaxLength);
        builder.Property(static unit => unit.NameVi).HasMaxLength(AdminUnit.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static unit => unit.NameEn).HasMaxLength(AdminUnit.NameMaxLength);
        builder.Property(static unit => unit.ProvinceCode).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static unit => unit.ParentCode).HasMaxLength(AdminUnit.CodeMaxLength);
        builder.Property(static unit => unit.OfficialCode).HasMaxLength(AdminUnit.OfficialCodeMaxLength);
        builder.Property(static unit => unit.FormerParentCode).HasMaxLength(AdminUnit.CodeMaxLength);
        builder.Property(static unit => unit.LegalBasis).HasMaxLength(AdminUnit.LegalBasisMaxLength);
        builder.Property(static unit => unit.EndLegalBasis).HasMaxLength(AdminUnit.LegalBasisMaxLength);
        builder.Property(static unit => unit.Aliases).HasField("_aliases").IsJson();
        builder.Property(static unit => unit.FormerNames).HasField("_formerNames").IsJson();
        builder.Ignore(static unit => unit.Validity);
        builder.HasIndex(static unit => unit.Code).IsUnique();
        builder.HasIndex(static unit => new { unit.ProvinceCode, unit.Level });
    }

    public void Configure(EntityTypeBuilder<AdminUnitSuccession> builder)
    {
        builder.ToTable("admin_unit_successions");
        builder.HasKey(static succession => succession.Id);
        builder.Property(static succession => succession.Id).ValueGeneratedNever();
        builder.Property(static succession => succession.From).HasColumnName("from_codes").HasField("_from").IsJson();
        builder.Property(static succession => succession.To).HasColumnName("to_codes").HasField("_to").IsJson();
        builder.Property(static succession => succession.LegalBasis).HasMaxLength(AdminUnit.LegalBasisMaxLength);
        builder.HasIndex(static succession => succession.On);
    }
}
