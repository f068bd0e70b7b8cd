using Nscl.Domain.Common;

namespace Nscl.Application.Files;

/// <param name="Row">As Excel shows it at the left edge; 0 for the sheet as a whole.</param>
/// <param name="Field">Field of a row as the API names it; null for the row or an unknown column.</param>
/// <param name="Column">The heading as it stands in the sheet.</param>
/// <param name="Cell">As in <c>B7</c>.</param>
/// <param name="Code">Stable code of the problem catalogue.</param>
public sealed record SheetFinding(int Row, string? Field, string? Column, string? Cell, string Code, IReadOnlyDictionary<string, object?> Args);

/// <summary>Where each field stands in a sheet.</summary>
internal sealed class SheetHeadings
{
    private readonly IReadOnlyList<SheetField> _fields;
    private readonly Dictionary<string, (int Column, string Heading)> _places = new(StringComparer.Ordinal);

    private SheetHeadings(int row, IReadOnlyList<SheetField> fields) => (Row, _fields) = (row, fields);

    public int Row { get; }

    /// <summary>Headings in either language and any order; what is missing, doubled or unknown is told.</summary>
    public static (SheetHeadings Headings, IReadOnlyList<SheetFinding> Faults) Read(SheetRow first, IReadOnlyList<SheetField> fields)
    {
        var headings = new SheetHeadings(first.Number, fields);
        var faults = new List<SheetFinding>();
        foreach (var (column, cell) in first.Cells.OrderBy(static cell => cell.Key))
        {
            var heading = SearchText.Tidy(cell.Text);
            var folded = SearchText.Fold(heading);
            var known = fields.FirstOrDefault(candidate => SearchText.Fold(candidate.Heading.Vi) == folded || SearchText.Fold(candidate.Heading.En) == folded);
            var code = known is null ? "enterprise.importColumnUnknown"
                : headings._places.TryAdd(known.Field, (column, heading)) ? null
                : "enterprise.importColumnRepeated";
            if (code is not null)
            {
                faults.Add(new SheetFinding(first.Number, null, Short(heading), SheetAddress.Of(first.Number, column), code, Args(("column", Short(heading)))));
            }
        }

        // What is missing is named in the language of what is there.
        var isEnglish = fields.Any(column => headings._places.TryGetValue(column.Field, out var place) && SearchText.Fold(place.Heading) == SearchText.Fold(column.Heading.En));
        faults.AddRange(fields
            .Where(column => column.Required && !headings._places.ContainsKey(column.Field))
            .Select(column => (column.Field, Heading: isEnglish ? column.Heading.En : column.Heading.Vi))
            .Select(missing => new SheetFinding(first.Number, missing.Field, missing.Heading, null, "enterprise.importColumnMissing", Args(("column", missing.Heading)))));
        return (headings, faults);
    }

    public SheetCell? CellOf(SheetRow row, string field) =>
        _places.TryGetValue(field, out var place) && row.Cells.TryGetValue(place.Column, out var cell) ? cell : null;

    /// <summary>A finding at a field of a row; where the sheet lacks the column the finding names the column that is missing.</summary>
    public SheetFinding At(int row, string field, string code, IReadOnlyDictionary<string, object?>? args = null)
    {
        var (heading, cell) = _places.TryGetValue(field, out var place)
            ? (place.Heading, SheetAddress.Of(row, place.Column))
            : (_fields.FirstOrDefault(column => column.Field == field)?.Heading.Vi, null);
        return new SheetFinding(row, field, heading, cell, code, args ?? Args());
    }

    public static Dictionary<string, object?> Args(params ReadOnlySpan<(string Name, object? Value)> args)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            all[name] = value;
        }

        return all;
    }

    public static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
