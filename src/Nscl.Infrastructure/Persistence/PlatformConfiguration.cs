using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Infrastructure.Calendar;
using Nscl.Infrastructure.Identity;

namespace Nscl.Infrastructure.Persistence;

/// <summary>The last number given in a gapless series of one province and year.</summary>
internal sealed class NumberSeries
{
    public required string Province { get; init; }

    public required string Series { get; init; }

    public int Year { get; init; }

    public int LastNumber { get; set; }
}

/// <summary>A request that was carried out, and what it was answered: written in the transaction of the change itself (A39).</summary>
public sealed class IdempotencyRecord
{
    public required string Province { get; init; }

    /// <summary>Who asked, where: keys of two callers never meet (A38).</summary>
    public required string Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the request: the same key with another body is refused.</summary>
    public required byte[] RequestHash { get; init; }

    public int Status { get; init; }

    public required string Headers { get; init; }

    public required byte[] Body { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PlatformConfiguration :
    IEntityTypeConfiguration<NumberSeries>,
    IEntityTypeConfiguration<IdempotencyRecord>,
    IEntityTypeConfiguration<RolePermission>,
    IEntityTypeConfiguration<UserSession>,
    IEntityTypeConfiguration<NsclUser>,
    IEntityTypeConfiguration<BusinessClockSetting>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("number_series", static table => table.HasCheckConstraint("ck_number_series_last_number", "last_number > 0"));
        builder.HasKey(static series => new { series.Province, series.Series, series.Year });
        builder.Property(static series => series.Province).HasMaxLength(32);
        builder.Property(static series => series.Series).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_records");
        builder.HasKey(static record => new { record.Province, record.Scope, record.Key });
        builder.Property(static record => record.Province).HasMaxLength(32);
        builder.Property(static record => record.Scope).HasMaxLength(300);
        builder.Property(static record => record.Key).HasMaxLength(255);
        builder.HasIndex(static record => record.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.ToTable("role_permissions");
        builder.HasKey(static grant => new { grant.RoleId, grant.Permission });
        builder.Property(static grant => grant.Permission).HasMaxLength(100);
        builder.HasOne<NsclRole>().WithMany().HasForeignKey(static grant => grant.RoleId);
    }

    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("user_sessions");
        builder.HasKey(static session => session.Id);
        builder.Property(static session => session.Id).ValueGeneratedNever();
        builder.Property(static session => session.Province).HasMaxLength(32);
        builder.HasIndex(static session => session.UserId);
        builder.HasIndex(static session => session.StartedAt);
        builder.HasOne<NsclUser>().WithMany().HasForeignKey(static session => session.UserId);
    }

    public void Configure(EntityTypeBuilder<NsclUser> builder)
    {
        builder.Property(static user => user.FullName).HasMaxLength(200);
        builder.Property(static user => user.Province).HasMaxLength(32);
        builder.PrimitiveCollection(static user => user.SectorCodes);
        builder.PrimitiveCollection(static user => user.DistrictCodes);
    }

    public void Configure(EntityTypeBuilder<BusinessClockSetting> builder)
    {
        builder.ToTable("business_clock");
        builder.HasKey(static setting => setting.Id);
        builder.Property(static setting => setting.Id).ValueGeneratedNever();
    }
}
