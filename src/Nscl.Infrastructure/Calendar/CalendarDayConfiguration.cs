using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nscl.Domain.Calendar;

namespace Nscl.Infrastructure.Calendar;

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(static day => day.Id);
        builder.Property(static day => day.Id).ValueGeneratedNever();
        builder.Property(static day => day.NameVi).HasMaxLength(CalendarDay.NameMaxLength);
        builder.Property(static day => day.NameEn).HasMaxLength(CalendarDay.NameMaxLength);
        builder.HasIndex(static day => day.Date).IsUnique();
    }
}
