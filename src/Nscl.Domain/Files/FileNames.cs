using System.Globalization;
using System.Text;

namespace Nscl.Domain.Files;

/// <summary>Makes a sender's file name safe to keep, to show and to offer on any operating system, and leaves Vietnamese as it is.</summary>
public static class FileNames
{
    /// <summary>In characters, extension included; longer names do not unpack on every disk.</summary>
    public const int MaxLength = 150;

    private const string Nameless = "document";
    private const string Forbidden = "<>:\"|?*";

    private static readonly string[] ReservedByWindows =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(static n => new[] { $"com{n}", $"lpt{n}" })];

    /// <summary>
    /// The last segment of a path, without control, formatting (right-to-left override) and forbidden characters, ending in an
    /// extension of <paramref name="mediaType"/>: what looks like a program never leaves as one.
    /// </summary>
    /// <param name="mediaType">One of <see cref="MediaTypes"/>.</param>
    public static string Sanitize(string? fileName, string mediaType)
    {
        var extensions = MediaTypes.ExtensionsOf(mediaType);
        if (extensions.Count == 0)
        {
            throw FileRules.TypeNotAccepted();
        }

        var name = Clean((fileName ?? string.Empty).Split('/', '\\')[^1]);
        var extension = extensions.FirstOrDefault(known => name.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var stem = (extension is null ? name : name[..^extension.Length]).Trim(' ', '.');
        extension ??= extensions[0];

        if (stem.Length == 0)
        {
            stem = Nameless;
        }
        else if (ReservedByWindows.Contains(stem.Split('.')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            stem = $"_{stem}";
        }

        return Shortened(stem, MaxLength - extension.Length) + extension;
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var kept = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => string.Empty,
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                _ when rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal) => "_",
                _ => rune.ToString(),
            };
            clean.Append(kept);
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).TrimEnd(' ', '.');
    }

    private static string Shortened(string stem, int maxLength)
    {
        if (stem.Length <= maxLength)
        {
            return stem;
        }

        // Never between a character and the marks that belong to it.
        var cut = new StringInfo(stem);
        var length = cut.LengthInTextElements;
        string shorter;
        do
        {
            shorter = cut.SubstringByTextElements(0, --length);
        }
        while (shorter.Length > maxLength);

        return shorter.TrimEnd(' ', '.');
    }
}
