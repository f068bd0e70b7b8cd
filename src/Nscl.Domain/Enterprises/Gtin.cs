namespace Nscl.Domain.Enterprises;

/// <summary>Why a trade item number is not one.</summary>
public enum GtinFault
{
    InvalidCharacter,

    /// <summary>Not 8, 13 or 14 digits.</summary>
    WrongLength,
    CheckDigitMismatch,
}

/// <param name="Normalized">The digits without separators.</param>
/// <param name="Valid">Whether length and check digit hold.</param>
/// <param name="Reason">Null exactly when <paramref name="Valid"/>.</param>
/// <param name="IssuedInVietNam">
/// Prefix 893. Only a flag: the prefix says which organization issued the number, not where the goods come from, and a
/// foreign prefix is valid.
/// </param>
public sealed record GtinValidation(string Normalized, bool Valid, GtinFault? Reason, bool IssuedInVietNam);

/// <summary>GS1 trade item numbers, GTIN-8, GTIN-13 and GTIN-14 (domain-reference §5.2).</summary>
public static class Gtin
{
    /// <summary>Longest form, GTIN-14.</summary>
    public const int MaxLength = 14;

    private const int PackagedLength = 14;
    private const string VietNamPrefix = "893";

    /// <param name="input">As typed; spaces and hyphens are separators.</param>
    public static GtinValidation Validate(string? input)
    {
        var digits = string.Concat((input ?? string.Empty).Where(static c => !char.IsWhiteSpace(c) && c != '-'));

        if (!digits.All(char.IsAsciiDigit))
        {
            return new GtinValidation(digits, Valid: false, GtinFault.InvalidCharacter, IssuedInVietNam: false);
        }

        if (digits.Length is not (8 or 13 or PackagedLength))
        {
            return new GtinValidation(digits, Valid: false, GtinFault.WrongLength, IssuedInVietNam: false);
        }

        // The first digit of a GTIN-14 names the packaging level; the prefix follows it.
        var prefix = digits.AsSpan(digits.Length == PackagedLength ? 1 : 0);
        var valid = CheckDigit(digits.AsSpan(0, digits.Length - 1)) == digits[^1] - '0';

        return new GtinValidation(
            digits,
            valid,
            valid ? null : GtinFault.CheckDigitMismatch,
            prefix.StartsWith(VietNamPrefix, StringComparison.Ordinal));
    }

    /// <summary>From the right, digits at odd places count three times, at even places once; what is missing to the next ten is the check digit.</summary>
    /// <param name="digits">ASCII digits without the check digit; also right for a location number (GLN).</param>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 1; place <= digits.Length; place++)
        {
            sum += (digits[^place] - '0') * (place % 2 == 1 ? 3 : 1);
        }

        return (10 - (sum % 10)) % 10;
    }
}
