using Nscl.Domain.Calendar;

namespace Nscl.Application.Calendar;

/// <summary>Working days with the holidays and make-up days that the packs carry.</summary>
public interface IWorkingDays
{
    ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken);
}
