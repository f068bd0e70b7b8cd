using Nscl.Domain.Calendar;
using Nscl.Domain.Programs;

namespace Nscl.Domain.Enrollments;

/// <summary>The statutory clock of one step of a dossier, with every stop and its cause.</summary>
public sealed class EnrollmentClock
{
    internal EnrollmentClock(ClockStep step, DateOnly on)
    {
        Id = Guid.CreateVersion7();
        Step = step.Code;
        Clock = StatutoryClock.Start(on, step.Days);
    }

    /// <summary>For the object mapper only.</summary>
    private EnrollmentClock() => Clock = null!;

    public Guid Id { get; private set; }

    public ClockStepCode Step { get; private set; }

    public StatutoryClock Clock { get; private set; }
}
