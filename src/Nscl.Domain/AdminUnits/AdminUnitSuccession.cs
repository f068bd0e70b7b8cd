namespace Nscl.Domain.AdminUnits;

public enum AdminUnitSuccessionKind
{
    /// <summary>Several units into one.</summary>
    Merge,

    /// <summary>The same unit under a new name or code.</summary>
    Rename,

    /// <summary>One unit into several.</summary>
    Split,

    /// <summary>An unchanged unit under another parent.</summary>
    Transfer,
}

/// <summary>Which units continue which from a day on. Reference data.</summary>
public sealed class AdminUnitSuccession
{
    private List<string> _from = [];
    private List<string> _to = [];

    /// <param name="from">Codes of the old units.</param>
    /// <param name="to">Codes of the new units.</param>
    /// <param name="on">First day of the new units.</param>
    /// <param name="legalBasis">Number of the act.</param>
    public AdminUnitSuccession(
        IReadOnlyList<string> from,
        IReadOnlyList<string> to,
        AdminUnitSuccessionKind kind,
        DateOnly on,
        string legalBasis)
    {
        (Id, On) = (Guid.CreateVersion7(), on);
        Redefine(from, to, kind, legalBasis);
    }

    private AdminUnitSuccession()
    {
    }

    public Guid Id { get; private set; }

    public IReadOnlyList<string> From => _from;

    public IReadOnlyList<string> To => _to;

    public AdminUnitSuccessionKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string LegalBasis { get; private set; } = string.Empty;

    public void Redefine(IReadOnlyList<string> from, IReadOnlyList<string> to, AdminUnitSuccessionKind kind, string legalBasis)
    {
        if (from.Count == 0 || to.Count == 0)
        {
            throw AdminUnitRules.SuccessionIncomplete();
        }

        (_from, _to, Kind, LegalBasis) = ([.. from], [.. to], kind, legalBasis);
    }
}
