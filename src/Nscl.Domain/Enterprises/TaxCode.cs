namespace Nscl.Domain.Enterprises;

/// <summary>What a tax code stands for, told by its length (domain-reference §5.1).</summary>
public enum TaxCodeKind
{
    /// <summary>10 digits: an enterprise, a cooperative, an organization, or an individual registered before 01/7/2025.</summary>
    Enterprise,

    /// <summary>13 digits, written <c>NNNNNNNNNN-NNN</c>: a branch or another dependent unit.</summary>
    DependentUnit,

    /// <summary>12 digits: the personal id of an individual or of the owner of a business household (from 01/7/2025). Personal data: mask it.</summary>
    PersonalId,

    /// <summary>No known form.</summary>
    Unknown,
}

/// <summary>Why a tax code is not valid. Only <see cref="CheckDigitMismatch"/> may be overridden by an officer.</summary>
public enum TaxCodeFault
{
    Empty,

    /// <summary>A character that is neither a digit nor a separator.</summary>
    InvalidCharacter,

    /// <summary>Not 10, 12 or 13 digits.</summary>
    WrongLength,

    /// <summary>Digits 3 to 9 count from 0000001.</summary>
    SerialOutOfRange,

    /// <summary>The last three of 13 digits count from 001.</summary>
    DependentUnitOutOfRange,

    /// <summary>The tenth digit is not what the first nine ask for; for some bases no digit is.</summary>
    CheckDigitMismatch,

    /// <summary>A personal id whose year of birth has not come yet.</summary>
    BirthYearInFuture,
}

/// <param name="Normalized"><c>NNNNNNNNNN</c>, <c>NNNNNNNNNN-NNN</c> or the 12 digits of a personal id; for an unknown form the input without separators.</param>
/// <param name="Reason">Null exactly when <paramref name="Valid"/>.</param>
public sealed record TaxCodeValidation(string Normalized, TaxCodeKind Kind, bool Valid, TaxCodeFault? Reason)
{
    /// <summary>
    /// No legal text of the check digit could be cited (domain-reference §5.1), so an officer who holds the registration
    /// paper may insist. A malformed code is never taken.
    /// </summary>
    public bool MayBeOverridden => Reason is TaxCodeFault.CheckDigitMismatch;
}

/// <summary>
/// Vietnamese tax codes (mã số thuế). The first two digits name the province of first registration and do not change when
/// the firm moves: they are never compared with an address.
/// </summary>
public static class TaxCode
{
    /// <summary>Longest normalised form: <c>NNNNNNNNNN-NNN</c>.</summary>
    public const int NormalizedMaxLength = 14;

    /// <summary>Longest input worth reading; people type separators between groups.</summary>
    public const int InputMaxLength = 30;

    public const int OverrideReasonMaxLength = 500;

    private const int BaseLength = 9;
    private const int EnterpriseLength = 10;
    private const int DependentUnitLength = 13;

    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <param name="input">As typed; spaces, dots and hyphens are separators.</param>
    /// <param name="today">Business date, against which the year of birth in a personal id is held.</param>
    public static TaxCodeValidation Validate(string? input, DateOnly today)
    {
        var digits = WithoutSeparators(input);

        if (digits.Length == 0)
        {
            return Malformed(digits, TaxCodeFault.Empty);
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return Malformed(digits, TaxCodeFault.InvalidCharacter);
        }

        return digits.Length switch
        {
            EnterpriseLength => Of(TaxCodeKind.Enterprise, digits, FaultOfBase(digits)),
            DependentUnitLength => Of(
                TaxCodeKind.DependentUnit,
                $"{digits[..EnterpriseLength]}-{digits[EnterpriseLength..]}",
                FaultOfSuffix(digits) ?? FaultOfBase(digits)),
            PersonalId.Length => Of(
                TaxCodeKind.PersonalId,
                digits,
                PersonalId.Validate(digits, today).Valid ? null : TaxCodeFault.BirthYearInFuture),
            _ => Malformed(digits, TaxCodeFault.WrongLength),
        };
    }

    /// <summary>
    /// <c>10 − (31·N1 + 29·N2 + 23·N3 + 19·N4 + 17·N5 + 13·N6 + 7·N7 + 5·N8 + 3·N9) mod 11</c>; null where that gives 10,
    /// since no code exists for such a base.
    /// </summary>
    /// <param name="firstNineDigits">Nine ASCII digits.</param>
    public static int? CheckDigit(ReadOnlySpan<char> firstNineDigits)
    {
        if (firstNineDigits.Length != BaseLength)
        {
            throw new ArgumentException("The base of a tax code has nine digits.", nameof(firstNineDigits));
        }

        var sum = 0;
        for (var i = 0; i < BaseLength; i++)
        {
            sum += Weights[i] * (firstNineDigits[i] - '0');
        }

        var remainder = sum % 11;
        return remainder == 0 ? null : 10 - remainder;
    }

    /// <summary>The form for people who need not know it all: a personal id keeps its first and last three digits, other codes are public.</summary>
    public static string Mask(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        return normalized.Length == PersonalId.Length ? PersonalId.Mask(normalized) : normalized;
    }

    private static TaxCodeFault? FaultOfBase(string digits)
    {
        if (digits.AsSpan(2, 7).TrimStart('0').IsEmpty)
        {
            return TaxCodeFault.SerialOutOfRange;
        }

        return CheckDigit(digits.AsSpan(0, BaseLength)) == digits[BaseLength] - '0' ? null : TaxCodeFault.CheckDigitMismatch;
    }

    private static TaxCodeFault? FaultOfSuffix(string digits) =>
        digits[EnterpriseLength..] == "000" ? TaxCodeFault.DependentUnitOutOfRange : null;

    private static TaxCodeValidation Of(TaxCodeKind kind, string normalized, TaxCodeFault? fault) =>
        new(normalized, kind, Valid: fault is null, fault);

    private static TaxCodeValidation Malformed(string digits, TaxCodeFault fault) =>
        new(digits, TaxCodeKind.Unknown, Valid: false, fault);

    private static string WithoutSeparators(string? input) =>
        input is null ? string.Empty : string.Concat(input.Where(static character => !IsSeparator(character)));

    // Word processors turn a typed hyphen into one of its look-alikes.
    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character) || character is '.' or '-' or '\u2010' or '\u2011' or '\u2013';
}
