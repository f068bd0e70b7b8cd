using Nscl.Domain.Common;

namespace Nscl.Domain.Awards;

/// <summary>
/// An award that an organization won. It comes from a nomination, or was entered from the documents of a round before the system (S2.17): then it is not
/// known whom the province had nominated.
/// </summary>
public sealed class AwardWin : AggregateRoot
{
    private AwardWin(string province, Guid enterpriseId, string enterpriseName, int year, AwardLevel level)
        : base(province) => (EnterpriseId, EnterpriseName, Year, Level) = (enterpriseId, enterpriseName, year, level);

    /// <summary>For the object mapper only.</summary>
    private AwardWin() => EnterpriseName = string.Empty;

    public Guid EnterpriseId { get; private set; }

    public string EnterpriseName { get; private set; }

    /// <summary>Round of the award.</summary>
    public int Year { get; private set; }

    public AwardLevel Level { get; private set; }

    /// <summary>Null for a round before the system.</summary>
    public Guid? NominationId { get; private set; }

    /// <summary>Of a round before the system.</summary>
    public static AwardWin FromBefore(string province, Guid enterpriseId, string enterpriseName, int year, AwardLevel level) => new(province, enterpriseId, enterpriseName, year, level);
}
