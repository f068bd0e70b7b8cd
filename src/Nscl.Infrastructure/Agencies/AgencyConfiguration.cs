using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.AdminUnits;
using Nscl.Domain.Agencies;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Agencies;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.HasKey(static agency => agency.Id);
        builder.Property(static agency => agency.Id).ValueGeneratedNever();
        builder.Property(static agency => agency.ProvinceCode).HasMaxLength(Province.CodeMaxLength);
        builder.Property(static agency => agency.Code).HasMaxLength(Agency.CodeMaxLength);
        builder.Property(static agency => agency.NameVi).HasMaxLength(Agency.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static agency => agency.NameEn).HasMaxLength(Agency.NameMaxLength);
        builder.Property(static agency => agency.ShortName).HasMaxLength(Agency.ShortNameMaxLength);
        builder.Property(static agency => agency.ParentCode).HasMaxLength(Agency.CodeMaxLength);
        builder.Property(static agency => agency.Successors).HasField("_successors").IsJson();
        builder.Property(static agency => agency.Aliases).HasField("_aliases").IsJson();
        builder.Ignore(static agency => agency.Validity);
        // A national body has no province, and its code is unique all the same.
        builder.HasIndex(static agency => new { agency.ProvinceCode, agency.Code }).IsUnique().AreNullsDistinct(false);
    }
}
