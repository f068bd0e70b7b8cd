using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Training;
using Nscl.Infrastructure.Identity;
using Nscl.Infrastructure.Persistence;

namespace Nscl.Infrastructure.Training;

internal sealed class CalendarSubscriptionConfiguration : IEntityTypeConfiguration<CalendarSubscription>
{
    public void Configure(EntityTypeBuilder<CalendarSubscription> builder)
    {
        builder.ToTable("calendar_subscriptions");
        // A key to a door: it stays out of the trail.
        builder.Property(static subscription => subscription.SecretHash).HasMaxLength(CalendarSubscription.SecretHashLength).IsPersonalData();
        builder.HasIndex(static subscription => subscription.UserId).IsUnique().HasDatabaseName("ux_calendar_subscriptions_user");
        builder.HasIndex(static subscription => subscription.SecretHash).IsUnique().HasDatabaseName("ux_calendar_subscriptions_secret_hash");
        builder.HasOne<NsclUser>().WithMany().HasForeignKey(static subscription => subscription.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
