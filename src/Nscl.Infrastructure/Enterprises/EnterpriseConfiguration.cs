using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Enterprises;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Enterprises;

internal sealed class EnterpriseConfiguration : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> builder)
    {
        builder.ToTable("enterprises");
        builder.Property(static enterprise => enterprise.TaxCode).HasMaxLength(TaxCode.NormalizedMaxLength).IsPersonalData();
        builder.Property(static enterprise => enterprise.TaxCodeOverrideReason).HasMaxLength(TaxCode.OverrideReasonMaxLength);
        builder.Property(static enterprise => enterprise.Name).HasMaxLength(Enterprise.NameMaxLength).UseCollation(NsclDbContext.VietnameseCollation);
        builder.Property(static enterprise => enterprise.NameKey).HasMaxLength(Enterprise.NameMaxLength);
        builder.Property(static enterprise => enterprise.DistrictCode).HasMaxLength(Enterprise.DistrictCodeMaxLength);
        builder.Property(static enterprise => enterprise.SectorCode).HasMaxLength(Enterprise.SectorCodeMaxLength);
        builder.Property(static enterprise => enterprise.Address).HasMaxLength(Enterprise.AddressMaxLength);
        builder.Property(static enterprise => enterprise.LegalRepresentative).HasMaxLength(Enterprise.LegalRepresentativeMaxLength).IsPersonalData();
        builder.Property(static enterprise => enterprise.Phone).HasMaxLength(Enterprise.PhoneMaxLength).IsPersonalData();
        builder.Property(static enterprise => enterprise.Email).HasMaxLength(Enterprise.EmailMaxLength).IsPersonalData();
        builder.OwnsOne(static enterprise => enterprise.DeclaredFacts, static facts =>
        {
            facts.Property(static declared => declared.AnnualRevenue).HasColumnName("annual_revenue");
            facts.Property(static declared => declared.TotalCapital).HasColumnName("total_capital");
            facts.Property(static declared => declared.InsuredEmployees).HasColumnName("insured_employees");
            facts.Property(static declared => declared.Field).HasColumnName("declared_field");
            facts.Property(static declared => declared.Year).HasColumnName("declared_year");
        });
        builder.OwnsMany(static enterprise => enterprise.Products, static products =>
        {
            products.ToTable("enterprise_products");
            products.WithOwner().HasForeignKey("EnterpriseId");
            products.HasKey(static product => product.Id);
            products.Property(static product => product.Id).ValueGeneratedNever();
            products.Property(static product => product.Name).HasMaxLength(Product.NameMaxLength);
            products.Property(static product => product.SectorCode).HasMaxLength(Enterprise.SectorCodeMaxLength);
            products.Property(static product => product.Gtin).HasMaxLength(14);
            products.Property(static product => product.CriteriaEvidence).HasMaxLength(Product.CriteriaEvidenceMaxLength);
            products.Property(static product => product.Standards).HasField("_standards").IsJson();
        });
        builder.OwnsMany(static enterprise => enterprise.Sites, static sites =>
        {
            sites.ToTable("enterprise_sites");
            sites.WithOwner().HasForeignKey("EnterpriseId");
            sites.HasKey(static site => site.Id);
            sites.Property(static site => site.Id).ValueGeneratedNever();
            sites.Property(static site => site.Name).HasMaxLength(ProductionSite.NameMaxLength);
            sites.Property(static site => site.DistrictCode).HasMaxLength(Enterprise.DistrictCodeMaxLength);
            sites.Property(static site => site.Address).HasMaxLength(Enterprise.AddressMaxLength);
        });
        builder.OwnsMany(static enterprise => enterprise.Certificates, static certificates =>
        {
            certificates.ToTable("enterprise_certificates");
            certificates.WithOwner().HasForeignKey("EnterpriseId");
            certificates.HasKey(static certificate => certificate.Id);
            certificates.Property(static certificate => certificate.Id).ValueGeneratedNever();
            certificates.Property(static certificate => certificate.SystemCode).HasMaxLength(HeldCertificate.SystemCodeMaxLength);
            certificates.Property(static certificate => certificate.StandardNumber).HasMaxLength(HeldCertificate.StandardNumberMaxLength);
            certificates.Property(static certificate => certificate.Number).HasMaxLength(HeldCertificate.NumberMaxLength);
            certificates.Property(static certificate => certificate.Issuer).HasMaxLength(HeldCertificate.IssuerMaxLength);
            certificates.Property(static certificate => certificate.Scope).HasMaxLength(HeldCertificate.ScopeMaxLength);
        });
        // Sorting by revenue needs a value in every row; an enterprise that declared none comes last.
        builder.Property<long>("RevenueOrder").HasComputedColumnSql("coalesce(annual_revenue, -1)", stored: true);
        // Without marks, with the tax code: what people type into the search field (SearchText.Fold says the same in C#). A personal id
        // stays out: whoever may not see it must not find its holder by trying digits.
        builder.Property<string>("SearchKey").HasMaxLength(400)
            .HasComputedColumnSql("f_search_key(name || CASE tax_code_kind WHEN 'personalId' THEN '' ELSE ' ' || tax_code END)", stored: true);
        builder.HasIndex(static enterprise => new { enterprise.Province, enterprise.TaxCode }).IsUnique().HasDatabaseName("ux__enterprise__tax_code_taken");
        builder.HasIndex(static enterprise => new { enterprise.Province, enterprise.Name, enterprise.Id });
        builder.HasIndex(nameof(Enterprise.Province), nameof(Enterprise.SectorCode), "RevenueOrder", nameof(Enterprise.Id)).HasDatabaseName("ix_enterprises_sector_revenue");
        builder.HasIndex(static enterprise => new { enterprise.Province, enterprise.DistrictCode, enterprise.Id });
        builder.HasIndex("SearchKey").HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_enterprises_search_key");
        builder.HasIndex(static enterprise => enterprise.NameKey).HasMethod("gin").HasOperators("gin_trgm_ops").HasDatabaseName("ix_enterprises_name_key");
    }
}
