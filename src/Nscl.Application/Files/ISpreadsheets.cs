using System.Globalization;
using Nscl.Application.Common;

namespace Nscl.Application.Files;

/// <summary>Excel workbooks (.xlsx) as tables of plain values. Formulas count by the value they had last; macros never get in.</summary>
public interface ISpreadsheets
{
    /// <summary>The rows of the first visible sheet that hold anything.</summary>
    /// <param name="fileName">As the sender named it.</param>
    /// <exception cref="InvalidInputException">Not such a workbook, or beyond a limit.</exception>
    SheetTable Read(Stream content, string fileName, SheetLimits limits, CancellationToken cancellationToken);

    /// <summary>Writes row by row, whatever their number. The caller disposes the answer, which stands at its start.</summary>
    /// <param name="rows">One value per column: string, long, int for a year, DateOnly or null.</param>
    Task<Stream> WriteAsync(SheetLayout layout, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancellationToken);
}

/// <param name="MaxBytes">Of the file as sent.</param>
/// <param name="MaxRows">Rows that hold anything, headings included.</param>
/// <param name="MaxCells">Cells that hold anything.</param>
public sealed record SheetLimits(long MaxBytes, int MaxRows, int MaxCells);

/// <param name="CountsFrom1904">The workbook counts its days from 1904, as old Excel for Macintosh did.</param>
public sealed record SheetTable(IReadOnlyList<SheetRow> Rows, bool CountsFrom1904)
{
    // Day 60 of the other calendar is 29 February 1900, which never was; counting from here is right for every day after it.
    private static readonly DateOnly Day0 = new(1899, 12, 30);
    private static readonly DateOnly Day0Of1904 = new(1904, 1, 1);

    /// <summary>The date that a number stands for; null where it stands for none.</summary>
    public DateOnly? DateOf(SheetCell cell)
    {
        var day0 = CountsFrom1904 ? Day0Of1904 : Day0;
        return cell.Number is > 60 and < 2_900_000 and { } days ? day0.AddDays((int)days) : null;
    }
}

/// <param name="Number">As Excel shows it at the left edge.</param>
/// <param name="Cells">By column, counted from 0; empty cells are not there.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells);

public enum SheetCellKind
{
    Text,
    Number,
    Truth,

    /// <summary>A formula that failed: #REF!, #N/A …</summary>
    Error,
}

public readonly record struct SheetCell(SheetCellKind Kind, string Text)
{
    /// <summary>Null where the cell is no number.</summary>
    public decimal? Number =>
        Kind is SheetCellKind.Number && decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

public enum SheetColumnKind
{
    Text,

    /// <summary>With thousands separators.</summary>
    Number,
    Date,

    /// <summary>A number without separators.</summary>
    Year,
}

/// <param name="Width">In characters.</param>
/// <param name="Required">Shown by the colour of its heading.</param>
/// <param name="Help">What to write in it, for the guide.</param>
/// <param name="Choices">Offered in every row; null = free.</param>
public sealed record SheetColumn(string Heading, SheetColumnKind Kind, int Width, bool Required = false, string? Help = null, IReadOnlyList<string>? Choices = null);

/// <param name="Name">Of the sheet.</param>
/// <param name="Guide">Adds a sheet that explains the columns and one with the lists to choose from; null = the table alone.</param>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns, SheetGuide? Guide = null);

/// <param name="Name">Of the sheet that explains the columns.</param>
/// <param name="ListsName">Of the sheet with the lists.</param>
/// <param name="Headings">Column, needed, how to write it.</param>
/// <param name="Needed">The word for a column that must be filled.</param>
/// <param name="EmptyRows">Rows of the table in which the lists are offered.</param>
public sealed record SheetGuide(string Name, string ListsName, IReadOnlyList<string> Headings, string Needed, int EmptyRows);

public static class SheetAddress
{
    /// <summary>As Excel shows it: <c>B7</c>.</summary>
    /// <param name="row">Counted from 1.</param>
    /// <param name="column">Counted from 0.</param>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <param name="column">Counted from 0.</param>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
