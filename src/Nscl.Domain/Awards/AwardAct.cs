namespace Nscl.Domain.Awards;

/// <summary>On whose side somebody acts.</summary>
public enum AwardParty
{
    Enterprise,

    /// <summary>The department and the bodies it acts for.</summary>
    Office,
}

/// <summary>Who acts, and when: the instant for the record, the business date for deadlines.</summary>
/// <param name="ByName">As it stands on record years later, whatever becomes of the account.</param>
/// <param name="At">Business instant, UTC.</param>
/// <param name="On">Business date in Viet Nam.</param>
public sealed record AwardAct(Guid By, string ByName, AwardParty Party, DateTimeOffset At, DateOnly On);

/// <summary>A document of a body outside the system: the hiệp y of the province, the decision of the national side.</summary>
/// <param name="Number">Number and symbol.</param>
public sealed record AwardOfficialDocument(string Number, DateOnly Date);
