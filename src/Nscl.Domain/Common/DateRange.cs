namespace Nscl.Domain.Common;

/// <summary>A period of business dates, both ends included; an open end never closes.</summary>
public readonly record struct DateRange
{
    public DateRange(DateOnly from, DateOnly? to = null)
    {
        if (to < from)
        {
            throw new RuleViolationException("period.endsBeforeStart", "A period cannot end before it starts.");
        }

        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly? To { get; }

    public bool Contains(DateOnly date) => date >= From && (To is null || date <= To);

    public bool Overlaps(DateRange other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);
}
