using System.Globalization;
using System.Text;

namespace Nscl.Domain.Common;

/// <summary>
/// The two forms of a user's text: tidied for keeping (diacritics stay) and folded for finding (diacritics go).
/// The database's folding must agree with <see cref="Fold"/>; its vectors are in domain-reference §5.6.
/// </summary>
public static class SearchText
{
    private const char DWithStroke = 'đ';

    // An Icelandic eth looks the same as the Vietnamese letter and comes out of old converters.
    private const char Eth = 'ð';

    /// <summary>NFC, trimmed, every run of white space one space. macOS sends NFD; stored text is NFC.</summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CollapseSpaces(text.Normalize(NormalizationForm.FormC));
    }

    /// <summary><see cref="Tidy"/>, and null where nothing is left.</summary>
    public static string? TidyOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Tidy(text);

    /// <summary>
    /// Without diacritics, đ as d, lower case, single spaces, every apostrophe as <c>'</c>: two spellings that an officer
    /// would call the same name fold to the same text.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(FoldCharacter(char.ToLowerInvariant(character)));
            }
        }

        return CollapseSpaces(folded.ToString());
    }

    private static char FoldCharacter(char lower) => lower switch
    {
        DWithStroke or Eth => 'd',
        '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`' => '\'',
        _ => lower,
    };

    private static string CollapseSpaces(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
