using Nscl.Domain.Common;

namespace Nscl.Domain.Calendar;

/// <summary>
/// One day on which the working-day calendar departs from Monday to Friday. Reference data of the whole country, keyed by
/// its date; comes in by packs.
/// </summary>
public sealed class CalendarDay
{
    public const int NameMaxLength = 300;

    public CalendarDay(DateOnly date, CalendarDayKind kind, string nameVi, string nameEn)
    {
        (Id, Date) = (Guid.CreateVersion7(), date);
        Redefine(kind, nameVi, nameEn);
    }

    private CalendarDay()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Unique.</summary>
    public DateOnly Date { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    public string NameVi { get; private set; } = string.Empty;

    public string NameEn { get; private set; } = string.Empty;

    public void Redefine(CalendarDayKind kind, string nameVi, string nameEn) =>
        (Kind, NameVi, NameEn) = (kind, SearchText.Tidy(nameVi), SearchText.Tidy(nameEn));
}
