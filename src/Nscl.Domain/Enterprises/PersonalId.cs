using System.Collections.Frozen;

namespace Nscl.Domain.Enterprises;

/// <summary>Sex as the fourth digit of a personal id records it.</summary>
public enum RecordedSex
{
    Male,
    Female,
}

/// <summary>Why a personal id is not one.</summary>
public enum PersonalIdFault
{
    WrongLength,
    InvalidCharacter,
    BirthYearInFuture,
}

/// <param name="Valid">Whether the form holds. There is no check digit: a valid form does not prove that the id exists.</param>
/// <param name="Reason">Null exactly when <paramref name="Valid"/>.</param>
/// <param name="BirthYear">Year of birth, or null where the form does not hold.</param>
/// <param name="Sex">Sex as recorded, or null where the form does not hold.</param>
/// <param name="ProvinceCodeKnown">False is a warning, not an error: births abroad carry country codes.</param>
public sealed record PersonalIdValidation(bool Valid, PersonalIdFault? Reason, int? BirthYear, RecordedSex? Sex, bool ProvinceCodeKnown);

/// <summary>
/// The 12-digit personal identification number (số định danh cá nhân): 3 digits province or country of birth registration,
/// 1 century and sex, 2 year, 6 random (137/2015/NĐ-CP; 07/2016/TT-BCA; domain-reference §5.3).
/// Personal data: show it masked.
/// </summary>
public static class PersonalId
{
    public const int Length = 12;

    // The 63 codes of 07/2016/TT-BCA. Ids that were issued keep their code after the reform of 01/7/2025.
    private static readonly FrozenSet<string> ProvinceCodes = FrozenSet.Create(
        "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025",
        "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048",
        "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070", "072", "074", "075",
        "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096");

    /// <param name="digits">The id without separators.</param>
    /// <param name="today">Business date: nobody is born after it.</param>
    public static PersonalIdValidation Validate(string digits, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(digits);

        if (digits.Length != Length)
        {
            return Invalid(PersonalIdFault.WrongLength);
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return Invalid(PersonalIdFault.InvalidCharacter);
        }

        var centuryAndSex = digits[3] - '0';
        var birthYear = 1900 + (centuryAndSex / 2 * 100) + ((digits[4] - '0') * 10) + (digits[5] - '0');
        if (birthYear > today.Year)
        {
            return Invalid(PersonalIdFault.BirthYearInFuture);
        }

        return new PersonalIdValidation(
            Valid: true,
            Reason: null,
            birthYear,
            centuryAndSex % 2 == 0 ? RecordedSex.Male : RecordedSex.Female,
            ProvinceCodes.Contains(digits[..3]));
    }

    /// <summary><c>062******123</c>: enough to tell two people of a list apart, not enough to use.</summary>
    public static string Mask(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length != Length)
        {
            throw new ArgumentException("A personal id has 12 digits.", nameof(digits));
        }

        return $"{digits[..3]}******{digits[^3..]}";
    }

    private static PersonalIdValidation Invalid(PersonalIdFault reason) =>
        new(Valid: false, reason, BirthYear: null, Sex: null, ProvinceCodeKnown: false);
}
