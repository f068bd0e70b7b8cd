using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Nscl.Application.Files;
using Shouldly;

namespace Nscl.Api.Tests.Enterprises;

/// <summary>Workbooks made and read with another library than the product's, as Excel would make and read them.</summary>
internal static class Workbooks
{
    public static readonly string[] Headings =
    [
        "Mã số thuế", "Lý do chấp nhận mã số thuế", "Tên doanh nghiệp", "Loại hình", "Địa bàn", "Ngành, lĩnh vực", "Điện thoại", "Ngày thành lập",
        "Lĩnh vực xét quy mô", "Năm của số liệu", "Lao động tham gia bảo hiểm xã hội bình quân năm", "Tổng doanh thu năm (đồng)",
    ];

    /// <summary>A row under <see cref="Headings"/> that nothing stands against.</summary>
    public static object?[] Row(string taxCode, string name = "Công ty TNHH Nhập từ tệp") =>
        [taxCode, null, name, "Doanh nghiệp", "Huyện Đắk Hà", "Cà phê", null, null, null, null, null, null];

    /// <param name="rows">Cells as text, number (long), formula with its last value (tuple) or nothing (null).</param>
    public static byte[] Of(params object?[][] rows)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            var texts = new List<string>();
            var data = new SheetData();
            sheet.Worksheet = new Worksheet(data);
            for (var r = 0; r < rows.Length; r++)
            {
                var row = new Row { RowIndex = (uint)(r + 1) };
                for (var c = 0; c < rows[r].Length; c++)
                {
                    if (rows[r][c] is { } value)
                    {
                        row.Append(CellOf(value, SheetAddress.Of(r + 1, c), texts));
                    }
                }

                data.Append(row);
            }

            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(texts.Select(static text => new SharedStringItem(new Text(text))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Sheet1" }));
        }

        return memory.ToArray();
    }

    /// <summary>The cells of the first sheet by their address, as (text, is number).</summary>
    public static Dictionary<string, (string Text, bool IsNumber)> Cells(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return FirstSheet(document).Descendants<Cell>().ToDictionary(
            static cell => cell.CellReference!.Value!,
            static cell => (cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? string.Empty, cell.DataType is null),
            StringComparer.Ordinal);
    }

    public static Worksheet FirstSheet(SpreadsheetDocument document) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!)).Worksheet!;

    public static void ShouldBeSound(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(static fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
    }

    private static Cell CellOf(object value, string address, List<string> texts)
    {
        switch (value)
        {
            case long number:
                return new Cell { CellReference = address, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };
            case ValueTuple<string, string> formula:
                return new Cell { CellReference = address, CellFormula = new CellFormula(formula.Item1), DataType = CellValues.String, CellValue = new CellValue(formula.Item2) };
            default:
                texts.Add((string)value);
                return new Cell { CellReference = address, DataType = CellValues.SharedString, CellValue = new CellValue(texts.Count - 1) };
        }
    }
}

internal static class FileCalls
{
    /// <summary>One file as a form's <c>file</c>.</summary>
    public static async Task<HttpResponseMessage> SendFileAsync(this HttpClient client, string address, byte[] file, string fileName, string? idempotencyKey)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        form.Add(part, "file", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = form;
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        return await client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }
}
