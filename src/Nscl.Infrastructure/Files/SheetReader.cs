using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Nscl.Application.Common;
using Nscl.Application.Files;

namespace Nscl.Infrastructure.Files;

/// <summary>
/// Reads a workbook as a stream of elements: what is not asked for is passed over, and nothing is held but the texts and the cells of
/// the first sheet, both counted.
/// </summary>
internal sealed class SheetReader(SheetLimits limits, CancellationToken cancellationToken)
{
    private const long MaxPartBytes = 64L * 1024 * 1024;
    private const int MaxCellText = 32_767;

    /// <summary>Bytes of the record that ends every archive.</summary>
    private const int SmallestArchive = 22;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxPartBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private int _cells;

    public SheetTable Read(Stream content, string fileName)
    {
        if (content.Length == 0)
        {
            throw new InvalidInputException("/file", "file.empty", "The file is empty.");
        }

        if (content.Length > limits.MaxBytes)
        {
            throw TooLarge("file.tooLarge", "The file is larger than allowed.", "maxBytes", limits.MaxBytes);
        }

        // The library seeks the end of an archive before the beginning of a file shorter than that.
        if (content.Length < SmallestArchive || !Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            throw NoWorkbook();
        }

        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return FileSniffer.IsSoundOffice(archive, "xl/") && !IsMacroEnabled(archive) ? Read(archive) : throw NoWorkbook();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw NoWorkbook();
        }
    }

    private SheetTable Read(ZipArchive archive)
    {
        var (sheet, from1904) = FirstSheet(archive);
        var texts = SharedTexts(archive);
        var rows = new List<SheetRow>();
        using var reader = Open(archive, sheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "row")
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            number = reader.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            var cells = Cells(reader, texts);
            if (cells.Count > 0)
            {
                rows.Add(new SheetRow(number, cells));
                if (rows.Count > limits.MaxRows)
                {
                    // The headings are no row of data.
                    throw TooLarge("file.tooManyRows", "The sheet has more rows than can be taken at once.", "max", limits.MaxRows - 1);
                }
            }
        }

        return new SheetTable(rows, from1904);
    }

    private Dictionary<int, SheetCell> Cells(XmlReader reader, List<string> texts)
    {
        var cells = new Dictionary<int, SheetCell>();
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var column = -1;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "c")
            {
                continue;
            }

            column = reader.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            if (Cell(reader, texts) is { Text.Length: > 0 } cell)
            {
                cells[column] = cell;
                if (++_cells > limits.MaxCells)
                {
                    throw TooLarge("file.tooManyCells", "The sheet has more filled cells than can be taken at once.", "max", limits.MaxCells);
                }
            }
        }

        return cells;
    }

    private static SheetCell Cell(XmlReader reader, List<string> texts)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var text = new StringBuilder();
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            var isValue = false;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Element)
                {
                    // A formula (f) is passed over: its last value (v) counts.
                    isValue = reader.LocalName is "v" or "t";
                }
                else if (reader.NodeType is XmlNodeType.EndElement)
                {
                    isValue = false;
                }
                else if (isValue && text.Length <= MaxCellText)
                {
                    text.Append(reader.Value);
                }
            }
        }

        var value = text.ToString();
        return type switch
        {
            "s" when value.Length > 0 => new SheetCell(SheetCellKind.Text, texts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)].Trim()),
            "n" => new SheetCell(SheetCellKind.Number, value.Trim()),
            "b" => new SheetCell(SheetCellKind.Truth, value.Trim()),
            "e" => new SheetCell(SheetCellKind.Error, value.Trim()),
            _ => new SheetCell(SheetCellKind.Text, value.Trim()),
        };
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = checked((column * 26) + (letter - 'A') + 1);
        }

        return column - 1;
    }

    /// <summary>Texts that cells refer to by their place in the list; a phonetic reading (rPh) is no part of the text.</summary>
    private static List<string> SharedTexts(ZipArchive archive)
    {
        var texts = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null)
        {
            return texts;
        }

        using var reader = Open(archive, "xl/sharedStrings.xml");
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "si")
            {
                continue;
            }

            var text = new StringBuilder();
            var depth = reader.Depth;
            var isText = false;
            var isReading = false;
            while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element or XmlNodeType.EndElement:
                        var opens = reader.NodeType is XmlNodeType.Element;
                        isReading = reader.LocalName == "rPh" ? opens : isReading;
                        isText = opens && !isReading && reader.LocalName == "t";
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when isText && text.Length <= MaxCellText:
                        text.Append(reader.Value);
                        break;
                }
            }

            texts.Add(text.ToString());
        }

        return texts;
    }

    private static (string Part, bool From1904) FirstSheet(ZipArchive archive)
    {
        const string workbook = "xl/workbook.xml";
        string? relation = null;
        var from1904 = false;
        using (var reader = Open(archive, workbook))
        {
            while (reader.Read())
            {
                if (reader.NodeType is not XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.LocalName == "workbookPr")
                {
                    from1904 = reader.GetAttribute("date1904") is "1" or "true";
                }
                else if (reader.LocalName == "sheet" && relation is null && reader.GetAttribute("state") is null or "visible")
                {
                    relation ??= RelationOf(reader);
                }
            }
        }

        using var relations = Open(archive, "xl/_rels/workbook.xml.rels");
        while (relations.Read())
        {
            if (relations.NodeType is XmlNodeType.Element && relations.LocalName == "Relationship" && relations.GetAttribute("Id") == relation && relations.GetAttribute("Target") is { } target)
            {
                return (target.StartsWith('/') ? target[1..] : "xl/" + target, from1904);
            }
        }

        throw new InvalidDataException();
    }

    private static string? RelationOf(XmlReader sheet)
    {
        for (var found = sheet.MoveToFirstAttribute(); found; found = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return sheet.Value;
            }
        }

        return null;
    }

    private static bool IsMacroEnabled(ZipArchive archive)
    {
        using var reader = Open(archive, "[Content_Types].xml");
        while (reader.Read())
        {
            if (reader.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static XmlReader Open(ZipArchive archive, string part)
    {
        var entry = archive.GetEntry(part) ?? throw new InvalidDataException();
        return entry.Length <= MaxPartBytes ? XmlReader.Create(entry.Open(), Xml) : throw new InvalidDataException();
    }

    private static InvalidInputException NoWorkbook() =>
        new("/file", "file.workbookExpected", "Only an Excel workbook (.xlsx) without macros is taken, and the content must be what the name says.");

    private static InvalidInputException TooLarge(string code, string detail, string arg, long limit) =>
        new([new InputError("/file", code, detail, new Dictionary<string, object?>(StringComparer.Ordinal) { [arg] = limit })]);
}
