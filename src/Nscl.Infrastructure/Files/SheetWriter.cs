using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Nscl.Application.Files;

namespace Nscl.Infrastructure.Files;

/// <summary>
/// Writes a workbook part by part straight into the archive, so that a register of any size needs the memory of one row. Every text is
/// written as text: whatever begins like a formula stays what it is (S30).
/// </summary>
internal sealed class SheetWriter(ZipArchive archive, SheetLayout layout)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // Places in cellXfs of styles.xml.
    private const int PlainStyle = 0;
    private const int HeadingStyle = 1;
    private const int NeededHeadingStyle = 2;
    private const int TextStyle = 3;
    private const int QuotedTextStyle = 4;
    private const int NumberStyle = 5;
    private const int DateStyle = 6;
    private const int WrappedStyle = 7;

    private static readonly DateOnly Day0 = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true };

    public async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        string[] names = layout.Guide is { } guide ? [layout.Name, guide.Name, guide.ListsName] : [layout.Name];
        WriteFrame(names);
        WriteStyles();
        await WriteTableAsync(rows, cancellationToken);
        if (layout.Guide is { } help)
        {
            WriteGuide(help);
            WriteLists();
        }
    }

    private async Task WriteTableAsync(IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken)
    {
        await using var xml = Part("xl/worksheets/sheet1.xml");
        BeginSheet(xml, [.. layout.Columns.Select(static column => (column.Width, StyleOf(column.Kind)))]);
        BeginRow(xml, 1);
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            WriteText(xml, 1, column, layout.Columns[column].Heading, layout.Columns[column].Required ? NeededHeadingStyle : HeadingStyle);
        }

        xml.WriteEndElement();
        var number = 1;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            BeginRow(xml, ++number);
            for (var column = 0; column < row.Count; column++)
            {
                WriteValue(xml, number, column, row[column]);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", $"A1:{SheetAddress.Of(number, layout.Columns.Count - 1)}");
        xml.WriteEndElement();
        WriteChoices(xml);
        xml.WriteEndElement();
    }

    private void WriteChoices(XmlWriter xml)
    {
        if (layout.Guide is not { } guide)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        var list = 0;
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            if (layout.Columns[column].Choices is { } choices)
            {
                var letter = SheetAddress.Letters(list++);
                xml.WriteStartElement("dataValidation", Main);
                xml.WriteAttributeString("type", "list");
                xml.WriteAttributeString("allowBlank", "1");
                xml.WriteAttributeString("sqref", string.Create(CultureInfo.InvariantCulture, $"{SheetAddress.Letters(column)}2:{SheetAddress.Letters(column)}{guide.EmptyRows + 1}"));
                xml.WriteElementString("formula1", Main, string.Create(CultureInfo.InvariantCulture, $"'{guide.ListsName}'!${letter}$2:${letter}${choices.Count + 1}"));
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private void WriteGuide(SheetGuide guide)
    {
        using var xml = Part("xl/worksheets/sheet2.xml");
        BeginSheet(xml, [(34, TextStyle), (12, TextStyle), (90, WrappedStyle)]);
        WriteRow(xml, 1, guide.Headings, HeadingStyle);
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            WriteRow(xml, i + 2, [column.Heading, column.Required ? guide.Needed : string.Empty, column.Help ?? string.Empty], WrappedStyle);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteLists()
    {
        var lists = layout.Columns.Where(static column => column.Choices is not null).ToList();
        using var xml = Part("xl/worksheets/sheet3.xml");
        BeginSheet(xml, [.. lists.Select(static _ => (40, TextStyle))]);
        WriteRow(xml, 1, [.. lists.Select(static column => column.Heading)], HeadingStyle);
        for (var row = 0; row < lists.Max(static column => column.Choices!.Count); row++)
        {
            WriteRow(xml, row + 2, [.. lists.Select(column => column.Choices!.ElementAtOrDefault(row) ?? string.Empty)], TextStyle);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Everything before the rows; the heading stays in sight.</summary>
    private static void BeginSheet(XmlWriter xml, IReadOnlyList<(int Width, int Style)> columns)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < columns.Count; i++)
        {
            var place = (i + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", place);
            xml.WriteAttributeString("max", place);
            xml.WriteAttributeString("width", columns[i].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", columns[i].Style.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
    }

    private static void BeginRow(XmlWriter xml, int number)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<string> texts, int style)
    {
        BeginRow(xml, number);
        for (var column = 0; column < texts.Count; column++)
        {
            WriteText(xml, number, column, texts[column], style);
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, int row, int column, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case long number:
                WriteNumber(xml, row, column, number, NumberStyle);
                return;
            case int year:
                WriteNumber(xml, row, column, year, PlainStyle);
                return;
            case DateOnly date when date >= FirstSafeDay:
                WriteNumber(xml, row, column, date.DayNumber - Day0.DayNumber, DateStyle);
                return;
            case DateOnly date:
                WriteText(xml, row, column, date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), TextStyle);
                return;
            default:
                var text = (string)value;
                WriteText(xml, row, column, text, text.Length > 0 && LooksLikeFormula(text[0]) ? QuotedTextStyle : TextStyle);
                return;
        }
    }

    /// <summary>What Excel would take for a formula when somebody edits the cell or saves the sheet as CSV, also in full width.</summary>
    private static bool LooksLikeFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    private static void WriteNumber(XmlWriter xml, int row, int column, long number, int style)
    {
        BeginCell(xml, row, column, style);
        xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, int row, int column, string text, int style)
    {
        if (text.Length == 0)
        {
            return;
        }

        BeginCell(xml, row, column, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Writable(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void BeginCell(XmlWriter xml, int row, int column, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", SheetAddress.Of(row, column));
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Without the control characters that XML cannot hold.</summary>
    private static string Writable(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var writable = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                writable.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                writable.Append(text[i]).Append(text[++i]);
            }
        }

        return writable.ToString();
    }

    private void WriteFrame(string[] names)
    {
        using (var types = Part("[Content_Types].xml"))
        {
            types.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
            types.WriteRaw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
            types.WriteRaw($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{SheetType}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{SheetType}styles+xml\"/>");
            for (var i = 1; i <= names.Length; i++)
            {
                types.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{SheetType}worksheet+xml\"/>"));
            }
        }

        using (var root = Part("_rels/.rels"))
        {
            root.WriteStartElement("Relationships", PackageRelations);
            root.WriteRaw($"<Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>");
        }

        using (var workbook = Part("xl/workbook.xml"))
        {
            workbook.WriteStartElement("workbook", Main);
            workbook.WriteAttributeString("xmlns", "r", null, Relations);
            workbook.WriteStartElement("sheets", Main);
            for (var i = 1; i <= names.Length; i++)
            {
                workbook.WriteStartElement("sheet", Main);
                workbook.WriteAttributeString("name", names[i - 1]);
                workbook.WriteAttributeString("sheetId", i.ToString(CultureInfo.InvariantCulture));
                workbook.WriteAttributeString("id", Relations, string.Create(CultureInfo.InvariantCulture, $"rId{i}"));
                workbook.WriteEndElement();
            }
        }

        using var relations = Part("xl/_rels/workbook.xml.rels");
        relations.WriteStartElement("Relationships", PackageRelations);
        for (var i = 1; i <= names.Length; i++)
        {
            relations.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"));
        }

        relations.WriteRaw($"<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>");
    }

    private void WriteStyles()
    {
        using var xml = Part("xl/styles.xml");
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw("""
            <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4E7EC"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E8F7"/></patternFill></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="3" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
            <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
            """);
    }

    private XmlWriter Part(string name) => XmlWriter.Create(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), Settings);

    private static int StyleOf(SheetColumnKind kind) => kind switch
    {
        SheetColumnKind.Number => NumberStyle,
        SheetColumnKind.Date => DateStyle,
        SheetColumnKind.Year => PlainStyle,
        _ => TextStyle,
    };
}
