namespace Nscl.Domain.AdminUnits;

/// <summary>From which day a province is continued by another (02 provinces into one by 202/2025/QH15, for example). Reference data.</summary>
public sealed class ProvinceSuccession
{
    /// <param name="predecessor">Code of the province that ends.</param>
    /// <param name="successor">Code of the province that continues it.</param>
    /// <param name="on">First day on which the successor acts.</param>
    /// <param name="legalBasis">Number of the act.</param>
    public ProvinceSuccession(string predecessor, string successor, DateOnly on, string legalBasis)
    {
        (Id, Predecessor) = (Guid.CreateVersion7(), predecessor);
        Redefine(successor, on, legalBasis);
    }

    private ProvinceSuccession()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Unique: a province has one heir.</summary>
    public string Predecessor { get; private set; } = string.Empty;

    public string Successor { get; private set; } = string.Empty;

    public DateOnly On { get; private set; }

    public string LegalBasis { get; private set; } = string.Empty;

    public void Redefine(string successor, DateOnly on, string legalBasis)
    {
        if (successor == Predecessor)
        {
            throw ProvinceRules.CannotSucceedItself(Predecessor);
        }

        (Successor, On, LegalBasis) = (successor, on, legalBasis);
    }

    public bool IsEffectiveOn(DateOnly date) => date >= On;
}
