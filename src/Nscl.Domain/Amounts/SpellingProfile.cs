namespace Nscl.Domain.Amounts;

/// <summary>Which of the accepted spellings of numbers a text is written in (domain-reference §5.4, rule 9).</summary>
public enum SpellingProfile
{
    /// <summary>The form of official northern usage and the default: nghìn, linh, mốt, tư.</summary>
    Standard,

    /// <summary>The southern form: ngàn, lẻ, mốt, tư.</summary>
    South,

    /// <summary>What Tây Ninh's plan of 2019 wrote (S2.20): ngàn, lẻ, một, bốn. Kept to reproduce that document only.</summary>
    TayNinh2019,
}
