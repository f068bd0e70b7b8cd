using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Nscl.Infrastructure.Training;

internal enum PaperFont
{
    Regular,
    Bold,
    Italic,
}

/// <summary>One PDF being drawn: Be Vietnam Pro (SIL Open Font License) embedded, lengths in points, the origin at the lower left.</summary>
internal sealed class PaperCanvas : IDisposable
{
    /// <summary>In hexadecimal digits.</summary>
    private const int IdentifierLength = 32;
    private static readonly Dictionary<PaperFont, byte[]> Fonts = new[] { PaperFont.Regular, PaperFont.Bold, PaperFont.Italic }.ToDictionary(static font => font, Load);
    private readonly PdfDocumentBuilder _document = new();
    private readonly Dictionary<PaperFont, PdfDocumentBuilder.AddedFont> _fonts;
    private readonly bool _isPortrait;
    private PdfPageBuilder? _page;

    public PaperCanvas(string title, bool isPortrait)
    {
        _isPortrait = isPortrait;
        _document.DocumentInformation.Title = title.Normalize(NormalizationForm.FormC);
        _document.DocumentInformation.Producer = "Nscl";
        _fonts = Fonts.ToDictionary(static font => font.Key, font => _document.AddTrueTypeFont(font.Value));
        NextPage();
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    private PdfPageBuilder Page => _page!;

    public void NextPage()
    {
        _page = _document.AddPage(PageSize.A4, _isPortrait);
        (Width, Height) = (_page.PageSize.Width, _page.PageSize.Height);
    }

    /// <summary>The writer gives every file two random identifiers; these are taken from the content, so that the same paper is the same file.</summary>
    public byte[] Build()
    {
        var bytes = _document.Build();
        var trailer = bytes.AsSpan(bytes.AsSpan().LastIndexOf("/ID ["u8));
        Span<Range> identifiers = [IdentifierFrom(trailer, 0), default];
        identifiers[1] = IdentifierFrom(trailer, identifiers[0].End.Value + 1);
        foreach (var identifier in identifiers)
        {
            trailer[identifier].Fill((byte)'0');
        }

        var hash = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(bytes))).AsSpan();
        foreach (var identifier in identifiers)
        {
            hash[..IdentifierLength].CopyTo(trailer[identifier]);
        }

        return bytes;
    }

    public void Dispose() => _document.Dispose();

    public void Color(byte red, byte green, byte blue)
    {
        Page.SetStrokeColor(red, green, blue);
        Page.SetTextAndFillColor(red, green, blue);
    }

    public double WidthOf(string text, double size, PaperFont font)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var letters = Page.MeasureText(Drawable(text), size, new PdfPoint(0, 0), _fonts[font]);
        return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X - letters[0].StartBaseLine.X;
    }

    public void Text(string text, double x, double y, double size, PaperFont font = PaperFont.Regular)
    {
        if (text.Length > 0)
        {
            Page.AddText(Drawable(text), size, new PdfPoint(x, y), _fonts[font]);
        }
    }

    public void Centered(string text, double center, double y, double size, PaperFont font = PaperFont.Regular) => Text(text, center - (WidthOf(text, size, font) / 2), y, size, font);

    public void Line(double fromX, double fromY, double toX, double toY, double width = 0.7) => Page.DrawLine(new PdfPoint(fromX, fromY), new PdfPoint(toX, toY), width);

    public void Frame(double margin, double width) => Page.DrawRectangle(new PdfPoint(margin, margin), Width - (2 * margin), Height - (2 * margin), width);

    public void Bar(double x, double y, double width, double height) => Page.DrawRectangle(new PdfPoint(x, y), width, height, 0, fill: true);

    /// <summary>Breaks at blanks so that no line is wider; a word that alone is wider is broken.</summary>
    public IReadOnlyList<string> Wrapped(string text, double maxWidth, double size, PaperFont font = PaperFont.Regular)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = string.Empty;
            foreach (var word in paragraph.Split(' ').SelectMany(word => Pieces(word, maxWidth, size, font)))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && WidthOf(longer, size, font) > maxWidth)
                {
                    lines.Add(line);
                    longer = word;
                }

                line = longer;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The size at which the text fits into a width, not above the one that is wished for.</summary>
    public double SizeFor(string text, double wished, double maxWidth, PaperFont font) => Math.Min(wished, wished * maxWidth / Math.Max(1, WidthOf(text, wished, font)));

    private static Range IdentifierFrom(ReadOnlySpan<byte> trailer, int from)
    {
        var start = from + trailer[from..].IndexOf((byte)'<') + 1;
        return start..(start + IdentifierLength);
    }

    private IEnumerable<string> Pieces(string word, double maxWidth, double size, PaperFont font)
    {
        while (word.Length > 1 && WidthOf(word, size, font) > maxWidth)
        {
            var length = word.Length - 1;
            while (length > 1 && WidthOf(word[..length], size, font) > maxWidth)
            {
                length--;
            }

            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    /// <summary>Precomposed, and without what the font has no letter for: a stray sign must not cost somebody the certificate.</summary>
    private static string Drawable(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes().Select(static rune => Rune.IsControl(rune) ? " " : rune.Value <= char.MaxValue && PaperGlyphs.Has((char)rune.Value) ? rune.ToString() : "?"));

    private static byte[] Load(PaperFont font)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BeVietnamPro-{font}.ttf")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>Letters that the embedded fonts have.</summary>
internal static class PaperGlyphs
{
    /// <summary>Latin with all of Vietnamese, and the punctuation of papers.</summary>
    public static bool Has(char letter) => letter is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u017F') or '\u01A0' or '\u01A1' or '\u01AF' or '\u01B0'
        or (>= '\u1EA0' and <= '\u1EF9') or '\u2013' or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' or '\u20AB';
}
