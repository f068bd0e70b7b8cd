using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Enterprises;
using Nscl.Domain.Policies;
using Nscl.Domain.Subsidies;

namespace Nscl.Infrastructure.Subsidies;

internal sealed class SubsidyConfiguration :
    IEntityTypeConfiguration<SubsidyCalculation>,
    IEntityTypeConfiguration<SubsidyHolding>,
    IEntityTypeConfiguration<SubsidyUnitBalance>
{
    public void Configure(EntityTypeBuilder<SubsidyCalculation> builder)
    {
        builder.ToTable("subsidy_calculations");
        // Canonical texts are hashed byte for byte: jsonb would rewrite them.
        builder.Property(static calculation => calculation.Facts).HasColumnType("text").Metadata.SetMaxLength(null);
        builder.Property(static calculation => calculation.PolicyVersion).HasColumnType("text").Metadata.SetMaxLength(null);
        builder.Property(static calculation => calculation.Result).HasColumnType("text").Metadata.SetMaxLength(null);
        builder.Property(static calculation => calculation.Hash).HasMaxLength(64);
        builder.HasIndex(static calculation => new { calculation.EnrollmentId, calculation.Kind, calculation.CalculatedAt });
        builder.HasIndex(static calculation => calculation.PolicyVersionId);
        builder.HasOne<PolicyVersion>().WithMany().HasForeignKey(static calculation => calculation.PolicyVersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SubsidyHolding> builder)
    {
        builder.ToTable("subsidy_holdings", static table => table.HasCheckConstraint("ck__subsidy__holding_positive", "amount > 0"));
        builder.Property(static holding => holding.ItemCode).HasMaxLength(64);
        builder.Property(static holding => holding.UnitKey).HasMaxLength(200);
        builder.HasIndex(static holding => new { holding.EnterpriseId, holding.ProgramId });
        builder.HasIndex(static holding => new { holding.ProgramId, holding.Year });
        builder.HasIndex(static holding => new { holding.EnrollmentId, holding.ItemCode, holding.UnitKey }).IsUnique().HasDatabaseName("ux__subsidy__already_reserved");
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(static holding => holding.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SubsidyCalculation>().WithMany().HasForeignKey(static holding => holding.CalculationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SubsidyUnitBalance> builder)
    {
        builder.ToTable("subsidy_unit_balances", static table =>
        {
            table.HasCheckConstraint("ck__subsidy__cap_exceeded", "cap IS NULL OR held <= cap");
            table.HasCheckConstraint("ck__subsidy__balance_negative", "held >= 0");
        });
        builder.HasKey(static balance => new { balance.EnterpriseId, balance.ProgramId, balance.ItemCode, balance.UnitKey });
        builder.Property(static balance => balance.Province).HasMaxLength(32);
        builder.Property(static balance => balance.ItemCode).HasMaxLength(64);
        builder.Property(static balance => balance.UnitKey).HasMaxLength(200);
    }
}
