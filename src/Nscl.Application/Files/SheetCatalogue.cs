using System.Globalization;
using System.Text.Json;
using Nscl.Domain.Common;

namespace Nscl.Application.Files;

/// <summary>Headings and words of one table as people see it in Excel, in both languages: data that the assembly carries.</summary>
/// <param name="Words">Words of closed lists, as <c>list.code</c>.</param>
internal sealed record SheetCatalogue(
    SheetText Sheet,
    SheetText Lists,
    SheetText Guide,
    IReadOnlyList<SheetText> GuideHeadings,
    SheetText Needed,
    SheetText TemplateName,
    SheetText ExportName,
    IReadOnlyList<SheetField> Columns,
    IReadOnlyDictionary<string, SheetText> Words)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">Of the embedded file.</param>
    public static SheetCatalogue Load(string name)
    {
        using var stream = typeof(SheetCatalogue).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<SheetCatalogue>(stream, DomainJson.Options)!;
    }

    public static string CodeOf<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>An empty table to be filled in: what the export alone writes is left out.</summary>
    /// <param name="choices">Gives the list to choose from; null = free.</param>
    public SheetLayout Template(Func<string, IReadOnlyList<string>?> choices, int maxRows, CultureInfo reader) => new(
        Sheet.In(reader),
        [.. Columns.Where(static column => !column.Computed).Select(column => Describe(column, reader) with { Choices = choices(column.Field) })],
        new SheetGuide(Guide.In(reader), Lists.In(reader), [.. GuideHeadings.Select(heading => heading.In(reader))], Needed.In(reader), maxRows));

    public SheetLayout Export(CultureInfo reader) => new(Sheet.In(reader), [.. Columns.Select(column => Describe(column, reader))]);

    /// <summary>The word for a code of a closed list; an unknown code stands for itself.</summary>
    public string Word(string list, string code, CultureInfo reader) => Words.TryGetValue($"{list}.{code}", out var word) ? word.In(reader) : code;

    /// <summary>The code behind a word of a closed list in either language, or behind the code itself.</summary>
    public string? CodeOf(string list, string word)
    {
        var folded = SearchText.Fold(word);
        var prefix = list + ".";
        return Words
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => (Code: entry.Key[prefix.Length..], Word: entry.Value))
            .Where(entry => SearchText.Fold(entry.Word.Vi) == folded || SearchText.Fold(entry.Word.En) == folded || entry.Code == word)
            .Select(static entry => entry.Code)
            .FirstOrDefault();
    }

    private static SheetColumn Describe(SheetField column, CultureInfo reader) =>
        new(column.Heading.In(reader), column.Kind, column.Width, column.Required, column.Help.In(reader));
}

internal sealed record SheetText(string Vi, string En)
{
    public string In(CultureInfo reader) => reader.TwoLetterISOLanguageName == "en" ? En : Vi;
}

/// <param name="Field">JSON pointer into the row as the API takes it, without its first slash.</param>
/// <param name="Computed">Written by the export, passed over by the import.</param>
internal sealed record SheetField(string Field, SheetColumnKind Kind, int Width, bool Required, bool Computed, SheetText Heading, SheetText Help);
