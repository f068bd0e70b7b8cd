using System.Globalization;
using System.Text.RegularExpressions;
using Nscl.Domain.Common;

namespace Nscl.Domain.Documents;

/// <summary>
/// Number and symbol of an official document (30/2020/NĐ-CP, Phụ lục I and III; domain-reference §2.3, §5.5): <c>05/QĐ-SKHCN</c>,
/// <c>36/2025/QĐ-TTg</c>, <c>91/2025/QH15</c>. The year is optional and means something: 36/QĐ-TTg and 36/2025/QĐ-TTg are two acts.
/// </summary>
public sealed partial record OfficialDocumentNumber
{
    public const int MaxLength = 60;

    private OfficialDocumentNumber(string value, int number, int? year, string symbol) =>
        (Value, Number, Year, Symbol) = (value, number, year, symbol);

    /// <summary>The whole, as printed: <c>398/QĐ-UBND</c>.</summary>
    public string Value { get; }

    /// <summary>The running number; <c>05</c> is 5.</summary>
    public int Number { get; }

    /// <summary>Present in normative documents only.</summary>
    public int? Year { get; }

    /// <summary>Type and issuer: <c>QĐ-UBND</c>.</summary>
    public string Symbol { get; }

    /// <summary>NFC, trimmed, and the Icelandic Ð that old converters leave behind as the Vietnamese Đ.</summary>
    public static string Normalize(string text) => SearchText.Tidy(text).Replace('\u00D0', '\u0110').Replace('\u00F0', '\u0111');

    /// <returns>Null where the text is no number and symbol.</returns>
    public static OfficialDocumentNumber? TryParse(string? text)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var value = Normalize(text);
        var match = Pattern().Match(value);
        return match.Success
            ? new OfficialDocumentNumber(
                value,
                int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null,
                match.Groups["symbol"].Value)
            : null;
    }

    /// <summary>What the writer probably meant: the text itself, or else in capitals; null where that is none either.</summary>
    public static OfficialDocumentNumber? Suggest(string? text) => TryParse(text) ?? TryParse(text?.ToUpperInvariant());

    public override string ToString() => Value;

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,5})(/(?<year>[0-9]{4}))?/(?<symbol>[A-ZĐ][A-ZĐa-zđ]{0,7}[0-9]{0,2}(-[A-ZĐa-zđ0-9&.]+)*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Pattern();
}
